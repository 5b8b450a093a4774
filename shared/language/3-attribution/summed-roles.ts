import { FeatureSums, wasmMemory } from '../feature-sums.ts';
import { readBytes } from '../model/read-model.ts';
import { LARGEST_SQUARE, type StepWeights } from '../quantised-weights.ts';
import { LONGEST, likeliest, PAIR, PAIR_TABLE, ROLES, Role, type RoleTokens, SINGLE, SINGLE_TABLE } from './roles.ts';

/** The weights of the role model, to be summed as whole numbers, and what finds the best roles by the sums. */
export interface RoleSums {
  single: FeatureSums;
  pair: FeatureSums;
  decoder: RoleDecoder;
}

/** The weights as they are shipped. */
export function roleSums(single: StepWeights, pair: StepWeights): RoleSums {
  const pairAt = FeatureSums.bytes(single, SINGLE_TABLE, LONGEST);
  const decoderAt = pairAt + FeatureSums.bytes(pair, PAIR_TABLE, LONGEST);
  const memory = wasmMemory(decoderAt + RoleDecoder.bytes);
  return {
    single: new FeatureSums(single, SINGLE_TABLE, LONGEST, memory),
    pair: new FeatureSums(pair, PAIR_TABLE, LONGEST, memory, pairAt),
    decoder: new RoleDecoder(memory, decoderAt),
  };
}

const FORBIDDEN = -1e9;
/** A weight is its square times the unit, rounded to 24 bits: so far may two sums of one token's weights be off, in largest weights. */
const ROUNDING = 2 * (SINGLE + PAIR) * 2 ** -24;
/** A role's place among those that a vector holds two of. */
const PLACES = 6;
const ROW = PLACES * Float64Array.BYTES_PER_ELEMENT;
/** Added to a choice. */
const UNCLEAR = 8;
/** What may be at a token: any role, any that begins no sentence, or none, since it is part of the cue. */
const State = { any: 0, first: 1, fixed: 2 } as const;

/** An inside follows its own beginning or inside. */
const mayFollow = (role: number, previous: number) =>
  (role !== Role.source || previous === Role.sourceStart || previous === Role.source) &&
  (role !== Role.content || previous === Role.contentStart || previous === Role.content);

/** A token of the cue plays no role; an inside begins no sentence. */
const isPossible = (role: number, state: number) =>
  role === Role.none ||
  (state === State.any ? true : state === State.first && role !== Role.source && role !== Role.content);

/** Finds the likeliest roles in WebAssembly (`bench/language/decode-roles.wat`), three times as fast as in JavaScript. */
class RoleDecoder {
  /** Bytes of memory that it takes. */
  static readonly bytes = ROLES * ROW + Object.keys(State).length * ROW + ROW + LONGEST * (ROLES + 1);
  readonly scores: Float64Array;
  /** By token and role, the role before; plus `UNCLEAR` where another is nearly as good. */
  readonly choices: Uint8Array;
  private readonly states: Uint8Array;
  private readonly decode: (...values: number[]) => void;
  private readonly allowedAt: number;
  private readonly impossibleAt: number;

  /** Lies in the memory from byte `from` on. */
  constructor(memory: WebAssembly.Memory, from: number) {
    const { buffer } = memory;
    this.allowedAt = from;
    this.impossibleAt = from + ROLES * ROW;
    const scoresAt = this.impossibleAt + Object.keys(State).length * ROW;
    this.scores = new Float64Array(buffer, scoresAt, PLACES);
    this.states = new Uint8Array(buffer, scoresAt + ROW, LONGEST);
    this.choices = new Uint8Array(buffer, scoresAt + ROW + LONGEST, LONGEST * ROLES);
    const allowed = new Float64Array(buffer, this.allowedAt, ROLES * PLACES);
    for (let previous = 0; previous < ROLES; previous++)
      for (let role = 0; role < ROLES; role++)
        allowed[previous * PLACES + role] = mayFollow(role, previous) ? 0 : 4 * FORBIDDEN;
    for (const state of Object.values(State)) {
      const masks = new BigInt64Array(buffer, this.impossibleAt + state * ROW, PLACES);
      for (let role = 0; role < ROLES; role++) masks[role] = isPossible(role, state) ? 0n : -1n;
    }
    const module = new WebAssembly.Module(readBytes('decode-roles.wasm'));
    const { exports } = new WebAssembly.Instance(module, { features: { memory } });
    this.decode = exports.decode as (...values: number[]) => void;
  }

  /** Decodes by the sums that have been made: `scores` are then those of the last token. */
  run({ count, fixed }: RoleTokens, single: FeatureSums, pair: FeatureSums, close: number): void {
    const { choices, scores, states } = this;
    scores.fill(FORBIDDEN);
    scores[Role.none] = 0;
    for (let at = 0; at < count; at++) states[at] = fixed[at] === 0 ? State.any : State.fixed;
    if (states[0] === State.any) states[0] = State.first;
    this.decode(
      single.sums.byteOffset,
      pair.sums.byteOffset,
      states.byteOffset,
      count,
      single.unit,
      pair.unit,
      close,
      this.allowedAt,
      this.impossibleAt,
      scores.byteOffset,
      choices.byteOffset,
    );
  }
}

/**
 * What `decodeExactly` finds, some times as fast, of the features whose values the sums hold (`roleValues`); null where two
 * ways are so close that the rounding of the weights themselves might decide between them.
 */
export function decodeSummed(tokens: RoleTokens, { single, pair, decoder }: RoleSums): Uint8Array | null {
  const { count } = tokens;
  single.sum(count);
  pair.sum(count);
  const close = count * ROUNDING * LARGEST_SQUARE * Math.max(single.unit, pair.unit);
  decoder.run(tokens, single, pair, close);
  const { scores, choices } = decoder;
  return isClear(scores, close) ? traceClear(scores, choices, count) : null;
}

/** Like `traceBack`, null where a choice on the way isn't clear; those of other ways don't matter. */
function traceClear(last: Float64Array, choices: Uint8Array, count: number): Uint8Array | null {
  const roles = new Uint8Array(count);
  let role = likeliest(last);
  for (let at = count - 1; at >= 0; at--) {
    roles[at] = role;
    role = choices[at * ROLES + role]!;
    if (role >= UNCLEAR) return null;
  }
  return roles;
}

/** Whether no other role's score comes near the highest. */
function isClear(scores: Float64Array, close: number): boolean {
  let most = scores[0]!;
  for (let role = 1; role < ROLES; role++) most = Math.max(most, scores[role]!);
  let near = 0;
  for (let role = 0; role < ROLES; role++) if (most - scores[role]! < close) near++;
  return near === 1;
}
