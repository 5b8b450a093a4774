import { mix } from '../hashing.ts';
import type { TextView } from '../text-view.ts';
import type { RawAttribution } from './extract.ts';

/** Slots of the table of the last judgement. */
export const VERDICT_SLOTS = 1 << 15;
const KIND = 500;

const sizeOf = (length: number) =>
  length < 2 ? length : length < 4 ? 2 : length < 8 ? 3 : length < 16 ? 4 : length < 30 ? 5 : 6;

/** Features of a whole attribution: how sure its cue is, and what source and content look like beside it. */
export function verdictFeatures(view: TextView, attribution: RawAttribution): number[] {
  const { classes, pos, quotes, tokens, pass } = view;
  const { cue, sourceFrom, sourceTo, content, sentence } = attribution;
  const word = classes.word[cue]!;
  const logit = Math.log(attribution.confidence / (1 - attribution.confidence));
  const level = Math.max(0, Math.min(15, Math.round(logit * 1.5) + 5));
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
  const pairs: [number, number][] = [
    [level, 0],
    [level, size * 4 + share],
    [level, sourceTag * 4 + sourceSide],
    [level, side * 16 + gap * 2 + reaches],
    [word, sourceTag * 4 + sourceSide],
    [word, size],
    [word, share * 4 + side],
    [word, classes.word[first]!],
    [word, pos[first]!],
    [word, gap * 16 + distance],
    [classes.cluster[cue]!, sourceTag * 64 + size * 4 + share],
    [head < 0 ? 0 : classes.word[head]!, side],
    [head < 0 ? 257 : classes.cluster[head]!, level],
    [classes.word[first]!, side],
    [classes.cluster[first]!, classes.cluster[cue]!],
    [sourceTag * 4 + sourceSide, size * 16 + share * 4 + side],
    [gap * 16 + distance, side * 4 + share],
    [content.length, share * 4 + side],
    [inQuote * 16 + share, level],
    [tokens.kind[first]!, gap],
    [reaches * 8 + size, sourceTag],
  ];
  return pairs.map(([a, b], n) => mix(KIND + n, a, b) & (VERDICT_SLOTS - 1));
}
