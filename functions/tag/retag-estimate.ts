import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { itemBytes } from '../../shared/store/item-bytes.ts';
import type { Published } from '../../shared/store/published-codebooks.ts';
import { type ArticleRow, isKept, type TextRow } from '../../shared/store/rows.ts';
import type { Store } from '../../shared/store/store.ts';
import { isStale } from './reopen.ts';
import { tagUnder } from './tag-under.ts';
import { codebooksFor } from './tagging-of.ts';

/** What tagging the corpus anew would take, from a sample of its articles tagged here and now. */
export interface RetagEstimate {
  /** All articles of the store. */
  articles: number;
  /** Those whose tags would be made anew. */
  stale: number;
  sampled: number;
  /** Milliseconds of this machine for all of them, tagging alone. */
  taggingMilliseconds: number;
  /** DynamoDB write units for all of them: rows, the article's states. */
  writeUnits: number;
}

/** Articles tagged to estimate by. */
const sampleSize = 40;

/** Writes of an article's own row: opened, noted, closed; and of its place in the index of unfinished work: in and out. */
const stateWrites = 5;

/**
 * Estimates a re-tagging without writing anything. The sample is every k-th stale article of the scan, which DynamoDB
 * orders by the hash of the key: as good as random. `clock` in milliseconds.
 */
export async function estimateRetag(
  store: MeasuredStore,
  standing: Published[],
  { all, clock }: { all: boolean; clock: () => number },
): Promise<RetagEstimate> {
  let articles = 0;
  let stale = 0;
  let step = 1;
  let sample: ArticleRow[] = [];
  for await (const row of store.articles.scan()) {
    articles += 1;
    if (!isStale(row, standing, all)) continue;
    if (stale % step === 0) sample.push(row);
    stale += 1;
    if (sample.length < 2 * sampleSize) continue;
    sample = sample.filter((_, index) => index % 2 === 0);
    step *= 2;
  }
  const measured = await Promise.all(
    sample.map(async (row) => {
      const text = await store.texts.get({ id: row.id, revision: row.textRevision! });
      return text && isKept(text) ? measure(row, text, { standing, store, clock }) : null;
    }),
  );
  const known = measured.filter((each) => each !== null);
  const mean = (value: (each: Measured) => number) =>
    known.length === 0 ? 0 : known.reduce((sum, each) => sum + value(each), 0) / known.length;
  return {
    ...{ articles, stale, sampled: known.length },
    taggingMilliseconds: Math.round(stale * mean(({ milliseconds }) => milliseconds)),
    writeUnits: Math.round(stale * mean(({ units }) => units)),
  };
}

type MeasuredStore = Pick<Store, 'articles' | 'texts' | 'mentions' | 'statements'>;

interface Measured {
  milliseconds: number;
  units: number;
}

function measure(
  row: ArticleRow,
  text: TextRow,
  { standing, store, clock }: { standing: Published[]; store: MeasuredStore; clock: () => number },
): Measured {
  const begun = clock();
  const tagged = codebooksFor(row, standing).map((published) => tagUnder(published, row, text));
  const milliseconds = clock() - begun;
  const items = tagged.flatMap(({ mentions, statements }) => [
    ...mentions.map((mention) => store.mentions.itemOf(mention)),
    ...statements.map((statement) => store.statements.itemOf(statement)),
  ]);
  const units = items.reduce((sum, each) => sum + writeUnits(each), 0);
  return { milliseconds, units: units + stateWrites * writeUnits(store.articles.itemOf(row)) };
}

const writeUnits = (item: Record<string, AttributeValue>): number => Math.ceil(itemBytes(item) / 1_024);
