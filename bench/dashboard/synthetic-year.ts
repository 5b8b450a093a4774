import type { Codebook } from '../../shared/codebook/codebook.ts';
import { seededRandom } from '../../shared/reliability/seeded-random.ts';
import { publishCodebook } from '../../shared/store/published-codebooks.ts';
import type { ArticleRow, MentionRow, StatementRow, TextRow } from '../../shared/store/rows.ts';
import type { CoverageRow, Store, TrendRow } from '../../shared/store/store.ts';
import { daysBetween } from '../../shared/trend/day.ts';
import { coverageSeries, seriesOf, wholeDispute } from '../../shared/trend/series.ts';
import { trendPoint } from '../../shared/trend/trend-point.ts';

const articlesADay = 10;
const actorsAnArticle = 5;
const statementsAnArticle = 4;
const outlets = Array.from({ length: 18 }, (_, index) => `Outlet ${index + 1}`);
const sentence = 'The union said on Tuesday that it would not accept the new contract in its present form.';
const text = Array.from({ length: 12 }, () => sentence).join(' ');
/** Writes on their way at once. */
const atOnce = 64;

interface Rows {
  articles: ArticleRow[];
  texts: TextRow[];
  mentions: MentionRow[];
  statements: StatementRow[];
}

/** Fills a store with an invented year of coverage: counts, tones and sides by chance, but the same every time. */
export async function writeSyntheticYear(
  store: Store,
  codebook: Codebook,
): Promise<{ articles: number; rows: number }> {
  const { from, to } = codebook.period;
  const days = daysBetween(from, to!);
  await publishCodebook(store, codebook, `${from}T00:00:00.000Z`);
  const rows = yearOfRows(codebook, days);
  const points = pointsOf(rows, codebook.id);
  await writeAll(rows.articles, (row) => store.articles.put(row));
  await writeAll(rows.texts, (row) => store.texts.put(row));
  await writeAll(rows.mentions, (row) => store.mentions.put(row));
  await writeAll(rows.statements, (row) => store.statements.put(row));
  await writeAll(points, (row) => store.trends.put(row));
  await writeAll(coverageOf(codebook.id, days), (row) => store.coverage.put(row));
  return { articles: rows.articles.length, rows: rows.mentions.length + rows.statements.length + points.length };
}

function yearOfRows(codebook: Codebook, days: string[]): Rows {
  const random = seededRandom(7);
  const below = (limit: number) => Math.floor(random() * limit);
  const rows: Rows = { articles: [], texts: [], mentions: [], statements: [] };
  const tag = { textRevision: 1, codebookVersion: 'bench', taggerVersion: 'bench' };
  days.forEach((day, dayIndex) => {
    for (let index = 0; index < articlesADay; index += 1) {
      const id = `a${dayIndex}-${index}`;
      const outlet = outlets[below(outlets.length)]!;
      const instant = `${day}T${String(6 + index).padStart(2, '0')}:00:00.000Z`;
      const base = { articleId: id, outlet, originOutlet: outlet, clusterId: id, ...tag };
      const at = `${instant}#${id}`;
      rows.articles.push(articleRow(id, outlet, instant, codebook.id));
      rows.texts.push({ id, revision: 1, title: `Story ${id}`, text, hash: id, cut: 0, fetchedAt: instant });
      rows.mentions.push({
        ...{ ...base, series: seriesOf(codebook.id, wholeDispute), at, actor: wholeDispute },
        ...{ mentions: [], tones: [], articleTone: null },
      });
      // Actors early in the codebook are heard more often, as in life.
      const heard = new Set(
        Array.from({ length: actorsAnArticle }, () => Math.floor(random() ** 2 * codebook.actors.length)),
      );
      for (const actorIndex of heard) {
        const actor = codebook.actors[actorIndex]!.id;
        const tones = [0, 1].map((which) => ({
          sentence: [which * (sentence.length + 1), which * (sentence.length + 1) + sentence.length] as [
            number,
            number,
          ],
          ...{ label: 'neutral' as const, score: Math.round((random() * 2 - 1) * 1000) / 1000, confidence: 0.9 },
          ...{ voice: which === 0 ? ('outlet' as const) : ('quoted' as const), speaker: null },
          ...{ rule: 'tone.model', reasons: [] },
        }));
        const series = seriesOf(codebook.id, actor);
        rows.mentions.push({ ...base, series, at, actor, mentions: [], tones, articleTone: null });
      }
      for (let number = 0; number < statementsAnArticle; number += 1) {
        const actor = codebook.actors[[...heard][below(heard.size)]!]!.id;
        const issue = codebook.issues[below(codebook.issues.length)]!.id;
        rows.statements.push({
          ...{ ...base, series: seriesOf(codebook.id, actor), at: `${at}#${String(number).padStart(3, '0')}`, actor },
          ...{ issue, voice: 'indirect' },
          ...{ stance: (['for', 'against', 'neutral'] as const)[below(3)]!, evidence: [32, 88, 0, sentence.length] },
          ...{ cue: [10, 14], rule: 'statement.said', confidence: random(), reasons: [] },
        });
      }
    }
  });
  return rows;
}

const articleRow = (id: string, outlet: string, instant: string, dispute: string): ArticleRow => ({
  ...{ id, url: `https://outlet.example/${id}`, outlet, feedUrl: 'https://outlet.example/feed', disputes: [dispute] },
  ...{ title: `Story ${id}`, state: 'counted', touchedAt: instant, firstSeenAt: instant, seriesAt: instant },
  entry: { hash: id, published: instant, dateSource: 'published', summary: null, changedAt: instant },
});

function pointsOf({ mentions, statements }: Rows, dispute: string): TrendRow[] {
  const dayKey = ({ series, at }: { series: string; at: string }) => `${series} ${at.slice(0, 10)}`;
  const byDay = new Map<string, { mentions: MentionRow[]; statements: StatementRow[] }>();
  const held = (key: string) => {
    const day = byDay.get(key) ?? { mentions: [], statements: [] };
    byDay.set(key, day);
    return day;
  };
  for (const row of mentions) held(dayKey(row)).mentions.push(row);
  for (const row of statements) held(dayKey(row)).statements.push(row);
  return [...byDay].map(([key, day]) => ({
    ...{ series: key.slice(0, key.lastIndexOf(' ')), day: key.slice(-10), rowsDigest: dispute },
    ...trendPoint(day.mentions, day.statements),
  }));
}

const coverageOf = (dispute: string, days: string[]): CoverageRow[] =>
  days.map((day, index) => ({
    ...{ series: coverageSeries(dispute), day },
    feeds: outlets.map((outlet, feed) => ({
      ...{ url: `https://outlet.example/${feed}`, outlet, heard: 3, polls: 12 },
      ...(index % 50 === feed
        ? { status: 'failing' as const, isHeard: false, failedPolls: 12 }
        : { status: 'ok' as const, isHeard: true, failedPolls: 0 }),
    })),
  }));

async function writeAll<Row>(rows: readonly Row[], write: (row: Row) => Promise<void>): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) await Promise.all(rows.slice(from, from + atOnce).map(write));
}
