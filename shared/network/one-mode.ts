import type { StanceTotal } from './two-mode.ts';

/** Two actors and on how many issues they stand together, or against each other. */
export interface ActorPair {
  source: string;
  target: string;
  weight: number;
}

export interface OneModeNetworks {
  /** Issues on which both hold the same side (both for, or both against). */
  congruence: ActorPair[];
  /** Issues on which one is for and the other against. */
  conflict: ActorPair[];
}

/**
 * Actors bound by the issues they take sides on: the congruence and the conflict network of discourse network analysis
 * (Leifeld 2017, Oxford Handbook of Political Networks). An actor holds a side from one statement on; who holds both sides
 * of an issue is counted with each. Neutral statements bind nobody. Pairs are ordered by their ids.
 */
export function oneModeNetworks(totals: readonly StanceTotal[]): OneModeNetworks {
  const byIssue = new Map<string, StanceTotal[]>();
  for (const total of totals) byIssue.set(total.issue, [...(byIssue.get(total.issue) ?? []), total]);
  const congruence = new Map<string, ActorPair>();
  const conflict = new Map<string, ActorPair>();
  for (const holders of byIssue.values()) {
    const ordered = [...holders].sort((a, b) => (a.actor < b.actor ? -1 : 1));
    for (const [index, one] of ordered.entries()) {
      for (const other of ordered.slice(index + 1)) {
        add(congruence, one, other, both(one.for, other.for) + both(one.against, other.against));
        add(conflict, one, other, both(one.for, other.against) + both(one.against, other.for));
      }
    }
  }
  return { congruence: inOrder(congruence), conflict: inOrder(conflict) };
}

const both = (one: number, other: number) => (one > 0 && other > 0 ? 1 : 0);

function add(pairs: Map<string, ActorPair>, one: StanceTotal, other: StanceTotal, weight: number): void {
  if (weight === 0) return;
  const key = `${one.actor}\n${other.actor}`;
  const pair = pairs.get(key) ?? { source: one.actor, target: other.actor, weight: 0 };
  pairs.set(key, { ...pair, weight: pair.weight + weight });
}

const inOrder = (pairs: Map<string, ActorPair>) =>
  [...pairs].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, pair]) => pair);
