import { encodeXML } from 'entities';
import type { UndirectedGraph } from 'graphology';

type Attributes = Record<string, string | number>;

/**
 * A graph as GraphML (graphml.graphdrawing.org, Primer): each attribute that occurs is declared as string or double.
 * graphology reads this format but doesn't write it.
 */
export function graphml(graph: UndirectedGraph): string {
  const nodes = graph.mapNodes((id, attributes) => ({ id, attributes: attributes as Attributes }));
  const edges = graph.mapEdges((_, attributes, source, target) => ({
    source,
    target,
    attributes: attributes as Attributes,
  }));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keysOf('node', nodes),
    ...keysOf('edge', edges),
    '<graph edgedefault="undirected">',
    ...nodes.map(({ id, attributes }) => `<node id="${encodeXML(id)}">${dataOf('node', attributes)}</node>`),
    ...edges.map(
      ({ source, target, attributes }) =>
        `<edge source="${encodeXML(source)}" target="${encodeXML(target)}">${dataOf('edge', attributes)}</edge>`,
    ),
    '</graph>',
    '</graphml>',
    '',
  ].join('\n');
}

function keysOf(element: 'node' | 'edge', items: readonly { attributes: Attributes }[]): string[] {
  const types = new Map<string, string>();
  for (const { attributes } of items) {
    for (const [name, value] of Object.entries(attributes))
      types.set(name, typeof value === 'number' ? 'double' : 'string');
  }
  return [...types].map(
    ([name, type]) =>
      `<key id="${element}-${encodeXML(name)}" for="${element}" attr.name="${encodeXML(name)}" attr.type="${type}"/>`,
  );
}

const dataOf = (element: 'node' | 'edge', attributes: Attributes) =>
  Object.entries(attributes)
    .map(([name, value]) => `<data key="${element}-${encodeXML(name)}">${encodeXML(String(value))}</data>`)
    .join('');
