import type { FoundAttribution } from './3-attribution.ts';
import type { Context } from './context.ts';
import type { SentenceTone, Span, Tags, ToneLabel } from './tags.ts';
import { tokenize } from './tokens.ts';

const NEGATIVE = new Set(
  'criticised blamed attacked condemned failing failed accused mocked wrong bully bullying reckless irresponsible dangerous bungled botched angry anger insult insulted shameful cynical arrogant stubborn militant greedy lies lied betrayal misled untrustworthy incompetent disgrace'.split(
    ' ',
  ),
);
const POSITIVE = new Set(
  'praised welcomed thanked credited admired brave tireless patient reasonable honest respected sympathy applauded cheered excellent skilful dignified fair wise'.split(
    ' ',
  ),
);

/** Tone of each sentence towards each actor mentioned in it, by a short word list. */
export function findTones(context: Context, attributions: FoundAttribution[]): SentenceTone[] {
  const { tokens, pass, mentions, codebook } = context;
  const speakers = new Map(attributions.map((a) => [a.sentence, a]));
  const seen = new Set<string>();
  const tones: SentenceTone[] = [];
  for (const mention of mentions) {
    const { start, end, index } = pass.sentences[pass.sentenceOfToken[mention.from]!]!;
    const key = `${index} ${mention.actor}`;
    if (seen.has(key)) continue;
    seen.add(key);
    let score = 0;
    for (let at = pass.first[index]!; at < pass.first[index + 1]!; at++)
      score += POSITIVE.has(tokens.lower[at]!) ? 1 : NEGATIVE.has(tokens.lower[at]!) ? -1 : 0;
    const speaker = speakers.get(index);
    const quoted = speaker !== undefined && speaker.actor !== mention.actor;
    const own = speaker?.actor === mention.actor;
    const value = own ? 0 : Math.tanh(score);
    tones.push({
      start,
      end,
      sentence: index,
      actor: codebook.actors[mention.actor]!.id,
      label: labelOf(value),
      score: value,
      confidence: 0.5,
      voice: quoted ? 'quoted' : 'outlet',
      speaker: quoted && speaker.actor >= 0 ? codebook.actors[speaker.actor]!.id : null,
      rule: 'tone.lexicon',
      reasons: [],
    });
  }
  return tones;
}

const labelOf = (score: number): ToneLabel => (score > 0.3 ? 'positive' : score < -0.3 ? 'negative' : 'neutral');

/** Tone of one sentence towards one of its targets, given all of them, so that none is judged by its name. */
export function toneOfTarget(sentence: string, _targets: Span[], _at: number): { label: ToneLabel; score: number } {
  const words = tokenize(sentence).lower;
  const score = words.reduce((sum, word) => sum + (POSITIVE.has(word) ? 1 : NEGATIVE.has(word) ? -1 : 0), 0);
  return { label: labelOf(Math.tanh(score)), score: Math.tanh(score) };
}

/** Article tone: one way only where a third or more of an actor's sentences, on balance, point that way. */
export function articleTones(tones: SentenceTone[]): Tags['articleTones'] {
  const sums = new Map<string, [number, number]>();
  for (const tone of tones) {
    const [balance, count] = sums.get(tone.actor) ?? [0, 0];
    sums.set(tone.actor, [balance + (tone.label === 'positive' ? 1 : tone.label === 'negative' ? -1 : 0), count + 1]);
  }
  return Object.fromEntries(
    [...sums].map(([actor, [balance, count]]) => {
      const score = balance / count;
      return [actor, { label: score >= 1 / 3 ? 'positive' : score <= -1 / 3 ? 'negative' : 'neutral', score } as const];
    }),
  );
}
