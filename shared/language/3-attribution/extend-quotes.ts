import { Pos } from '../part-of-speech.ts';
import { anyQuoted } from '../quotes.ts';
import type { TextView } from '../text-view.ts';
import type { RawAttribution } from './extract.ts';

const OPENING = new Set(['"', '“', "'", '‘']);

/**
 * Completes quotes that run over sentences: back to where the quote opened, on to where it closes, to the next quote of
 * the same paragraph that has no cue of its own, and over paragraphs whose quote was left open.
 */
export function extendQuotes(view: TextView, attributions: RawAttribution[]): void {
  const taken = new Uint8Array(view.tokens.count);
  for (const { content, cue } of attributions) {
    taken[cue] = 1;
    for (const [from, to] of content) taken.fill(1, from, to);
  }
  for (const attribution of attributions) {
    acrossCue(view, attribution, taken);
    backToOpening(view, attribution, taken);
    onToClosing(view, attribution, taken);
    followOn(view, attribution, taken);
  }
}

/** "“A,” she said, “b.”": the second half, where no more than the speaker stands between. */
function acrossCue(
  { quotes, pass, pos }: TextView,
  { content, cue, sentence }: RawAttribution,
  taken: Uint8Array,
): void {
  const last = content.at(-1)!;
  if (last[1] > cue || quotes.quoteOfToken[last[1] - 2] === -1) return;
  const end = pass.first[sentence + 1]!;
  for (let at = cue + 1; at < Math.min(end, cue + 14); at++) {
    const quote = quotes.quoteOfToken[at]!;
    if (quote >= 0) {
      const { from, to } = quotes.quotes[quote]!;
      if (taken[at] || to - from < 3) return;
      taken.fill(1, from, to);
      content.push([from, to]);
      return;
    }
    if (pos[at] === Pos.VERB) return;
  }
}

function backToOpening({ quotes, pass }: TextView, { content, sentence }: RawAttribution, taken: Uint8Array): void {
  const first = content[0]!;
  const sentenceStart = pass.first[sentence]!;
  const quote = quoteNear(quotes.quoteOfToken, first[0]);
  if (quote < 0 || first[0] > sentenceStart + 1) return;
  const { from } = quotes.quotes[quote]!;
  if (from < sentenceStart && !taken.subarray(from, sentenceStart).includes(1)) {
    taken.fill(1, from, first[0]);
    first[0] = from;
  }
}

const quoteNear = (quoteOfToken: Int32Array, at: number) =>
  Math.max(quoteOfToken[at] ?? -1, quoteOfToken[at + 1] ?? -1);

function onToClosing({ quotes, pass }: TextView, { content, sentence }: RawAttribution, taken: Uint8Array): void {
  const last = content.at(-1)!;
  const sentenceEnd = pass.first[sentence + 1]!;
  const quote = quotes.quoteOfToken[last[1] - 1] ?? -1;
  if (quote < 0 || last[1] < sentenceEnd - 2) return;
  const { to } = quotes.quotes[quote]!;
  if (to > sentenceEnd) {
    taken.fill(1, last[1], to);
    last[1] = to;
  }
}

/** "“A,” she said. “B.”" and paragraphs that go on with a quote. */
function followOn(view: TextView, attribution: RawAttribution, taken: Uint8Array): void {
  const { quotes, pass } = view;
  const isDirect = attribution.content.some(([from, to]) => anyQuoted(quotes, from, to));
  if (!isDirect) return;
  let end = Math.max(attribution.content.at(-1)![1], pass.first[attribution.sentence + 1]!);
  for (let guard = 0; guard < 20; guard++) {
    const quote = nextQuote(view, end, taken);
    if (quote < 0) return;
    const { from, to } = quotes.quotes[quote]!;
    taken.fill(1, from, to);
    attribution.content.push([from, to]);
    end = to;
  }
}

/** The quote that begins a sentence right after token `end`, if it stands alone and isn't anybody's yet. */
function nextQuote(view: TextView, end: number, taken: Uint8Array): number {
  const { tokens, pass, quotes } = view;
  let at = end;
  while (at < tokens.count && quotes.quoteOfToken[at] === -1 && !isOpening(view, at)) {
    if (tokens.kind[at] !== 0 || at > end + 1) return -1;
    at++;
  }
  if (at + 1 >= tokens.count || !isOpening(view, at)) return -1;
  const sentence = pass.sentenceOfToken[at]!;
  if (pass.first[sentence] !== at) return -1;
  const quote = quotes.quoteOfToken[at + 1]!;
  if (quote < 0 || taken[at + 1]) return -1;
  const paragraphs =
    pass.sentences[sentence]!.paragraph - pass.sentences[pass.sentenceOfToken[Math.max(0, end - 1)]!]!.paragraph;
  const previous = quotes.quoteOfToken[end - 1]!;
  const leftOpen = previous >= 0 && quotes.quotes[previous]!.open;
  if (paragraphs > 0 && !leftOpen) return -1;
  return standsAlone(view, quote, taken) ? quote : -1;
}

const isOpening = ({ tokens, quotes }: TextView, at: number) =>
  OPENING.has(tokens.surface[at]!) && (quotes.quoteOfToken[at + 1] ?? -1) >= 0;

/** No cue and no other words after the quote in its last sentence. */
function standsAlone({ tokens, pass, quotes }: TextView, quote: number, taken: Uint8Array): boolean {
  const { from, to } = quotes.quotes[quote]!;
  const end = pass.first[pass.sentenceOfToken[to - 1]! + 1]!;
  for (let at = from; at < end; at++) if (taken[at]) return false;
  for (let at = to; at < end; at++) if (tokens.kind[at] !== 0) return false;
  return true;
}
