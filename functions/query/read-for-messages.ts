import type { MessageFile, Side } from '../../shared/messages/message-file.ts';
import type { ReadArticle } from '../../shared/messages/pull-through.ts';
import { isKept, type MentionRow, type StatementRow } from '../../shared/store/rows.ts';
import type { Store } from '../../shared/store/store.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { seriesOf, wholeDispute } from '../../shared/trend/series.ts';

/** Articles that one answer reads at the most: their texts are held at once. */
export const mostArticles = 5_000;

/**
 * A dispute's articles of a period with their texts, and who is named and who speaks in each.
 * Somebody is quoted where a statement is tagged as theirs, or an evaluation is put in their mouth.
 * @param range instants, both inclusive
 * @returns null when there are more than can be read at once
 */
export async function readForMessages(
  messages: MessageFile,
  range: { from: string; to: string },
  store: Pick<Store, 'mentions' | 'statements' | 'articles' | 'texts'>,
): Promise<ReadArticle[] | null> {
  const keys = { from: range.from, to: `${range.to}#~` };
  const series = (actor: string) => ({ series: seriesOf(messages.dispute, actor) });
  const all = await toArray(store.mentions.query(series(wholeDispute), 'at', keys));
  if (all.length > mostArticles) return null;
  const sides: Side[] = ['you', 'them'];
  const actors = sides.flatMap((side) => messages[side].actors);
  const [mentions, statements, articles, texts] = await Promise.all([
    Promise.all(actors.map((actor) => toArray(store.mentions.query(series(actor), 'at', keys)))),
    Promise.all(actors.map((actor) => toArray(store.statements.query(series(actor), 'at', keys)))),
    store.articles.getAll(all.map(({ articleId }) => ({ id: articleId }))),
    store.texts.getAll(all.map(({ articleId, textRevision }) => ({ id: articleId, revision: textRevision }))),
  ]);
  const named = byArticle(mentions.flat());
  const stated = byArticle(statements.flat());
  const rowOf = new Map(articles.map((article) => [article.id, article]));
  const textOf = new Map(texts.map((text) => [text.id, text]));
  return all.flatMap(({ articleId, clusterId, outlet, at }) => {
    const [article, text] = [rowOf.get(articleId), textOf.get(articleId)];
    // Erased between the two reads, or no longer kept: what it carried can't be told.
    if (!article || !text || !isKept(text)) return [];
    const place = { id: articleId, clusterId, outlet, url: article.url, at: at.slice(0, at.indexOf('#')) };
    return [
      { ...place, title: text.title ?? '', text: text.text, ...speech(named.get(articleId), stated.get(articleId)) },
    ];
  });
}

function byArticle<T extends { articleId: string }>(rows: T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.articleId, [...(groups.get(row.articleId) ?? []), row]);
  return groups;
}

function speech(mentions: MentionRow[] = [], statements: StatementRow[] = []) {
  const said = statements.filter(({ voice }) => voice !== 'action');
  const evaluators = mentions.flatMap(({ tones }) => tones.flatMap(({ speaker }) => (speaker ? [speaker] : [])));
  return {
    mentioned: new Set(mentions.filter((row) => row.mentions.length > 0).map(({ actor }) => actor)),
    quoted: new Set([...said.map(({ actor }) => actor), ...evaluators]),
    speakers: said.map(({ actor, evidence: [, , sentenceStart] }) => ({ actor, sentenceStart })),
  };
}
