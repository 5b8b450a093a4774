import { findSentences } from '../../shared/language/1-sentences.ts';
import { findMentions } from '../../shared/language/2-actors.ts';
import { actorWindow, type Named } from '../../shared/language/5-tone/target-window.ts';
import { tokenize } from '../../shared/language/tokens.ts';
import { type Lesson, readCodedArticles } from '../stance/coded-articles.ts';
import { labelOf, type ToneExample } from './examples.ts';

/** The tones of all invented articles. */
export const articleTones = (): ToneExample[] => readCodedArticles().flatMap(tonesOf);

/**
 * The tone of each sentence of an article towards each actor that it names; neutral where nothing is coded. A tone coded of
 * an actor whom the tagger does not find in its sentence is left out: there is no target.
 */
export function tonesOf({ article, codebook }: Lesson): ToneExample[] {
  const { id, text, title, published, sentences, tones } = article;
  const tokens = tokenize(text);
  const mentions = findMentions(tokens, findSentences(text, tokens), codebook, published, tokenize(title));
  const named = mentions.map(
    ({ from, to, actor }): Named<string> => ({
      ...{ start: tokens.start[from]!, end: tokens.end[to - 1]! },
      actor: codebook.actors[actor]!.id,
    }),
  );
  return sentences.flatMap(([start, end], index) => {
    const here = named.filter((each) => each.start >= start && each.end <= end);
    return [...new Set(here.map(({ actor }) => actor))].map((actor): ToneExample => {
      const coded = tones.find((tone) => tone.s === index + 1 && tone.actor === actor);
      const window = actorWindow(text, { start, end }, here, actor);
      return { window, label: labelOf(coded?.label ?? 'neutral'), group: id, weight: 1 };
    });
  });
}
