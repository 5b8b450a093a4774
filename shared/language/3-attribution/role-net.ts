import { BOTH, CELLS, GatedReader, RowProducts, STATE, type WholeWeights } from '../gated-reader.ts';
import { Pos } from '../part-of-speech.ts';
import type { TextView } from '../text-view.ts';
import { DIMENSIONS, vectorAt, vocabulary, wordIndex } from '../vectors.ts';
import { SPECIALS, wordCode } from '../word-codes.ts';
import { LONGEST, ROLES } from './roles.ts';

/** The code of any name, so that nobody is judged by theirs. */
const NAME = 2;
const HIDDEN = 64;
const CUE_HIDDEN = 32;
const FARTHEST = 10;
/** Steps of the distance to the cue, on either side. */
export const DISTANCES = 2 * FARTHEST + 1;
const MOST_COMMAS = 3;
/** Numbers of commas between a token and the cue: 0, 1, 2, 3 and more. */
export const COMMAS = MOST_COMMAS + 1;

/** The network's weights, row by row; both directions where not said otherwise. Made by `bench/attribution/train-net.py`. */
export interface RoleNetWeights {
  /** Stand in for a vector: `SPECIALS` rows of `DIMENSIONS`. */
  special: Float32Array;
  /** From a vector to the gates: `BOTH` rows of `DIMENSIONS`. */
  fromVector: Float32Array;
  /** Values of their own of the commonest words, and from these to the gates: `BOTH` rows. */
  own: Float32Array;
  fromOwn: Float32Array;
  /** From a place to the gates, bias included: `BOTH` for each part of speech, inside quotation marks or not, with a capital or not. */
  fromPlace: Float32Array;
  /** From the state before to the gates. */
  fromState: WholeWeights;
  stateBias: Float32Array;
  /** From a token's state, and from the cue's, to the hidden layer: `STATE` to `HIDDEN`. */
  fromToken: WholeWeights;
  fromCue: WholeWeights;
  /** From the distance (bias included), and from the commas between, to the hidden layer: rows of `HIDDEN`. */
  fromDistance: Float32Array;
  fromCommas: Float32Array;
  /** To the roles: `ROLES` rows of `HIDDEN`. */
  out: Float32Array;
  outBias: Float32Array;
  /** From a token's state to whether it is a cue: `STATE` to `CUE_HIDDEN`, then one row. */
  cueHidden: WholeWeights;
  cueHiddenBias: Float32Array;
  cueOut: Float32Array;
  cueOutBias: Float32Array;
}

/** Inputs and outputs of the weights in whole numbers. */
export const wholeShapes = {
  fromState: [2 * CELLS, BOTH / 2],
  fromToken: [STATE, HIDDEN],
  fromCue: [STATE, HIDDEN],
  cueHidden: [STATE, CUE_HIDDEN],
} as const;
type WholeName = keyof typeof wholeShapes;

/** The other columns of weights. */
export const floatNames = [
  'special',
  'fromVector',
  'own',
  'fromOwn',
  'fromPlace',
  'stateBias',
  'fromDistance',
  'fromCommas',
  'out',
  'outBias',
  'cueHiddenBias',
  'cueOut',
  'cueOutBias',
] as const satisfies Exclude<keyof RoleNetWeights, WholeName>[];

/** The tokens of a text from `from` on, as the network reads them. */
export interface RoleNetInputs {
  length: number;
  /** Per token: the code of its word. */
  codes: Int32Array;
  /** Per token: four times its part of speech, plus 2 inside quotation marks, plus 1 with a capital. */
  places: Uint8Array;
}

/** Reads the tokens from `from` to before `to`. */
export function roleNetInputs({ tokens, pos, quotes }: TextView, from: number, to: number): RoleNetInputs {
  const length = to - from;
  const codes = new Int32Array(length);
  const places = new Uint8Array(length);
  for (let at = 0; at < length; at += 1) {
    const token = from + at;
    const word = tokens.lower[token]!;
    const isName = pos[token] === Pos.PROPN && tokens.capital[token] === 1;
    codes[at] = isName ? NAME : wordCode(wordIndex(word), word);
    places[at] = 4 * pos[token]! + (quotes.quoteOfToken[token]! >= 0 ? 2 : 0) + tokens.capital[token]!;
  }
  return { length, codes, places };
}

