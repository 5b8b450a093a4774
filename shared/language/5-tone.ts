import type { FoundAttribution } from './3-attribution.ts';
import { actorWindow, type Named, type TargetWindow, targetWindow } from './5-tone/target-window.ts';
import { type ToneDomain, toneProbabilities, toneReasons } from './5-tone/tone-model.ts';
import type { Context } from './context.ts';
import type { SentenceTone, Span, Tags, ToneLabel } from './tags.ts';

/** Tone of each sentence towards each actor mentioned in it, kept apart by whose words the sentence is. */
export function findTones(context: Context, attributions: FoundAttribution[]): SentenceTone[] {
  const { tokens, pass, mentions, codebook, text } = context;
  const speakers = new Map(attributions.map((attribution) => [attribution.sentence, attribution]));
  const bySentence = new Map<number, Named<number>[]>();
  for (const mention of mentions) {
    const sentence = pass.sentenceOfToken[mention.from]!;
    const named = { actor: mention.actor, start: tokens.start[mention.from]!, end: tokens.end[mention.to - 1]! };
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), named]);
  }
  return [...bySentence].flatMap(([sentence, found]) => {
    const { start, end, index } = pass.sentences[sentence]!;
    const actors = [...new Set(found.map(({ actor }) => actor))];
    return actors.map((actor): SentenceTone => {
      const judged = judge(actorWindow(text, { start, end }, found, actor), 'dispute');
      const speaker = speakers.get(index);
      const isQuoted = speaker !== undefined && speaker.actor !== actor;
      return {
        ...{ start, end, sentence: index, actor: codebook.actors[actor]!.id, ...judged },
        voice: isQuoted ? 'quoted' : 'outlet',
        speaker: isQuoted && speaker.actor >= 0 ? codebook.actors[speaker.actor]!.id : null,
        rule: 'tone.model',
      };
    });
  });
}

type Judged = Pick<SentenceTone, 'label' | 'score' | 'confidence' | 'reasons'>;

/** Names of the labels, by their numbers. */
export const toneLabels: ToneLabel[] = ['negative', 'neutral', 'positive'];

function judge(window: TargetWindow, domain: ToneDomain): Judged {
  const found = toneProbabilities(window, domain);
  const { probabilities } = found;
  const label = probabilities.indexOf(Math.max(...probabilities));
  const score = Math.round((probabilities[2]! - probabilities[0]!) * 1e4) / 1e4;
  const confidence = Math.round(probabilities[label]! * 1e4) / 1e4;
  return { label: toneLabels[label]!, score, confidence, reasons: toneReasons(found, label, domain) };
}

/** Tone of one sentence towards one of its targets, given all of them, so that none is judged by its name. */
export function toneOfTarget(sentence: string, targets: Span[], at: number): Judged {
  return judge(targetWindow(sentence, targets, at), 'news');
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
