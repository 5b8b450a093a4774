import { findSentences } from '../../shared/language/1-sentences.ts';
import { findMentions } from '../../shared/language/2-actors.ts';
import { tokenize } from '../../shared/language/tokens.ts';
import { type Lesson, readCodedArticles } from '../stance/coded-articles.ts';
import { LABELS, type Named, type ToneExample, windowOf } from './examples.ts';

/** The tone of each sentence of the invented articles towards each actor that it names; neutral where nothing is coded. */
export const articleTones = (): ToneExample[] => readCodedArticles().flatMap(tonesOf);

function tonesOf({ article, codebook }: Lesson): ToneExample[] {
  const { id, text, title, published, sentences, tones } = article;
  const tokens = tokenize(text);
  const mentions = findMentions(tokens, findSentences(text, tokens), codebook, published, tokenize(title));
  const named = mentions.map(
    ({ from, to, actor }): Named => ({
      ...{ start: tokens.start[from]!, end: tokens.end[to - 1]! },
      actor: codebook.actors[actor]!.id,
    }),
  );
  return sentences.flatMap(([start, end], index) => {
    const here = named.filter((each) => each.start >= start && each.end <= end);
    return [...new Set(here.map(({ actor }) => actor))].map((actor): ToneExample => {
      const coded = tones.find((tone) => tone.s === index + 1 && tone.actor === actor);
      const window = windowOf(text, [start, end], here, actor);
      return { window, label: LABELS.indexOf(coded?.label ?? 'neutral'), group: id, weight: 1 };
    });
  });
}
