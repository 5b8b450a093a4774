import type { Span } from '../tags.ts';
import { tokenize } from '../tokens.ts';
import { wordIndex } from '../vectors.ts';

/** A sentence seen from one target: what the tone model reads. Names of targets are masked, so that none is judged by its name. */
export interface TargetWindow {
  /** Number of tokens. */
  length: number;
  /** Per token: number of its word vector, -1 without one, -2 inside the target, -3 inside another target. */
  words: Int32Array;
  /** Per token: signed distance to the target in tokens, 0 inside it. */
  distances: Int16Array;
  /** Per token: 1 inside quotation marks. */
  quoted: Uint8Array;
  /** Lower-case tokens, targets masked, for sparse features. */
  lower: string[];
}

export const insideTarget = -2;
export const insideOther = -3;
/** Longer sentences are read around the target only. */
export const maximumTokens = 120;

/** Looks at a sentence from the target at `spans[at]`; the other spans are other targets. */
export function targetWindow(sentence: string, spans: Span[], at: number): TargetWindow {
  const tokens = tokenize(sentence);
  const target = spans[at] ?? { start: 0, end: 0 };
  const inside = (span: Span, token: number) => tokens.start[token]! < span.end && tokens.end[token]! > span.start;
  let first = -1;
  let last = -1;
  for (let token = 0; token < tokens.count; token += 1) {
    if (!inside(target, token)) continue;
    if (first < 0) first = token;
    last = token;
  }
  const from = Math.max(0, Math.min(first - maximumTokens / 2, tokens.count - maximumTokens));
  const length = Math.min(tokens.count - from, maximumTokens);
  const window: TargetWindow = {
    length,
    words: new Int32Array(length),
    distances: new Int16Array(length),
    quoted: new Uint8Array(length),
    lower: new Array<string>(length),
  };
  let isQuoted = false;
  for (let index = 0; index < length; index += 1) {
    const token = from + index;
    const surface = tokens.lower[token]!;
    isQuoted = quotedAfter(surface, isQuoted);
    const isTarget = token >= first && token <= last && first >= 0;
    const isOther = !isTarget && spans.some((span, other) => other !== at && inside(span, token));
    window.words[index] = isTarget ? insideTarget : isOther ? insideOther : wordIndex(surface);
    window.distances[index] = token < first ? token - first : token > last ? token - last : 0;
    window.quoted[index] = isQuoted ? 1 : 0;
    window.lower[index] = isTarget ? '<target>' : isOther ? '<other>' : surface;
  }
  return window;
}

/** An actor named in a text, by its id or its number. */
export interface Named<Actor> extends Span {
  actor: Actor;
}

/** Looks at a sentence of a text from an actor's first mention in it; further mentions of the actor itself are no other targets. */
export function actorWindow<Actor>(text: string, sentence: Span, named: Named<Actor>[], actor: Actor): TargetWindow {
  const first = named.find((each) => each.actor === actor);
  const targets = named.filter((each) => each === first || each.actor !== actor);
  const spans = targets.map(({ start, end }) => ({ start: start - sentence.start, end: end - sentence.start }));
  return targetWindow(text.slice(sentence.start, sentence.end), spans, targets.indexOf(first!));
}

function quotedAfter(token: string, isQuoted: boolean): boolean {
  if (token === '“' || token === '‘') return true;
  if (token === '”') return false;
  return token === '"' ? !isQuoted : isQuoted;
}
