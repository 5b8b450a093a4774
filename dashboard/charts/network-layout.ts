import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import type { NetworkLink, NetworkNode } from '../../shared/network/two-mode.ts';
import { separateBoxes } from './separate-boxes.ts';

export interface PlacedNode extends NetworkNode, SimulationNodeDatum {
  x: number;
  y: number;
  label: string;
  radius: number;
}

export interface PlacedLink extends NetworkLink {
  source: PlacedNode;
  target: PlacedNode;
}

const ticks = 260;
const edge = 26;

/**
 * Places a two-mode network by forces (d3-force, whose start is the same every time: so is the picture). Issues keep to
 * the middle, actors settle around those they speak on; labels get room.
 */
export function placeNetwork(
  { nodes, links }: { nodes: readonly NetworkNode[]; links: readonly NetworkLink[] },
  labelOf: (node: NetworkNode) => string,
  width: number,
  height: number,
): { nodes: PlacedNode[]; links: PlacedLink[] } {
  const most = Math.max(1, ...nodes.map(({ statements }) => statements));
  const placed = nodes.map(
    (node): PlacedNode => ({
      ...node,
      ...{ label: labelOf(node), radius: 5 + 13 * Math.sqrt(node.statements / most) },
      ...{ x: Number.NaN, y: Number.NaN },
    }),
  );
  const byId = new Map(placed.map((node) => [`${node.mode} ${node.id}`, node]));
  const bound = links.map(
    (link): PlacedLink => ({
      ...link,
      source: byId.get(`actor ${link.actor}`)!,
      target: byId.get(`issue ${link.issue}`)!,
    }),
  );
  const room = (node: PlacedNode) => node.radius + Math.min(46, 10 + node.label.length * 2.2);
  forceSimulation(placed)
    .force(
      'link',
      forceLink<PlacedNode, PlacedLink>(bound)
        .distance(120)
        .strength(({ statements }) => 0.06 + 0.3 * Math.sqrt(statements / most)),
    )
    .force('charge', forceManyBody<PlacedNode>().strength(-420))
    .force('room', forceCollide<PlacedNode>(room).iterations(3))
    .force(
      'across',
      forceX<PlacedNode>(0).strength((node) => (node.mode === 'issue' ? 0.09 : 0.03)),
    )
    .force(
      'down',
      forceY<PlacedNode>(0).strength((node) => (node.mode === 'issue' ? 0.14 : 0.09)),
    )
    .stop()
    .tick(ticks);
  fitInto(placed, width, height);
  keepLabelsApart(placed, width, height);
  return { nodes: placed, links: bound };
}

const letter = 6.7;
const labelHeight = 18;

function keepLabelsApart(nodes: PlacedNode[], width: number, height: number): void {
  const boxes = nodes.map(({ x, y, radius, label }) => ({
    ...{ x, y, halfWidth: Math.max(radius, (label.length * letter) / 2) + 3, above: radius + 2 },
    below: radius + labelHeight,
  }));
  separateBoxes(boxes, width, height);
  nodes.forEach((node, index) => {
    node.x = boxes[index]!.x;
    node.y = boxes[index]!.y;
  });
}

/** Moves and stretches the picture into its frame. */
function fitInto(nodes: PlacedNode[], width: number, height: number): void {
  const range = (values: number[]) => [Math.min(...values), Math.max(...values)] as const;
  const [left, right] = range(nodes.map(({ x }) => x));
  const [top, bottom] = range(nodes.map(({ y }) => y));
  const side = Math.min(90, width * 0.16);
  for (const node of nodes) {
    node.x = right > left ? side + ((node.x - left) / (right - left)) * (width - 2 * side) : width / 2;
    node.y = bottom > top ? edge + ((node.y - top) / (bottom - top)) * (height - 2 * edge - 14) : height / 2;
  }
}
