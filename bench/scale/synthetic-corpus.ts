import { wordSignature } from '../../shared/corpus/word-signature.ts';
import { seededRandom } from '../../shared/reliability/seeded-random.ts';
import type { ArticleRow, MentionRow, StatementRow, TextRow } from '../../shared/store/rows.ts';
import { seriesOf, wholeDispute } from '../../shared/trend/series.ts';

/** What one article of the synthetic corpus writes. */
export interface ArticleRows {
  article: ArticleRow;
  text: TextRow;
  mentions: MentionRow[];
  statements: StatementRow[];
}

export const dispute = 'scale-bench';
export const year = { from: '2020-01-01', to: '2020-12-30' };
export const actors = ['union', 'line', 'minister', 'port', 'passengers', 'mediator'];
/** Stands in one article of a thousand. */
export const rareWord = 'conciliation';
const issues = ['rota', 'pay', 'talks'];
const days = 365;
const outlets = Array.from({ length: 40 }, (_, index) => `Outlet ${index + 1}`);
const sentence = 'The union said on Tuesday that it would not accept the new rota in its present form.';
/** About as many words, and as many different ones, as a news report has. */
const sentences = 25;
const vocabulary = Array.from({ length: 4_000 }, (_, index) => `word${index}`);

/** The `index`-th of `total` articles, spread evenly over the year: invented, and the same every time. */
export function syntheticArticle(index: number, total: number): ArticleRows {
  const random = seededRandom(index + 1);
  const below = (limit: number) => Math.floor(random() * limit);
  const id = `a${String(index).padStart(7, '0')}`;
  const start = Date.parse(`${year.from}T00:00:00Z`);
  const instant = new Date(start + Math.floor((index / total) * days * 86_400_000)).toISOString();
  const outlet = outlets[below(outlets.length)]!;
  const title = `Ferry story ${index}`;
  const words = Array.from({ length: sentences * 10 }, () => vocabulary[Math.floor(random() ** 2 * vocabulary.length)]);
  if (index % 1_000 === 0) words[50] = rareWord;
  const text = [
    sentence,
    ...Array.from({ length: sentences }, (_, at) => `${words.slice(at * 10, at * 10 + 10).join(' ')}.`),
  ].join(' ');
  const at = `${instant}#${id}`;
  const tag = {
    ...{ articleId: id, outlet, originOutlet: outlet, clusterId: id },
    ...{ textRevision: 1, codebookVersion: 'bench', taggerVersion: 'bench' },
  };
  const named = [...new Set([below(actors.length), below(actors.length), below(actors.length)])].map((n) => actors[n]!);
  const row = (actor: string) => ({ ...tag, series: seriesOf(dispute, actor), at, actor });
  const mentions = [
    { ...row(wholeDispute), mentions: [], tones: [], articleTone: null, words: wordSignature(`${title}\n${text}`) },
    ...named.map((actor) => ({
      ...row(actor),
      mentions: [
        { evidence: [4, 9, 0, sentence.length] as [number, number, number, number], rule: 'name', confidence: 1 },
      ],
      tones: [0, 1].map((which) => ({
        ...{ sentence: [0, sentence.length] as [number, number], label: 'neutral' as const, score: random() * 2 - 1 },
        ...{ confidence: 0.9, voice: which === 0 ? ('outlet' as const) : ('quoted' as const), speaker: null },
        ...{ rule: 'tone.model', reasons: [{ feature: 'word=accept', weight: 0.4 }] },
      })),
      articleTone: { label: 'neutral' as const, score: 0 },
    })),
  ];
  const statements = [0, 1].map((number): StatementRow => {
    const issue = issues[below(issues.length)]!;
    const actor = named[below(named.length)]!;
    return {
      ...row(actor),
      at: `${at}#${String(number).padStart(3, '0')}`,
      ...{ issue, voice: 'indirect' },
      ...{ stance: (['for', 'against', 'neutral'] as const)[below(3)]!, evidence: [32, 83, 0, sentence.length] },
      ...{ cue: [10, 14] as [number, number], rule: 'statement.said', confidence: random() },
      ...{ reasons: [{ feature: 'cue=said', weight: 1.2 }], words: wordSignature(sentence) },
    };
  });
  const rows: Record<string, number> = Object.fromEntries(mentions.map(({ series }) => [series, 0]));
  for (const { series } of statements) rows[series] = (rows[series] ?? 0) + 1;
  const article: ArticleRow = {
    ...{ id, url: `https://outlet.example/${id}`, outlet, feedUrl: 'https://outlet.example/feed', disputes: [dispute] },
    ...{ title, state: 'counted', touchedAt: instant, firstSeenAt: instant, seriesAt: instant, rows, textRevision: 1 },
    entry: { hash: id, published: instant, dateSource: 'published', summary: null, changedAt: instant },
  };
  return {
    article,
    text: { id, revision: 1, title, text, hash: id, cut: 0, fetchedAt: instant },
    mentions,
    statements,
  };
}
