import { readFileSync } from 'node:fs';
import type { Codebook } from '../../shared/codebook/codebook.ts';
import { findMentions } from '../../shared/language/2-actors.ts';
import { findAttributions } from '../../shared/language/3-attribution.ts';
import { findCandidates } from '../../shared/language/4-statements/candidates.ts';
import { FeatureList } from '../../shared/language/4-statements/feature-list.ts';
import { relationFeatures } from '../../shared/language/4-statements/relation-features.ts';
import { STANCES, stanceFeatures } from '../../shared/language/4-statements/stance-features.ts';
import type { Context } from '../../shared/language/context.ts';
import { viewText } from '../../shared/language/text-view.ts';
import { tokenize } from '../../shared/language/tokens.ts';
import { DOCTORS, readCodebook } from './read-codebook.ts';

/** Features of one judgement, as slots of a hashed table and their values. */
export interface Features {
  slots: Int32Array;
  values: Float32Array;
}

/** One actor, one issue, one sentence, and what the coders say of it. */
export interface Example {
  sentence: number;
  actor: string;
  issue: string;
  /** Number of the candidate in the article, of the issue in the codebook, and of the sentence as the tagger counts. */
  candidate: number;
  issueNumber: number;
  place: number;
  actorNumber: number;
  how: number;
  relation: Features;
  stance: Features;
  /** Number in `STANCES`, or -1 where the coders found no statement. */
  gold: number;
}

/** An article of a dev set with its examples. */
export interface Article {
  id: string;
  dispute: string;
  /** `sentence actor issue` to stance, for all gold statements, found or not. */
  gold: Map<string, string>;
  examples: Example[];
  /** Whether it teaches nothing but which way a statement points. */
  stanceOnly?: true;
}

/** An article as people coded it. */
export interface GoldArticle {
  id: string;
  title: string;
  text: string;
  published: string;
  /** Start and end of each sentence in the text. */
  sentences: [number, number][];
  statements: { s: number; actor: string; issue: string; stance: string }[];
}

/** The dev sets: dispute, file, codebook. */
export const SETS = [
  ['junior-doctors', 'dev-jd', ''],
  ['junior-doctors', 'dev-jd-2', ''],
  ['harbour', 'dev-harbour', 'harbour.codebook.json'],
  ['tram', 'dev-tram', 'tram.codebook.json'],
] as const;

/** Reads all dev sets and makes their examples. */
export function readArticles(data: string): Article[] {
  return SETS.flatMap(([dispute, file, codebook]) =>
    readSet(dispute, `${data}/stance/${file}.jsonl`, readCodebook(codebookPath(data, codebook))),
  );
}

/** Where the codebook of a set stands: beside it, or our own. */
export const codebookPath = (data: string, file: string): string | URL => (file ? `${data}/stance/${file}` : DOCTORS);

/** Makes the examples of one file under one codebook. */
export function readSet(dispute: string, file: string, codebook: Codebook): Article[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => makeArticle(dispute, JSON.parse(line), codebook));
}

/** Makes the examples of one article. */
export function makeArticle(dispute: string, gold: GoldArticle, codebook: Codebook): Article {
  const view = viewText(gold.text);
  const mentions = findMentions(view.tokens, view.pass, codebook, gold.published.slice(0, 10), tokenize(gold.title));
  const article = { title: gold.title, text: gold.text, publishedAt: gold.published };
  const context: Context = { ...view, article, codebook, mentions };
  const { index, candidates } = findCandidates(context, findAttributions(context));
  const keys = new Map(gold.statements.map((s) => [`${s.s} ${s.actor} ${s.issue}`, s.stance]));
  const examples = candidates.flatMap((found, candidate) => {
    const { holder } = found;
    const number = goldSentence(gold, context.pass.sentences[holder.sentence]!);
    return codebook.issues.map((issue, i): Example => {
      const relation = new FeatureList();
      relationFeatures(context, index, found, i, relation);
      const stance = new FeatureList();
      stanceFeatures(context, index, found, i, stance);
      const actor = codebook.actors[holder.actor]!.id;
      const label = keys.get(`${number} ${actor} ${issue.id}`);
      return {
        sentence: number,
        actor,
        issue: issue.id,
        candidate,
        issueNumber: i,
        place: holder.sentence,
        actorNumber: holder.actor,
        how: holder.how,
        relation: pack(relation),
        stance: pack(stance),
        gold: (STANCES as readonly (string | undefined)[]).indexOf(label),
      };
    });
  });
  return { id: gold.id, dispute, gold: keys, examples };
}

const pack = (list: FeatureList): Features => ({
  slots: Int32Array.from({ length: list.count }, (_, n) => list.slot(n)),
  values: Float32Array.from(list.values),
});

/** Number (from 1) of the gold sentence that a sentence overlaps most. */
function goldSentence({ sentences }: GoldArticle, { start, end }: { start: number; end: number }): number {
  let best = 0;
  let most = 0;
  for (const [i, [a, b]] of sentences.entries()) {
    const overlap = Math.min(b, end) - Math.max(a, start);
    if (overlap > most) {
      most = overlap;
      best = i + 1;
    }
  }
  return best;
}
