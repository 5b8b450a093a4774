/** Chance that depends on a seed alone. */
export interface Chance {
  /** In [0, 1). */
  next(): number;
  /** True with the probability. */
  hits(probability: number): boolean;
  /** One of the list. @throws when it is empty */
  pick<T>(list: readonly T[]): T;
  /** From 0 to below the limit. */
  below(limit: number): number;
}

/** Numbers by mulberry32 (T. Ettinger, 2017), so that a run can be repeated from its seed. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    hits: (probability) => next() < probability,
    pick(list) {
      if (list.length === 0) throw new RangeError('nothing to pick from');
      return list[below(list.length)]!;
    },
  };
}
