import { createHash } from 'node:crypto';
import { SettingError } from '../../shared/errors.ts';
import { opened } from '../../shared/store/article-states.ts';
import { standingCodebooks } from '../../shared/store/published-codebooks.ts';
import { type ArticleRow, isKept, type TextRow } from '../../shared/store/rows.ts';
import type { ErasureRow, Store } from '../../shared/store/store.ts';
import { blackOut, namesIn } from './black-out.ts';
import type { ErasePorts } from './erase-article.ts';
import { eraseCoders, eraseFromKeys } from './erase-coders.ts';
import { eraseDeliveries } from './erase-deliveries.ts';
import { type ErasureRequest, recorded } from './record-erasure.ts';

type Named = (text: string | null | undefined) => boolean;

export interface ErasedPerson {
  record: ErasureRow;
  /** Articles whose address holds the name: they can only be erased as a whole. */
  addresses: string[];
}

/**
 * Erases a person, under all the names given: every sentence that names them is blacked out in every revision of every
 * text, headlines and bylines likewise; such articles are tagged anew, so that statements, tones and mentions that rested on
 * those sentences go, and their days are recounted. Messages, marks and superseded codebooks that name
 * them go, too; what they coded stays, without their name.
 * @throws SettingError when a codebook in force names the person: then the tags come of the codebook
 */
export async function erasePerson(
  names: readonly string[],
  request: ErasureRequest,
  ports: ErasePorts,
): Promise<ErasedPerson> {
  const isNamed = namesIn(names);
  if (isNamed(request.why) || isNamed(request.by))
    throw new SettingError('The record would name the person.', 'Say why, and who does it, without the name.');
  await refuseWhileInForce(isNamed, ports.store);
  const addresses: string[] = [];
  const record = await recorded('person', request, ports, async () => {
    const texts = await redactTexts(isNamed, ports);
    const articles = await redactArticles(isNamed, names, texts, addresses, ports);
    return {
      articles,
      texts: [...texts.values()].reduce((sum, list) => sum + list.length, 0),
      deliveries: await eraseDeliveries(({ text, posted }) => isNamed(text) || isNamed(posted), ports.store),
      marks: await eraseMarks(isNamed, ports.store),
      audits: await eraseCoders(isNamed, ports.store),
      keys: await eraseFromKeys(isNamed, ports.store),
      codebooks: await eraseSuperseded(isNamed, ports.store),
    };
  });
  return { record, addresses };
}

async function refuseWhileInForce(isNamed: Named, store: Pick<Store, 'codebooks'>): Promise<void> {
  for (const { codebook, version } of await standingCodebooks(store)) {
    if (!isNamed(JSON.stringify(codebook))) continue;
    throw new SettingError(
      `The codebook ${codebook.id}, version ${version}, names the person.`,
      'Take them out of the codebook file, publish it (retire kept versions), retag, then run this again.',
    );
  }
}

/**
 * The article is marked before its text is changed: where the run dies between the two, the next finds the mark and has the
 * article tagged anew.
 * @returns the new texts by article
 */
async function redactTexts(isNamed: Named, { store, now }: ErasePorts): Promise<Map<string, TextRow[]>> {
  const redacted = new Map<string, TextRow[]>();
  for await (const row of store.texts.scan()) {
    if (!isKept(row)) continue;
    const text = blackOut(row.text, isNamed);
    const title = row.title && blackOut(row.title, isNamed);
    if (text === row.text && title === row.title) continue;
    const hash = createHash('sha256').update(`${title}\n${text}`).digest('hex').slice(0, 20);
    const next = { ...row, text, title, hash };
    const redactedAt = new Date(now()).toISOString();
    await store.articles.updateIf({ id: row.id }, { redactedAt }, { text: 'attribute_exists(id)' });
    await store.texts.put(next);
    redacted.set(row.id, [...(redacted.get(row.id) ?? []), next]);
  }
  return redacted;
}

async function redactArticles(
  isNamed: Named,
  names: readonly string[],
  texts: Map<string, TextRow[]>,
  addresses: string[],
  ports: ErasePorts,
): Promise<number> {
  const slugs = names.map((name) => name.toLowerCase().split(/\s+/).join('-'));
  let count = 0;
  for await (const row of ports.store.articles.scan()) {
    if (slugs.some((slug) => row.url.toLowerCase().includes(slug))) addresses.push(row.id);
    const current = texts.get(row.id)?.find(({ revision }) => revision === row.textRevision);
    const changes = redaction(row, current, isNamed, new Date(ports.now()).toISOString());
    if (!changes && !texts.has(row.id) && !row.redactedAt) continue;
    await redactArticle(row, changes ?? {}, ports);
    count += 1;
  }
  return count;
}

/** What changes of the article's row; null when it does not name the person. */
function redaction(
  row: ArticleRow,
  current: TextRow | undefined,
  isNamed: Named,
  now: string,
): Partial<ArticleRow> | null {
  const { title, byline, entry } = row;
  const changes: Partial<ArticleRow> = {
    ...(isNamed(title) && { title: blackOut(title!, isNamed) }),
    ...(isNamed(byline) && { byline: undefined }),
    ...(isNamed(entry.summary) && { entry: { ...entry, summary: null, changedAt: now } }),
    ...(current && { textHash: current.hash }),
  };
  return Object.keys(changes).length > 0 ? changes : null;
}

/** Tagged anew where it has a text; a run that died before is made up for here. */
async function redactArticle(row: ArticleRow, changes: Partial<ArticleRow>, ports: ErasePorts): Promise<void> {
  const at = new Date(ports.now()).toISOString();
  const isTaggable = row.textRevision !== undefined && !row.textDroppedAt && row.state !== 'failed';
  const opening = isTaggable ? opened('collected', at) : {};
  const unchanged = { text: '#state = :state', names: { '#state': 'state' }, values: { ':state': row.state } };
  if (!(await ports.store.articles.updateIf({ id: row.id }, { redactedAt: at, ...changes, ...opening }, unchanged)))
    throw new SettingError(`The article ${row.id} is being worked on.`, 'Run the command again in a minute.');
  if (isTaggable) await ports.queues.send('tag', [{ v: 1, articleId: row.id }]);
}

async function eraseMarks(isNamed: Named, store: Pick<Store, 'marks'>): Promise<number> {
  let count = 0;
  for await (const { dispute, mark, who, note } of store.marks.scan()) {
    if (!isNamed(who) && !isNamed(note)) continue;
    await store.marks.delete({ dispute, mark });
    count += 1;
  }
  return count;
}

/** Versions in force were looked at before: what is left that names the person is history. */
async function eraseSuperseded(isNamed: Named, store: Pick<Store, 'codebooks'>): Promise<number> {
  let count = 0;
  for await (const { dispute, version, content } of store.codebooks.scan()) {
    if (!isNamed(content)) continue;
    await store.codebooks.delete({ dispute, version });
    count += 1;
  }
  return count;
}
