import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Codebook } from '../../shared/codebook/codebook.ts';
import type { GoldArticle } from './examples.ts';
import { DOCTORS, readCodebook } from './read-codebook.ts';

const FOLDER = join(import.meta.dirname, 'lessons', 'articles');
const STANCES: Record<string, string> = { '+': 'for', '-': 'against', '0': 'neutral' };
const TONES: Record<string, 'negative' | 'positive'> = { '+': 'positive', '-': 'negative' };

/** An invented article, as the benchmarks' sets give theirs. */
export interface CodedArticle extends GoldArticle {
  dispute: string;
  /** Sentences, from 1, whose tone towards an actor is not neutral. */
  tones: { s: number; actor: string; label: 'negative' | 'positive' }[];
}

/** A coded article with the codebook it is coded by. */
export interface Lesson {
  article: CodedArticle;
  codebook: Codebook;
}

/**
 * The invented articles in `lessons/articles/`, one file for each dispute beside its codebook; what a line holds stands in
 * the README there. Those whose name begins with "doctors" are coded by the codebook that Picketline ships.
 * @throws {Error} names file and line of a label that can't be read
 */
export function readCodedArticles(): Lesson[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => {
      const name = file.slice(0, -'.txt'.length);
      const isOfDoctors = name.startsWith('doctors');
      const codebook = readCodebook(isOfDoctors ? DOCTORS : join(FOLDER, `${name}.codebook.yaml`));
      const dispute = isOfDoctors ? 'junior-doctors' : codebook.id;
      const source = readFileSync(join(FOLDER, file), 'utf8');
      return codedArticles(source, { name, dispute, codebook }).map((article) => ({ article, codebook }));
    });
}

/** Reads the articles of one file. */
export function codedArticles(
  source: string,
  { name, dispute, codebook }: { name: string; dispute: string; codebook: Codebook },
): CodedArticle[] {
  const articles: CodedArticle[] = [];
  let newParagraph = false;
  for (const [index, line] of source.split('\n').entries()) {
    const fault = (what: string) => new Error(`${name}.txt, line ${index + 1}: ${what}`);
    const article = articles.at(-1);
    if (line.startsWith('## ')) {
      articles.push(emptyArticle(`${name}-${articles.length + 1}`, dispute, line.slice(3).trim()));
    } else if (line.startsWith('#')) continue;
    else if (!line.trim()) newParagraph = true;
    else if (!article) throw fault('stands before the first headline ("## ...")');
    else if (line.startsWith('@ ')) article.published = line.slice(2).split(' | ')[0]!.trim();
    else {
      const [, labels, sentence] = /^(.+?) \| (.+)$/.exec(line) ?? [];
      if (!labels || !sentence) throw fault('a line is labels, " | " and a sentence');
      addSentence(article, sentence.trim(), newParagraph);
      newParagraph = false;
      for (const label of labels.split(/\s+/).filter((each) => each !== '-'))
        if (!addLabel(article, label, codebook))
          throw fault(`"${label}" is no label, or names what the codebook lacks`);
    }
  }
  return articles;
}

const emptyArticle = (id: string, dispute: string, title: string): CodedArticle => ({
  ...{ id, dispute, title, text: '', published: '' },
  ...{ sentences: [], statements: [], tones: [] },
});

function addSentence(article: CodedArticle, sentence: string, newParagraph: boolean): void {
  if (article.text) article.text += newParagraph ? '\n\n' : ' ';
  const start = article.text.length;
  article.text += sentence;
  article.sentences.push([start, article.text.length]);
}

/** "actor:issue+", "actor:issue-", "actor:issue0" for statements; "actor!+", "actor!-" for the tone of the sentence. */
function addLabel(article: CodedArticle, label: string, { actors, issues }: Codebook): boolean {
  const found = /^([a-z0-9-]+?)(?::([a-z0-9-]+?)([-+0])|!([-+]))$/.exec(label);
  const [, actor, issue, stance, tone] = found ?? [];
  if (actor === undefined || !actors.some(({ id }) => id === actor)) return false;
  if (tone !== undefined) {
    article.tones.push({ s: article.sentences.length, actor, label: TONES[tone]! });
    return true;
  }
  if (!issues.some(({ id }) => id === issue)) return false;
  article.statements.push({ s: article.sentences.length, actor, issue: issue!, stance: STANCES[stance!]! });
  return true;
}
