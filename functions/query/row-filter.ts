import { matchesText, parseTextQuery } from '../../shared/corpus/text-query.ts';
import { signatureFilter } from '../../shared/corpus/word-signature.ts';
import { isKept, type TextRow } from '../../shared/store/rows.ts';
import type { Store } from '../../shared/store/store.ts';
import type { DisputeRequest } from './request.ts';

interface Filtered {
  articleId: string;
  outlet: string;
  clusterId: string;
}

/** Whether a row is of the outlets, cluster and article that a request names. */
export function rowFilter(
  { outlets }: Pick<DisputeRequest, 'outlets'>,
  { cluster, article }: { cluster?: string | undefined; article?: string | undefined },
): (row: Filtered) => boolean {
  return ({ articleId, outlet, clusterId }) =>
    (outlets.length === 0 || outlets.includes(outlet)) &&
    (cluster === undefined || clusterId === cluster) &&
    (article === undefined || articleId === article);
}

/** Whether the words asked for may stand in what a row is about, by its signature: the rest need not be read. */
export function mayHoldText(asked: string | undefined): (row: { words?: string }) => boolean {
  const query = parseTextQuery(asked ?? '');
  if (query.length === 0) return () => true;
  const mayHold = signatureFilter(query);
  return ({ words }) => mayHold(words);
}

/**
 * Reads the rows' articles and keeps the rows in whose text, as `textOf` cuts it, all words and phrases asked for stand.
 * A text that is no longer kept holds nothing. Undefined when none is asked for.
 */
export function textConfirmation<Row extends { articleId: string; textRevision: number }>(
  asked: string | undefined,
  store: Pick<Store, 'texts'>,
  textOf: (text: TextRow, row: Row) => string,
): ((rows: Row[]) => Promise<Row[]>) | undefined {
  const query = parseTextQuery(asked ?? '');
  if (query.length === 0) return undefined;
  return async (rows) => {
    const revisions = new Map(rows.map(({ articleId, textRevision }) => [articleId, textRevision]));
    const found = await store.texts.getAll([...revisions].map(([id, revision]) => ({ id, revision })));
    const texts = new Map(found.filter(isKept).map((text) => [text.id, text]));
    return rows.filter((row) => {
      const text = texts.get(row.articleId);
      return text !== undefined && matchesText(query, textOf(text, row));
    });
  };
}