const stepsByDistance = Uint8Array.from({ length: LONGEST + 1 }, (_, distance) =>
  distance < 5 ? distance : Math.min(FARTHEST, 4 + Math.round(2 * Math.log2(distance / 4))),
);

/** For each token the step of its distance to the cue at `cue`, `FARTHEST` for the cue itself, times `COMMAS`, plus the commas between. */
export function relationsTo(codes: Int32Array, cue: number): Uint8Array {
  const relations = new Uint8Array(codes.length);
  for (const side of [-1, 1]) {
    let commas = 0;
    for (let at = cue + side; at >= 0 && at < codes.length; at += side) {
      relations[at] = COMMAS * (FARTHEST + side * stepsByDistance[Math.abs(at - cue)]!) + commas;
      if (codes[at] === COMMA && commas < MOST_COMMAS) commas += 1;
    }
  }
  relations[cue] = COMMAS * FARTHEST;
  return relations;
}

const COMMA = wordCode(-1, ',');
const { BYTES_PER_ELEMENT } = Float32Array;
const hiddenBytes = HIDDEN * BYTES_PER_ELEMENT;

/** Columns that lie in the reader's memory, and what is worked out there; by name, with the numbers each has room for. */
const beside = {
  /** Whole weights, which take half of this room. */
  fromToken: STATE * HIDDEN,
  fromCue: STATE * HIDDEN,
  cueHidden: STATE * CUE_HIDDEN,
  cueHiddenBias: CUE_HIDDEN,
  noBias: HIDDEN,
  out: ROLES * HIDDEN,
  /** For each relation of a token to the cue what it adds to the hidden layer. */
  relations: DISTANCES * COMMAS * HIDDEN,
  /** The token's part of the hidden layer, by token; the cue's; the layer itself. */
  tokens: LONGEST * HIDDEN,
  cue: HIDDEN,
  layer: HIDDEN,
  /** The address of each token's relation. */
  addresses: LONGEST,
  said: LONGEST * ROLES,
  cueLayer: CUE_HIDDEN,
} as const;
type Beside = keyof typeof beside;

/**
 * A gated recurrent network over a sentence, both ways, word vectors below; names are masked. Above, each token's state tells whether it
 * is a cue, and with a cue's state, its distance and the commas between, which role it plays to that cue: so a sentence is
 * read once, whatever the number of its cues.
 */
export class RoleNet {
  private readonly weights: RoleNetWeights;
  private readonly reader: GatedReader;
  private readonly at: Record<Beside, number>;
  private readonly said: Float32Array;
  private readonly cueLayer: Float32Array;
  private readonly addresses: Int32Array;
  /** What was read last, so that its next cue is asked for without reading it again. */
  private view: TextView | null = null;
  private from = 0;
  private inputs: RoleNetInputs = { length: 0, codes: new Int32Array(0), places: new Uint8Array(0) };

  constructor(weights: RoleNetWeights) {
    this.weights = weights;
    const sizes = Object.values(beside);
    this.reader = new GatedReader(weights, wordProducts(weights), {
      maximum: LONGEST,
      words: SPECIALS + vocabulary(),
      beside: sizes.reduce((sum, size) => sum + size, 0) * BYTES_PER_ELEMENT,
    });
    const { buffer, besideAt } = this.reader;
    let at = besideAt;
    const places = Object.entries(beside).map(([name, size]) => {
      at += size * BYTES_PER_ELEMENT;
      return [name, at - size * BYTES_PER_ELEMENT];
    });
    this.at = Object.fromEntries(places) as Record<Beside, number>;
    for (const name of ['out', 'cueHiddenBias'] as const) new Float32Array(buffer, this.at[name]).set(weights[name]);
    for (const name of ['fromToken', 'fromCue', 'cueHidden'] as const)
      new Int16Array(buffer, this.at[name]).set(weights[name].rows);
    new Float32Array(buffer, this.at.relations).set(relationRows(weights));
    this.said = new Float32Array(buffer, this.at.said, LONGEST * ROLES);
    this.cueLayer = new Float32Array(buffer, this.at.cueLayer, CUE_HIDDEN);
    this.addresses = new Int32Array(buffer, this.at.addresses, LONGEST);
  }

