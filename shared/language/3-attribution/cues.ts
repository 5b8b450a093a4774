import { mix } from '../hashing.ts';
import { Pos } from '../part-of-speech.ts';
import type { TextView } from '../text-view.ts';

/** Slots of the cue model's table. */
export const CUE_SLOTS = 1 << 18;
/** Number of features of a cue candidate. */
export const CUE_FEATURES = 26;

const OPENING = new Set(['"', '“', "'", '‘', "''", '``']);

/** Writes the features of the question: does token `at` tell that somebody says, thinks or wants something? */
export function cueFeatures(view: TextView, at: number, features: Int32Array): void {
  const { tokens, classes, pos, quotes, pass } = view;
  const sentence = pass.sentenceOfToken[at]!;
  const from = pass.first[sentence]!;
  const to = pass.first[sentence + 1]!;
  const word = (i: number) => (i >= from && i < to ? classes.word[i]! : i < from ? 11 : 13);
  const tag = (i: number) => (i >= from && i < to ? pos[i]! : 15);
  const cluster = (i: number) => (i >= from && i < to ? classes.cluster[i]! : 257);
  const w = classes.word[at]!;
  const inQuote = quotes.quoteOfToken[at]! >= 0 ? 1 : 0;
  const quotedAfter = at + 1 < to && OPENING.has(tokens.surface[at + 1]!) ? 1 : 0;
  const quotedSoon = quoteWithin(view, at, to) ? 1 : 0;
  const quotedBefore = at - 4 >= from && anyQuote(view, Math.max(from, at - 9), at) ? 1 : 0;
  const that = thatWithin(view, at, to);
  const subject = subjectBefore(view, at, from);
  const place = (at === from ? 1 : 0) + (at === to - 1 ? 2 : 0) + (to - at < 4 ? 4 : 0);
  let n = 0;
  const slot = (a: number, b = 0) => {
    features[n] = mix(100 + n, a, b) & (CUE_SLOTS - 1);
    n++;
  };
  slot(w);
  slot(w, word(at + 1));
  slot(w, tag(at + 1) * 16 + tag(at - 1));
  slot(w, tag(at + 1) * 16 + tag(at + 2));
  slot(w, word(at - 1));
  slot(w, inQuote * 8 + quotedAfter * 4 + quotedSoon * 2 + quotedBefore);
  slot(w, that);
  slot(w, subject);
  slot(w, cluster(at + 1));
  slot(w, cluster(at - 1));
  slot(w, pos[at]! * 16 + tag(at + 1));
  slot(classes.cluster[at]!, pos[at]! * 256 + tag(at + 1) * 16 + tag(at - 1));
  slot(classes.cluster[at]!, that * 16 + subject);
  slot(classes.suffix[at]!, pos[at]! * 16 + tag(at + 1));
  slot(word(at + 1), tag(at - 1));
  slot(word(at - 1), tag(at + 1));
  slot(word(at + 1), word(at + 2));
  slot(word(at - 1), word(at - 2));
  slot(cluster(at + 1), classes.cluster[at]!);
  slot(cluster(at - 1), classes.cluster[at]!);
  slot(inQuote * 8 + quotedAfter * 4 + quotedSoon * 2 + quotedBefore, pos[at]!);
  slot(that * 16 + subject, pos[at]!);
  slot(place, pos[at]!);
  slot(w, place);
  slot(w, word(at + 2));
  slot(tag(at - 2) * 256 + tag(at - 1) * 16 + pos[at]!, tag(at + 1) * 16 + tag(at + 2));
}

function anyQuote({ quotes }: TextView, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (quotes.quoteOfToken[i]! >= 0) return true;
  return false;
}

function quoteWithin(view: TextView, at: number, to: number): boolean {
  return anyQuote(view, at + 1, Math.min(to, at + 10));
}

/** How far on a "that" begins a clause: 0 none, 1 next, 2 soon, 3 later. */
function thatWithin({ tokens }: TextView, at: number, to: number): number {
  for (let i = at + 1; i < Math.min(to, at + 9); i++)
    if (tokens.lower[i] === 'that') return i === at + 1 ? 1 : i < at + 5 ? 2 : 3;
  return 0;
}

/** What stands before the cue as a subject: 0 nothing, 1 a pronoun, 2 a name, 3 a noun, 4 a relative, 5 "to". */
function subjectBefore({ tokens, pos }: TextView, at: number, from: number): number {
  for (let i = at - 1; i >= Math.max(from, at - 4); i--) {
    if (tokens.lower[i] === 'to') return 5;
    if (tokens.lower[i] === 'who' || tokens.lower[i] === 'which') return 4;
    if (pos[i] === Pos.PRON) return 1;
    if (pos[i] === Pos.PROPN) return 2;
    if (pos[i] === Pos.NOUN) return 3;
    if (pos[i] === Pos.VERB || pos[i] === Pos.PUNCT) return 6;
  }
  return 0;
}
