import type { ChartPick } from '../state/pick.ts';

/** A point of a chart that can be reached by pointer and keyboard, in pixels of the chart. */
export interface Target {
  x: number;
  y: number;
  /** Targets of one row follow each other with the left and right arrow; up and down change the row. */
  row: number;
  /** What is read out and shown beside the point: first line bold. */
  lines: string[];
  pick: ChartPick;
  /** What stands out while the point is active; everything else then steps back. */
  highlight?: Highlight;
}

/** Lines and names that belong to a point of a network. */
export interface Highlight {
  links: { x1: number; y1: number; x2: number; y2: number; colour: string; width: number }[];
  labels: { x: number; y: number; text: string }[];
}

/** The target nearest to a place; across counts less than up and down when a chart is read along time. */
export function nearest(targets: readonly Target[], x: number, y: number, alongTime: boolean): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  targets.forEach((target, index) => {
    const distance = (target.x - x) ** 2 + (alongTime ? 0.25 : 1) * (target.y - y) ** 2;
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

/** Where an arrow key leads from a target; the same index when there is nothing further. */
export function neighbour(targets: readonly Target[], index: number, key: string): number {
  const from = targets[index];
  if (!from) return targets.length > 0 ? 0 : -1;
  const places = targets.map((target, place) => ({ target, place }));
  if (key === 'Home' || key === 'End') {
    const row = inOrder(places.filter(({ target }) => target.row === from.row));
    return (key === 'Home' ? row[0] : row.at(-1))?.place ?? index;
  }
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const row = inOrder(places.filter(({ target }) => target.row === from.row));
    const at = row.findIndex(({ place }) => place === index);
    return row[at + (key === 'ArrowRight' ? 1 : -1)]?.place ?? index;
  }
  const step = key === 'ArrowDown' ? 1 : -1;
  const rows = [...new Set(targets.map(({ row }) => row))].sort((a, b) => a - b);
  const wanted = rows[rows.indexOf(from.row) + step];
  const candidates = places.filter(({ target }) => target.row === wanted);
  if (candidates.length === 0) return index;
  return candidates.reduce((best, each) =>
    Math.abs(each.target.x - from.x) < Math.abs(best.target.x - from.x) ? each : best,
  ).place;
}

const inOrder = (places: { target: Target; place: number }[]) => places.sort((a, b) => a.target.x - b.target.x);
