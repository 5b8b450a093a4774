import { Pos } from '../part-of-speech.ts';
import type { TextView } from '../text-view.ts';
import type { RawAttribution } from './extract.ts';
import { BE } from './passive.ts';

/** ", saying that …", "and warned …": a verb without a subject of its own takes that of its sentence. */
export function lendSources(view: TextView, attributions: RawAttribution[]): RawAttribution[] {
  for (const [n, attribution] of attributions.entries()) {
    if (attribution.sourceFrom >= 0 || attribution.rule !== 'cue' || !lacksSubject(view, attribution)) continue;
    const before = attributions
      .slice(Math.max(0, n - 4), n)
      .findLast(
        (other) =>
          other.sentence === attribution.sentence && other.sourceFrom >= 0 && other.sourceFrom < attribution.cue,
      );
    const [from, to] = before ? [before.sourceFrom, before.sourceTo] : subjectOf(view, attribution);
    attribution.sourceFrom = from;
    attribution.sourceTo = to;
  }
  return attributions;
}

function lacksSubject({ tokens, pos }: TextView, { cue }: RawAttribution): boolean {
  if (pos[cue] !== Pos.VERB || BE.has(tokens.lower[cue - 1] ?? '') || BE.has(tokens.lower[cue - 2] ?? '')) return false;
  return true;
}

/** The first noun phrase of the sentence, if a verb follows it before the cue; [-1, -1] if not. */
function subjectOf(
  { tokens, pos, pass, quotes }: TextView,
  { cue, sentence, content }: RawAttribution,
): [number, number] {
  let from = pass.first[sentence]!;
  while (from < cue && (pos[from] === Pos.PUNCT || pos[from] === Pos.CCONJ || pos[from] === Pos.ADV)) from++;
  let to = from;
  while (to < cue && IN_PHRASE.has(pos[to]!) && tokens.kind[to] !== 0) to++;
  const verb = pos[to] === Pos.VERB || pos[to] === Pos.AUX || tokens.surface[to] === ',';
  const inContent = content.some(([a, b]) => a <= from && from < b);
  return to > from && verb && to < cue && !inContent && quotes.quoteOfToken[from]! < 0 ? [from, to] : [-1, -1];
}

const IN_PHRASE = new Set([Pos.NOUN, Pos.PROPN, Pos.PRON, Pos.DET, Pos.ADJ, Pos.NUM, Pos.PART, Pos.ADP]);
