import * as Plot from '@observablehq/plot';
import { counted, signed } from '../shaping/format.ts';
import type { PlacedLink, PlacedNode } from './network-layout.ts';
import type { Highlight, Target } from './target.ts';

/** Colour of a link by the balance of its statements: at least two to one for a side. */
const sideColour = ({ balance }: PlacedLink) =>
  balance === null
    ? 'var(--neutral)'
    : balance > 1 / 3
      ? 'var(--for)'
      : balance < -1 / 3
        ? 'var(--against)'
        : 'var(--divided)';

const sideText = (link: PlacedLink) =>
  `${link.for} for, ${link.against} against, ${link.neutral} neutral${link.balance === null ? '' : ` (balance ${signed(link.balance)})`}`;

/** The network drawn: issues as squares, actors as circles, links as wide as they have statements. */
export function networkPart(
  { nodes, links }: { nodes: PlacedNode[]; links: PlacedLink[] },
  period: { from: string; to: string },
  width: number,
  height: number,
): { svg: SVGSVGElement; targets: Target[] } {
  const most = Math.max(1, ...links.map(({ statements }) => statements));
  const identity = (size: number) => ({ axis: null, domain: [0, size], range: [0, size] });
  const dots = (mode: PlacedNode['mode']) =>
    Plot.dot(
      nodes.filter((node) => node.mode === mode),
      {
        ...{ x: 'x', y: 'y', r: 'radius', symbol: mode === 'issue' ? 'square' : 'circle' },
        ...{ fill: mode === 'issue' ? 'var(--ink)' : 'var(--accent)', stroke: 'var(--paper)', strokeWidth: 1.5 },
      },
    );
  const names = (mode: PlacedNode['mode']) =>
    Plot.text(
      nodes.filter((node) => node.mode === mode),
      {
        ...{ x: 'x', text: 'label', lineAnchor: 'top', fontSize: 12, fontWeight: mode === 'issue' ? 700 : 500 },
        ...{ fill: 'var(--ink)', stroke: 'var(--paper)', strokeWidth: 4 },
        y: ({ y, radius }: PlacedNode) => y + radius + 3,
      },
    );
  const svg = Plot.plot({
    ...{ width, height, margin: 0, x: identity(width), y: identity(height), r: { type: 'identity' } },
    style: { background: 'none', color: 'var(--ink)', fontFamily: 'inherit', overflow: 'visible' },
    marks: [
      Plot.link(links, {
        x1: ({ source }: PlacedLink) => source.x,
        y1: ({ source }: PlacedLink) => source.y,
        x2: ({ target }: PlacedLink) => target.x,
        y2: ({ target }: PlacedLink) => target.y,
        stroke: sideColour,
        strokeOpacity: ({ statements }: PlacedLink) => 0.14 + 0.6 * Math.sqrt(statements / most),
        strokeWidth: ({ statements }: PlacedLink) => widthOf(statements, most),
      }),
      dots('actor'),
      dots('issue'),
      names('actor'),
      names('issue'),
    ],
  }) as SVGSVGElement & Plot.Plot;
  const targets = [
    ...nodes.map((node) => ({ ...nodeTarget(node, period), highlight: highlightOf(linksOf(node, links), most) })),
    ...links.map((link) => ({ ...linkTarget(link, period), highlight: highlightOf([link], most) })),
  ];
  return { svg, targets };
}

const nodeTarget = (
  { x, y, id, mode, label, statements }: PlacedNode,
  period: { from: string; to: string },
): Target => ({
  ...{ x, y, row: mode === 'actor' ? 0 : 1 },
  lines: [label, counted(statements, 'statement')],
  pick: {
    ...{ kind: 'statements', ...period, stance: null },
    ...{ actor: mode === 'actor' ? id : null, issue: mode === 'issue' ? id : null },
  },
});

const linkTarget = (link: PlacedLink, period: { from: string; to: string }): Target => ({
  x: (link.source.x + link.target.x) / 2,
  y: (link.source.y + link.target.y) / 2,
  row: 2,
  lines: [`${link.source.label} on ${link.target.label}`, sideText(link)],
  pick: { kind: 'statements', ...period, actor: link.actor, issue: link.issue, stance: null },
});

const widthOf = (statements: number, most: number) => 1 + 9 * Math.sqrt(statements / most);

const linksOf = (node: PlacedNode, links: PlacedLink[]) =>
  links.filter(({ source, target }) => source === node || target === node);

function highlightOf(links: PlacedLink[], most: number): Highlight {
  const ends = new Set(links.flatMap(({ source, target }) => [source, target]));
  return {
    links: links.map((link) => ({
      ...{ x1: link.source.x, y1: link.source.y, x2: link.target.x, y2: link.target.y },
      ...{ colour: sideColour(link), width: widthOf(link.statements, most) },
    })),
    labels: [...ends].map(({ x, y, radius, label }) => ({ x, y: y + radius + 14, text: label })),
  };
}
