import { LARGEST_SQUARE } from '../quantised-weights.ts';
import type { TextView } from '../text-view.ts';
import { CUE_FEATURES, cueFeatures, cueValues } from './cues.ts';
import { decodeRoles } from './decode-roles.ts';
import { extendQuotes } from './extend-quotes.ts';
import { lendSources } from './lend-sources.ts';
import type { AttributionModel } from './model.ts';
import { Role, roleWindow } from './roles.ts';
import { speakerTurns } from './speaker-turns.ts';
import { type CueSigns, verdictFeatures } from './verdict.ts';

/** An attribution before its source is resolved: tokens, ends exclusive, -1 for what is missing. */
export interface RawAttribution {
  cue: number;
  sentence: number;
  sourceFrom: number;
  sourceTo: number;
  content: [number, number][];
  confidence: number;
  rule: string;
}

/** From this probability by the linear model on, a word is shown to the network. */
export const CUE_THRESHOLD = 0.02;
/** From these log-odds by the network on, it is looked at as a cue; what is found around it then decides. */
const LEAST_ODDS = -1.7;

/** A cue this share of the threshold may still own a quote that nobody else owns. */
const WEAKEST = 0.25;

/** Finds cues, then source and content of each, drops what is said inside what is said, and follows quotes across sentences. */
export function extractAttributions(view: TextView, model: AttributionModel): RawAttribution[] {
  const found: RawAttribution[] = speakerTurns(view);
  const turns = new Set(found.map((turn) => turn.cue));
  const weak: RawAttribution[] = [];
  const features = new Int32Array(CUE_FEATURES);
  for (let at = 0; at < view.tokens.count; at++) {
    if (!model.cueWords.has(view.tokens.lower[at]!)) continue;
    if (turns.has(at) || isUnlikely(view, model, at)) continue;
    const judged = judgeCue(view, model, at, features);
    if (!judged) continue;
    const { attribution, signs } = judged;
    attribution.confidence = verdict(view, model, attribution, signs);
    if (attribution.confidence >= model.threshold) found.push(attribution);
    else if (attribution.confidence >= model.threshold * WEAKEST) weak.push(attribution);
  }
  const outer = withOrphans(view, outermost(found), weak);
  // What is said inside a quote waits: if the quote turns out to be somebody's, it is part of what they say.
  const { quoteOfToken } = view.quotes;
  const open = outer.filter((a) => quoteOfToken[a.cue]! < 0);
  extendQuotes(view, open);
  const taken = new Uint8Array(view.tokens.count);
  for (const { content } of open) for (const [from, to] of content) taken.fill(1, from, to);
  const inner = outer.filter((a) => quoteOfToken[a.cue]! >= 0 && !taken[a.cue]);
  return lendSources(
    view,
    [...open, ...inner].sort((a, b) => a.cue - b.cue),
  );
}

/** Log-odds of the threshold, and how far the sum of a cue's weights may be off by their rounding, in largest weights. */
const THRESHOLD_ODDS = Math.log(CUE_THRESHOLD / (1 - CUE_THRESHOLD));
const ROUNDING = CUE_FEATURES * 2 ** -23;

/** Whether whole numbers alone show that token `at` is no cue, as they do for five of six words. */
function isUnlikely(view: TextView, { cueSums }: Pick<AttributionModel, 'cueSums'>, at: number): boolean {
  cueValues(view, at, cueSums.values);
  cueSums.sum();
  return (cueSums.sums[0]! + ROUNDING * LARGEST_SQUARE) * cueSums.unit < THRESHOLD_ODDS;
}

/** What is found around token `at` if it may be a cue, and how much it looks like one; null where it doesn't, or has no content. */
export function judgeCue(
  view: TextView,
  model: Pick<AttributionModel, 'cue' | 'roles'>,
  at: number,
  features: Int32Array,
): { attribution: RawAttribution; signs: CueSigns } | null {
  const probability = cueProbability(view, model, at, features);
  if (probability < CUE_THRESHOLD) return null;
  const { from, to } = roleWindow(view, at);
  const netOdds = model.roles.net.cueOdds(view, from, to, at);
  if (netOdds < LEAST_ODDS) return null;
  const attribution = decode(view, model, at);
  return attribution && { attribution, signs: { linearOdds: Math.log(probability / (1 - probability)), netOdds } };
}

/** Probability that token `at` is a cue (logistic regression). */
export function cueProbability(
  view: TextView,
  model: Pick<AttributionModel, 'cue'>,
  at: number,
  features: Int32Array,
): number {
  cueFeatures(view, at, features);
  let sum = 0;
  for (let f = 0; f < features.length; f++) sum += model.cue.at(features[f]!)!;
  return 1 / (1 + Math.exp(-sum));
}

