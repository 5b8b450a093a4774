import { Pos } from '../part-of-speech.ts';
import type { TextView } from '../text-view.ts';
import type { RawAttribution } from './extract.ts';

const NOT_A_NAME = new Set(
  'notes note update updated editor read related more photo image video source sources listen watch'.split(' '),
);

/** Tokens of a name, and of what stands in brackets after it. */
const LONGEST_NAME = 4;
const LONGEST_BRACKET = 14;
const CLOSING = new Map([
  ['(', ')'],
  ['[', ']'],
]);

/**
 * "PRESENTER: And the strike?", "MARLOW (clip): No, never.", "Poll: most want talks": a name, what brackets tell of it, and a
 * colon at the head of a paragraph, then what it says, if that is two words or more.
 */
export function speakerTurns(view: TextView): RawAttribution[] {
  const turns: RawAttribution[] = [];
  const { pass, tokens } = view;
  for (let sentence = 0; sentence < pass.sentences.length; sentence++) {
    const { paragraph } = pass.sentences[sentence]!;
    if (sentence > 0 && pass.sentences[sentence - 1]!.paragraph === paragraph) continue;
    const signed = signature(view, sentence);
    if (signed) {
      turns.push(signed);
      continue;
    }
    let from = pass.first[sentence]!;
    if (tokens.kind[from] === 0) from++;
    const nameTo = nameEnd(view, from, pass.first[sentence + 1]!);
    const colon = overBrackets(tokens, nameTo);
    if (nameTo === from || tokens.surface[colon] !== ':') continue;
    let last = sentence;
    while (last + 1 < pass.sentences.length && pass.sentences[last + 1]!.paragraph === paragraph) last++;
    const to = pass.first[last + 1]!;
    if (to - colon < 4) continue;
    turns.push({
      cue: colon,
      sentence,
      sourceFrom: from,
      sourceTo: nameTo,
      content: [[colon + 1, to]],
      confidence: 0.8,
      rule: 'speaker-turn',
    });
  }
  return turns;
}

/** Where a name of up to four words ends that begins at token `from`: there, if none does. */
function nameEnd({ tokens, pos }: TextView, from: number, to: number): number {
  let at = from;
  while (at < Math.min(to, from + LONGEST_NAME)) {
    const name =
      tokens.capital[at] === 1 &&
      (pos[at] === Pos.PROPN || pos[at] === Pos.NOUN || tokens.surface[at] === tokens.surface[at]!.toUpperCase());
    if (!name && tokens.surface[at] !== '.') break;
    if (NOT_A_NAME.has(tokens.lower[at]!)) return from;
    at++;
  }
  return at;
}

/** Behind the brackets that begin at a token, if there are any: not those of a picture's caption. */
function overBrackets({ surface, lower }: TextView['tokens'], from: number): number {
  let at = from;
  for (let closing = CLOSING.get(surface[at]!); closing !== undefined; closing = CLOSING.get(surface[at]!)) {
    const length = surface.slice(at + 1, at + 2 + LONGEST_BRACKET).indexOf(closing);
    const end = at + 1 + length;
    if (length < 0 || lower.slice(at + 1, end).some((word) => NOT_A_NAME.has(word))) break;
    at = end + 1;
  }
  return at;
}

/** "“A. B.” ― Name": a paragraph that is a quote, a dash and who said it. */
function signature({ tokens, pass, quotes }: TextView, sentence: number): RawAttribution | null {
  const from = pass.first[sentence]!;
  const quote = quotes.quoteOfToken[from + 1] ?? -1;
  if (tokens.kind[from] !== 0 || quote < 0) return null;
  const { to } = quotes.quotes[quote]!;
  const dash = to + 1;
  if (dash + 1 >= tokens.count || !DASHES.has(tokens.surface[dash]!) || tokens.capital[dash + 1] !== 1) return null;
  const { paragraph } = pass.sentences[sentence]!;
  let end = dash + 1;
  while (end < tokens.count && end < dash + 12 && pass.sentences[pass.sentenceOfToken[end]!]!.paragraph === paragraph)
    end++;
  if (end - dash > 11) return null;
  let nameEnd = dash + 1;
  while (nameEnd < end && (tokens.capital[nameEnd] === 1 || tokens.surface[nameEnd] === '.')) nameEnd++;
  return {
    cue: dash,
    sentence: pass.sentenceOfToken[dash]!,
    sourceFrom: dash + 1,
    sourceTo: nameEnd,
    content: [[from + 1, to]],
    confidence: 0.85,
    rule: 'signature',
  };
}

const DASHES = new Set(['―', '—', '–', '-']);
