import type { AuditUnit } from './audit-units.ts';
import type { Sampling } from './sampling.ts';

/** A drawn unit, and how many units of the corpus it stands for; null where the draw allows no estimate. */
export interface DrawnUnit extends AuditUnit {
  weight: number | null;
}

/**
 * Draws units to be coded, in an order that tells nothing of the tagger's answer.
 * @param random in [0, 1): the same sequence draws the same sample
 */
export function drawSample<Unit extends AuditUnit>(
  units: readonly Unit[],
  size: number,
  sampling: Sampling,
  random: () => number,
): (Unit & DrawnUnit)[] {
  const ordered = [...units].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (sampling === 'random') return weighted(ordered, size, random);
  const tagged = ordered.filter(({ tagger }) => tagger !== 'none');
  if (sampling === 'least-confident') {
    const unsure = [...tagged].sort((a, b) => a.confidence - b.confidence).slice(0, size);
    return shuffled(unsure, random).map((unit) => ({ ...unit, weight: null }));
  }
  const strata = new Map<string, Unit[]>();
  for (const unit of tagged) strata.set(unit.issue, [...(strata.get(unit.issue) ?? []), unit]);
  const share = Math.ceil(size / 2 / Math.max(1, strata.size));
  const drawn = [...strata.values()].flatMap((stratum) => weighted(stratum, share, random));
  const untagged = ordered.filter(({ tagger }) => tagger === 'none');
  return shuffled([...drawn, ...weighted(untagged, size - drawn.length, random)], random);
}

function weighted<Unit extends AuditUnit>(
  stratum: readonly Unit[],
  size: number,
  random: () => number,
): (Unit & DrawnUnit)[] {
  const drawn = shuffled(stratum, random).slice(0, Math.max(0, size));
  return drawn.map((unit) => ({ ...unit, weight: stratum.length / drawn.length }));
}

/** Fisher and Yates's shuffle (Knuth, The Art of Computer Programming 2, 3.4.2, algorithm P). */
function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const chosen = Math.floor(random() * (last + 1));
    [order[last], order[chosen]] = [order[chosen]!, order[last]!];
  }
  return order;
}
