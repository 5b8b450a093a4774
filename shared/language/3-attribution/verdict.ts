import { type FeatureTable, featureValues, mixAll, put } from '../hashing.ts';
import type { TextView } from '../text-view.ts';
import type { RawAttribution } from './extract.ts';

/** Slots of the table of the last judgement. */
export const VERDICT_SLOTS = 1 << 15;
const TABLE: FeatureTable = { kind: 500, features: 27, rows: VERDICT_SLOTS, width: 1 };
const values = featureValues(TABLE.features);
const slots = new Int32Array(TABLE.features);

const sizeOf = (length: number) =>
  length < 2 ? length : length < 4 ? 2 : length < 8 ? 3 : length < 16 ? 4 : length < 30 ? 5 : 6;

/** How much a word looks like a cue: log-odds by the linear model, which knows the words around it, and by the network. */
export interface CueSigns {
  linearOdds: number;
  netOdds: number;
}

/** Slots of the features of a whole attribution: how sure its cue is, and what source and content look like beside it. They hold until the next. */
export function verdictFeatures(view: TextView, attribution: RawAttribution, signs: CueSigns): Int32Array {
  const { classes, pos, quotes, tokens, pass } = view;
  const { cue, sourceFrom, sourceTo, content, sentence } = attribution;
  const word = classes.word[cue]!;
  const level = Math.max(0, Math.min(15, Math.round(signs.linearOdds * 1.5) + 5));
  const netLevel = Math.max(0, Math.min(19, Math.round(signs.netOdds * 2) + 10));
  const head = sourceTo > 0 ? sourceTo - 1 : -1;
  const sourceTag = head < 0 ? 15 : pos[head]!;
  const sourceSide = head < 0 ? 0 : head < cue ? 1 : 2;
  const first = content[0]![0];
  const last = content.at(-1)![1];
  let length = 0;
  let quoted = 0;
  for (const [from, to] of content) {
    length += to - from;
    for (let at = from; at < to; at++) if (quotes.quoteOfToken[at]! >= 0) quoted++;
  }
  const size = sizeOf(length);
  const share = quoted === 0 ? 0 : quoted > length * 0.7 ? 2 : 1;
  const side = first > cue ? 1 : last <= cue ? 0 : 2;
  const reaches = last >= pass.first[sentence + 1]! - 2 ? 1 : 0;
  const gap = side === 1 ? Math.min(7, first - cue) : Math.min(7, Math.max(0, cue - last));
  const distance = head < 0 ? 0 : Math.min(7, head < cue ? cue - head : sourceFrom - cue);
  const inQuote = quotes.quoteOfToken[cue]! >= 0 ? 1 : 0;
  put(values, 0, level, 0);
  put(values, 1, level, size * 4 + share);
  put(values, 2, level, sourceTag * 4 + sourceSide);
  put(values, 3, level, side * 16 + gap * 2 + reaches);
  put(values, 4, word, sourceTag * 4 + sourceSide);
  put(values, 5, word, size);
  put(values, 6, word, share * 4 + side);
  put(values, 7, word, classes.word[first]!);
  put(values, 8, word, pos[first]!);
  put(values, 9, word, gap * 16 + distance);
  put(values, 10, classes.cluster[cue]!, sourceTag * 64 + size * 4 + share);
  put(values, 11, head < 0 ? 0 : classes.word[head]!, side);
  put(values, 12, head < 0 ? 257 : classes.cluster[head]!, level);
  put(values, 13, classes.word[first]!, side);
  put(values, 14, classes.cluster[first]!, classes.cluster[cue]!);
  put(values, 15, sourceTag * 4 + sourceSide, size * 16 + share * 4 + side);
  put(values, 16, gap * 16 + distance, side * 4 + share);
  put(values, 17, content.length, share * 4 + side);
  put(values, 18, inQuote * 16 + share, level);
  put(values, 19, tokens.kind[first]!, gap);
  put(values, 20, reaches * 8 + size, sourceTag);
  put(values, 21, netLevel, 0);
  put(values, 22, netLevel, level);
  put(values, 23, netLevel, size * 4 + share);
  put(values, 24, netLevel, sourceTag * 4 + sourceSide);
  put(values, 25, netLevel, side * 16 + gap * 2 + reaches);
  put(values, 26, netLevel, inQuote * 4 + share);
  mixAll(values, TABLE, 1, slots);
  return slots;
}
