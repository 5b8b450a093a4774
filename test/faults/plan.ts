import { type Chance, chanceOf } from './random.ts';

/**
 * What can go wrong with one request to DynamoDB or SQS.
 * `throttled`, `failed`: not done, an error. `unacknowledged`: done, but the caller gets an error. `repeated`: done, the
 * acknowledgement lost, and done again by the SDK's own retry. `crash-before`, `crash-after`: the process dies.
 */
export const requestFaults = [
  'throttled',
  'failed',
  'unacknowledged',
  'repeated',
  'crash-before',
  'crash-after',
] as const;
export type RequestFault = (typeof requestFaults)[number];

/** What a seed lets go wrong. Rates are probabilities an opportunity. */
export interface Plan {
  seed: number;
  /** One fault at one call site (`stage command table`), at its nth call; null in a storm. */
  site: { name: string; fault: RequestFault; nth: number } | null;
  rates: {
    request: number;
    /** A batch request is done in part only. */
    partialBatch: number;
    /** A message is delivered twice, or its deletion is lost. */
    duplicate: number;
    /** A feed or a page answers with an error, half a document, or nothing. */
    web: number;
  };
  /** Faults after which the storm is over. */
  budget: number;
  /** Milliseconds that each process's clock is off. */
  skews: number[];
  poison: boolean;
  /** Publishes an altered codebook half-way, while processes still hold the first. */
  twoCodebooks: boolean;
}

const calm = { request: 0, partialBatch: 0, duplicate: 0, web: 0 };
const noSkew = [0, 0, 0];

/** Nothing goes wrong; what is to be compared with. */
export const undisturbed = (twoCodebooks: boolean): Plan => ({
  ...{ seed: -1, site: null, rates: calm, budget: 0, skews: noSkew, poison: false, twoCodebooks },
});

/** The plan of a seed: odd ones take the call sites one by one with each fault, even ones are storms. */
export function planOf(seed: number, sites: readonly string[]): Plan {
  const chance = chanceOf(seed);
  return seed % 2 === 1 ? siteFault(seed, sites, chance) : storm(seed, chance);
}

function siteFault(seed: number, sites: readonly string[], chance: Chance): Plan {
  const turn = (seed - 1) / 2;
  const name = sites[turn % sites.length]!;
  const fault = requestFaults[Math.floor(turn / sites.length) % requestFaults.length]!;
  return {
    ...undisturbed(false),
    ...{ seed, site: { name, fault, nth: chance.below(6) }, budget: 1 },
  };
}

function storm(seed: number, chance: Chance): Plan {
  const skew = () => (chance.hits(0.5) ? (chance.next() - 0.5) * 20 * 60_000 : 0);
  return {
    ...{ seed, site: null },
    rates: {
      request: chance.pick([0.005, 0.02, 0.05]),
      partialBatch: chance.pick([0, 0.1, 0.3]),
      duplicate: chance.pick([0, 0.1, 0.4]),
      web: chance.pick([0, 0.1, 0.3]),
    },
    budget: chance.pick([10, 30, 80]),
    skews: [skew(), skew(), skew()],
    poison: chance.hits(0.5),
    twoCodebooks: chance.hits(0.3),
  };
}
