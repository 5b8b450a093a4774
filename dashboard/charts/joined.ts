import type * as Plot from '@observablehq/plot';

const namespace = 'http://www.w3.org/2000/svg';

type Attributes = Record<string, string | number>;
type PathOf = (values: Plot.ChannelValues, index: number) => string;

/**
 * Renders a mark whose pieces all look alike as one path instead of an element each: a year of days is then a handful of
 * elements to lay out and paint. Given as a mark's `render`.
 */
const joined =
  (pathOf: PathOf, attributes: Attributes): Plot.RenderFunction =>
  (indices, _scales, values) => {
    const path = document.createElementNS(namespace, 'path');
    path.setAttribute('d', Array.from(indices, (index) => pathOf(values, index)).join(''));
    for (const [name, value] of Object.entries(attributes)) path.setAttribute(name, String(value));
    return path;
  };

const at = (values: Plot.ChannelValues, channel: string, index: number): number => Number(values[channel]?.[index]);
const short = (pixels: number) => Math.round(pixels * 100) / 100;

/** Upright lines, as `Plot.ruleX` has them. */
export const joinedRules = (attributes: Attributes): Plot.RenderFunction =>
  joined((values, index) => {
    const place = (channel: string) => short(at(values, channel, index));
    return `M${place('x')},${place('y1')}V${place('y2')}`;
  }, attributes);

/** Bars a little narrower than their step, as `Plot.rect` has them. */
export const joinedBars = (inset: number, attributes: Attributes): Plot.RenderFunction =>
  joined((values, index) => {
    const place = (channel: string) => short(at(values, channel, index));
    const [left, right] = [place('x1') + inset, place('x2') - inset];
    return `M${short(left)},${place('y1')}H${short(Math.max(left, right))}V${place('y2')}H${short(left)}Z`;
  }, attributes);
