import { readFileSync } from 'node:fs';
import type { Codebook } from '../../shared/codebook/codebook.ts';
import { findSentences } from '../../shared/language/1-sentences.ts';
import { tokenize } from '../../shared/language/tokens.ts';
import { readCodedArticles } from './coded-articles.ts';
import { type Article, makeArticle } from './examples.ts';
import { DOCTORS, readCodebook } from './read-codebook.ts';

const STANCE = { '+': 'for', '-': 'against', '0': 'neutral' } as const;

/** Letters that stand for actors and issues in a file of lessons. */
interface Ids {
  actors: Record<string, string>;
  issues: Record<string, string>;
}

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/**
 * What is learned besides the dev sets: the invented sentences in `lessons/`, each as an article of its own, and the invented
 * articles. Those on the junior doctors bear that dispute's name, so that it can be left out.
 */
export function readLessons(): Article[] {
  const articles = readCodedArticles().map(({ article, codebook }) => makeArticle(article.dispute, article, codebook));
  return [...readSentences(), ...articles];
}

function readSentences(): Article[] {
  const invented = readCodebook(new URL('./lessons/lessons.codebook.json', import.meta.url));
  const same = (codebook: Codebook): Ids => ({
    actors: Object.fromEntries(codebook.actors.map(({ id }) => [id, id])),
    issues: Object.fromEntries(codebook.issues.map(({ id }) => [id, id])),
  });
  const doctors = readCodebook(DOCTORS);
  const inventedLessons = (name: string, files: string[]) =>
    makeLessons(name, files.map(read).join('\n'), invented, same(invented), '2012-06-01');
  return [
    ...inventedLessons('lessons', ['./lessons/lessons.txt', './lessons/more.txt', './lessons/passages.txt']),
    // Nearly each of these is a statement, as of no article's sentences are: whether there is one they would teach wrongly.
    ...inventedLessons('stances', ['./lessons/stances-1.txt', './lessons/stances-2.txt']).map((article) => ({
      ...article,
      stanceOnly: true as const,
    })),
    ...makeLessons(
      'junior-doctors',
      ['./lessons/doctors.txt', './lessons/doctors-passages.txt'].map(read).join('\n'),
      doctors,
      JSON.parse(read('./lessons/doctors.ids.json')),
      '2016-02-01',
    ),
  ];
}

function makeLessons(dispute: string, text: string, codebook: Codebook, ids: Ids, published: string): Article[] {
  const lines = text.split('\n').filter((line) => line.includes(' | ') && !line.startsWith('#'));
  return lines.map((line, i) => {
    const [labels, sentence] = line.split(' | ') as [string, string];
    const { sentences } = findSentences(sentence, tokenize(sentence));
    const groups = labels.split(' / ');
    if (groups.length > 1 && groups.length !== sentences.length)
      throw new Error(`${groups.length} groups of labels for ${sentences.length} sentences: ${line}`);
    const statements = sentences.flatMap((_, s) =>
      readLabels(groups[s] ?? labels, ids).map((label) => ({ s: s + 1, ...label })),
    );
    const spans = sentences.map(({ start, end }): [number, number] => [start, end]);
    return makeArticle(
      dispute,
      { id: `lesson-${dispute}-${i + 1}`, title: '', text: sentence, published, sentences: spans, statements },
      codebook,
    );
  });
}

/** "vS+ tS-": actor, issue, stance of each statement. Where a passage is labelled, " / " parts its sentences. */
function readLabels(labels: string, { actors, issues }: Ids): { actor: string; issue: string; stance: string }[] {
  return labels
    .split(' ')
    .filter((label) => label.length === 3)
    .map((label) => ({
      actor: actors[label[0]!]!,
      issue: issues[label[1]!.toLowerCase()]!,
      stance: STANCE[label[2] as keyof typeof STANCE],
    }));
}