/** A quote that nobody has said yet is given to the likeliest of the cues that fell short. */
function withOrphans(view: TextView, kept: RawAttribution[], weak: RawAttribution[]): RawAttribution[] {
  const { quoteOfToken } = view.quotes;
  const taken = new Uint8Array(view.tokens.count);
  for (const { content } of kept) for (const [from, to] of content) taken.fill(1, from, to);
  const quotedFree = ({ content, cue }: RawAttribution) => {
    let free = 0;
    for (const [from, to] of content)
      for (let at = from; at < to; at++) if (quoteOfToken[at]! >= 0 && !taken[at]) free++;
    return taken[cue] ? 0 : free;
  };
  const added: RawAttribution[] = [];
  for (const attribution of [...weak].sort((a, b) => b.confidence - a.confidence)) {
    if (quotedFree(attribution) < 4) continue;
    added.push(attribution);
    for (const [from, to] of attribution.content) taken.fill(1, from, to);
  }
  return [...kept, ...added].sort((a, b) => a.cue - b.cue);
}

/** Probability that an attribution is one, now that its source and content are known. */
function verdict(view: TextView, model: AttributionModel, attribution: RawAttribution, signs: CueSigns): number {
  let sum = 0;
  for (const feature of verdictFeatures(view, attribution, signs)) sum += model.verdict.at(feature)!;
  return 1 / (1 + Math.exp(-sum));
}

/** Source and content of a cue; null when it has no content. */
function decode(view: TextView, model: Pick<AttributionModel, 'roles'>, cue: number): RawAttribution | null {
  const { from, roles } = decodeRoles(view, cue, model.roles);
  const spans = (start: number, inside: number) => spansOf(roles, from, start, inside);
  const content = joinSpans(view, spans(Role.contentStart, Role.content), cue);
  if (content.length === 0) {
    const next = announced(view, cue);
    if (!next) return null;
    content.push(next);
  }
  const source = nearest(spans(Role.sourceStart, Role.source), cue);
  return {
    cue,
    sentence: view.pass.sentenceOfToken[cue]!,
    sourceFrom: source[0],
    sourceTo: source[1],
    content,
    confidence: 0,
    rule: 'cue',
  };
}

function spansOf(roles: Uint8Array, offset: number, start: number, inside: number): [number, number][] {
  const spans: [number, number][] = [];
  for (let at = 0; at < roles.length; at++) {
    const last = spans.at(-1);
    if (roles[at] === start) spans.push([offset + at, offset + at + 1]);
    else if (roles[at] === inside && last) last[1] = offset + at + 1;
  }
  return spans;
}

/** Joins spans that only marks part, and drops scraps of one word beside longer ones. */
function joinSpans({ tokens }: TextView, spans: [number, number][], cue: number): [number, number][] {
  const joined: [number, number][] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && onlyMarks(tokens, last[1], span[0], cue)) last[1] = span[1];
    else joined.push([...span]);
  }
  const longest = Math.max(...joined.map(([from, to]) => to - from));
  return joined
    .filter(([from, to]) => to - from > 1 || longest === 1 || tokens.kind[from] !== 0)
    .filter(([from, to]) => (to - from) * 6 > longest || longest < 6);
}

function onlyMarks(tokens: TextView['tokens'], from: number, to: number, cue: number): boolean {
  if (to - from > 3 || (cue >= from && cue < to)) return false;
  for (let at = from; at < to; at++) if (tokens.kind[at] !== 0 && to - from > 1) return false;
  return true;
}

/** 'He said:' at the end of a paragraph: the quote that follows, or all of the next paragraph. */
function announced({ tokens, pass, quotes }: TextView, cue: number): [number, number] | null {
  const sentence = pass.sentenceOfToken[cue]!;
  const end = pass.first[sentence + 1]!;
  if (tokens.surface[end - 1] !== ':' || end - cue > 12 || end >= tokens.count) return null;
  const quote = quotes.quoteOfToken[end] ?? -1;
  const opened = Math.max(quote, quotes.quoteOfToken[end + 1] ?? -1);
  if (opened >= 0) return [quotes.quotes[opened]!.from, quotes.quotes[opened]!.to];
  return [end, pass.first[sentence + 2] ?? tokens.count];
}

function nearest(spans: [number, number][], cue: number): [number, number] {
  const distance = ([from, to]: [number, number]) => (from > cue ? from - cue : cue - to);
  return spans.reduce<[number, number]>(
    (best, span) => (best[0] < 0 || distance(span) < distance(best) ? span : best),
    [-1, -1],
  );
}

/** Only the outermost attribution counts: what people report of others inside their own words is theirs. */
function outermost(found: RawAttribution[]): RawAttribution[] {
  const bySentence = new Map<number, RawAttribution[]>();
  for (const attribution of found) {
    const others = bySentence.get(attribution.sentence);
    if (others) others.push(attribution);
    else bySentence.set(attribution.sentence, [attribution]);
  }
  const covers = (a: RawAttribution, b: RawAttribution) =>
    a.rule === 'cue' && a.content.some(([from, to]) => from <= b.cue && b.cue < to);
  return found.filter((inner) =>
    bySentence
      .get(inner.sentence)!
      .every(
        (outer) =>
          outer === inner || !covers(outer, inner) || (covers(inner, outer) && outer.confidence < inner.confidence),
      ),
  );
}
