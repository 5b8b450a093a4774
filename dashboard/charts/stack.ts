/** Charts that share their horizontal axis, one below the other in a single SVG: so they are read, saved and printed together. */
export interface Stacked {
  svg: SVGSVGElement;
  width: number;
  height: number;
  /** How far down each part begins, in pixels. */
  offsets: number[];
}

const namespace = 'http://www.w3.org/2000/svg';

export function stack(parts: readonly SVGSVGElement[], patterns: SVGDefsElement): Stacked {
  const width = Math.max(...parts.map((part) => Number(part.getAttribute('width'))));
  const svg = document.createElementNS(namespace, 'svg');
  svg.append(patterns);
  const offsets: number[] = [];
  let height = 0;
  for (const part of parts) {
    offsets.push(height);
    part.setAttribute('y', String(height));
    height += Number(part.getAttribute('height'));
    svg.append(part);
  }
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
  svg.setAttribute('aria-hidden', 'true');
  return { svg, width, height, offsets };
}

/** Patterns for what colour alone should not tell: `hatch-ID` for dead feeds, `dots-ID` for days still filling. */
export function patterns(id: string): SVGDefsElement {
  const defs = document.createElementNS(namespace, 'defs');
  defs.append(pattern(`hatch-${id}`, 7, 'rotate(45)', line(7)), pattern(`dots-${id}`, 6, '', dot()));
  return defs;
}

function pattern(id: string, size: number, transform: string, content: SVGElement): SVGPatternElement {
  const element = document.createElementNS(namespace, 'pattern');
  set(element, { id, width: size, height: size, patternUnits: 'userSpaceOnUse' });
  if (transform) set(element, { patternTransform: transform });
  element.append(content);
  return element;
}

function line(size: number): SVGElement {
  const element = document.createElementNS(namespace, 'rect');
  set(element, { width: 2.5, height: size, fill: 'var(--dead)' });
  return element;
}

function dot(): SVGElement {
  const element = document.createElementNS(namespace, 'circle');
  set(element, { cx: 2, cy: 2, r: 1.2, fill: 'var(--muted)' });
  return element;
}

function set(element: SVGElement, attributes: Record<string, string | number>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}