  /** Log-odds that token `cue`, of those from `from` to before `to` (at most `LONGEST`), tells that somebody says, thinks or wants something. */
  cueOdds(view: TextView, from: number, to: number, cue: number): number {
    this.read(view, from, to);
    this.multiply('cueHidden', cue - from, this.at.cueHiddenBias, this.at.cueLayer);
    const { cueOut, cueOutBias } = this.weights;
    let odds = cueOutBias[0]!;
    for (let row = 0; row < CUE_HIDDEN; row += 1) odds += cueOut[row]! * Math.tanh(this.cueLayer[row]!);
    return odds;
  }

  /** Logits of the roles that those tokens play to that cue, `ROLES` a token; they hold until the next call. */
  roleLogits(view: TextView, from: number, to: number, cue: number): Float32Array {
    this.read(view, from, to);
    const { at, addresses, inputs, said } = this;
    const { outBias } = this.weights;
    const relations = relationsTo(inputs.codes, cue - from);
    for (let token = 0; token < inputs.length; token += 1)
      addresses[token] = at.relations + relations[token]! * hiddenBytes;
    this.multiply('fromCue', cue - from, at.noBias, at.cue);
    this.reader.kernel.layer(
      at.tokens,
      at.tokens + inputs.length * hiddenBytes,
      hiddenBytes,
      at.cue,
      at.addresses,
      at.layer,
      at.out,
      at.out + beside.out * BYTES_PER_ELEMENT,
      ROLES * BYTES_PER_ELEMENT,
      at.said,
    );
    for (let token = 0; token < inputs.length; token += 1)
      for (let role = 0; role < ROLES; role += 1)
        said[token * ROLES + role] = said[token * ROLES + role]! + outBias[role]!;
    return said;
  }

  private read(view: TextView, from: number, to: number): void {
    if (view === this.view && from === this.from && to - from === this.inputs.length) return;
    this.view = null;
    this.inputs = roleNetInputs(view, from, to);
    this.reader.read(this.inputs);
    for (let token = 0; token < this.inputs.length; token += 1)
      this.multiply('fromToken', token, this.at.noBias, this.at.tokens + token * hiddenBytes);
    this.from = from;
    this.view = view;
  }

  private multiply(name: Exclude<WholeName, 'fromState'>, token: number, bias: number, into: number): void {
    const [, outputs] = wholeShapes[name];
    this.reader.multiplyState(token, outputs, this.weights[name].unit, { rows: this.at[name], bias, into });
  }
}

/** What the word of each code adds to the gates; it holds until the next call. */
function wordProducts({ special, fromVector, own, fromOwn }: RoleNetWeights): (code: number) => Float32Array {
  const ownValues = fromOwn.length / BOTH;
  const width = DIMENSIONS + ownValues;
  const rows = new Float32Array(BOTH * width);
  for (let row = 0; row < BOTH; row += 1) {
    rows.set(fromVector.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS), row * width);
    rows.set(fromOwn.subarray(row * ownValues, (row + 1) * ownValues), row * width + DIMENSIONS);
  }
  const products = new RowProducts(rows, width);
  const inputs = new Float32Array(width);
  return (code) => {
    const word = code - SPECIALS;
    inputs.fill(0);
    inputs.set(word < 0 ? special.subarray(code * DIMENSIONS, (code + 1) * DIMENSIONS) : vectorAt(word));
    // Words are numbered in order of frequency: those with values of their own come first.
    if (word >= 0) inputs.set(own.subarray(word * ownValues, (word + 1) * ownValues), DIMENSIONS);
    return products.with(inputs);
  };
}

/** What each relation adds to the hidden layer. */
function relationRows({ fromDistance, fromCommas }: RoleNetWeights): Float32Array {
  const rows = new Float32Array(beside.relations);
  for (let relation = 0; relation < DISTANCES * COMMAS; relation += 1) {
    const distance = Math.floor(relation / COMMAS) * HIDDEN;
    const commas = (relation % COMMAS) * HIDDEN;
    for (let n = 0; n < HIDDEN; n += 1)
      rows[relation * HIDDEN + n] = fromDistance[distance + n]! + fromCommas[commas + n]!;
  }
  return rows;
}
