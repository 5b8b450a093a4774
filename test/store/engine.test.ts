import { randomBytes } from 'node:crypto';
import { ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTables, localTableName } from '../../local/create-resources.ts';
import { type Cloud, startCloud } from '../../local/embedded-cloud.ts';
import type { ArticleRow, SignatureRow, TextRow } from '../../shared/store/rows.ts';
import { createStore, type Store } from '../../shared/store/store.ts';
import { Table } from '../../shared/store/table.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { testEngine } from '../engine.ts';

/** What the store relies on of its engine: the same on the embedded one and on AWS's own (`.ci/dynamodb-local`). */
let cloud: Cloud;
let store: Store;

beforeAll(async () => {
  cloud = await startCloud({ folder: null, ...testEngine() });
  await createTables(cloud.dynamodb);
  store = createStore(cloud.dynamodb, localTableName);
});
afterAll(() => cloud.stop());

const signature = (band: string, at: string): SignatureRow => ({
  ...{ band, at },
  articleId: at,
  outlet: 'o',
  signature: '',
});
const text = (id: string, revision: number, length = 10): TextRow => ({
  ...{ id, revision, title: null, hash: 'h', cut: 0, fetchedAt: '2020-03-10T12:00:00.000Z' },
  text: 'x'.repeat(length),
});

describe('conditional writes', () => {
  it('of many writers at once one wins', async () => {
    const ports = Array.from({ length: 12 }, (_, index) =>
      store.hosts.putIf(
        { host: 'a', revision: 1, nextStartAt: index, open: [] },
        { text: 'attribute_not_exists(host)' },
      ),
    );
    expect((await Promise.all(ports)).filter((won) => won)).toHaveLength(1);
  });

  it('an update sets, removes, and leaves the rest; a missing row meets no condition on its attributes', async () => {
    await store.texts.put(text('u', 1));
    const held = { text: '#hash = :hash', names: { '#hash': 'hash' }, values: { ':hash': 'h' } };
    expect(await store.texts.updateIf({ id: 'u', revision: 1 }, { hash: 'next', title: 'T' }, held)).toBe(true);
    expect(await store.texts.updateIf({ id: 'u', revision: 1 }, { hash: 'other' }, held)).toBe(false);
    expect(await store.texts.get({ id: 'u', revision: 1 })).toEqual({ ...text('u', 1), hash: 'next', title: 'T' });
    expect(await store.texts.updateIf({ id: 'none', revision: 1 }, { hash: 'x' }, held)).toBe(false);
    expect(await store.texts.get({ id: 'none', revision: 1 })).toBeUndefined();
  });

  it('a delete of what is not there does no harm', async () => {
    await store.texts.delete({ id: 'none', revision: 9 });
    expect(await store.texts.deleteIf({ id: 'none', revision: 9 }, { text: 'attribute_exists(id)' })).toBe(false);
  });
});

describe('queries', () => {
  it('keep the order of their sort keys, range, direction and limit', async () => {
    for (const at of ['b', 'a', 'd', 'c']) await store.signatures.put(signature('order', at));
    const ats = async (range: object) =>
      (await toArray(store.signatures.query({ band: 'order' }, 'at', range))).map(({ at }) => at).join('');
    expect(await ats({})).toBe('abcd');
    expect(await ats({ from: 'b', to: 'c' })).toBe('bc');
    expect(await ats({ from: 'c' })).toBe('cd');
    expect(await ats({ to: 'b' })).toBe('ab');
    expect(await ats({ prefix: 'd' })).toBe('d');
    expect(await ats({ descending: true, limit: 2 })).toBe('dc');
    expect(await ats({ consistent: true })).toBe('abcd');
  });

  it('a partition of more than a megabyte, the most of one answer, is read whole', async () => {
    const unpacked = new Table<TextRow>(cloud.dynamodb, localTableName('Texts'));
    for (let revision = 1; revision <= 5; revision += 1) await unpacked.put(text('big', revision, 300_000));
    const rows = await toArray(unpacked.query({ id: 'big' }, 'revision'));
    expect(rows.map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5]);
  });

  it('a sparse index holds a row for as long as it has the attribute', async () => {
    const row = { id: 'sparse', unfinished: 'open' as const, openedAt: '2020' };
    const articles = new Table<Pick<ArticleRow, 'id' | 'unfinished' | 'openedAt'>>(
      cloud.dynamodb,
      localTableName('Articles'),
    );
    const listed = async () =>
      (await toArray(articles.query({ unfinished: 'open' }, 'openedAt', { index: 'unfinished' }))).length;
    await articles.put(row);
    expect(await listed()).toBe(1);
    await articles.updateIf({ id: 'sparse' }, { unfinished: undefined }, { text: 'attribute_exists(id)' });
    expect(await listed()).toBe(0);
  });

  it('rows of other values are read but not given: each page says how many were read for it', async () => {
    for (const [at, outlet] of ['a', 'b', 'a', 'c', 'b'].entries())
      await store.signatures.put({ ...signature('where', String(at)), outlet });
    const where = { attribute: 'outlet', values: ['a', 'c'] };
    const read = async (limit?: number) => {
      const range = { where, pageSize: 2, attributes: ['at'], ...(limit !== undefined && { limit }) };
      return toArray(store.signatures.pages({ band: 'where' }, 'at', range));
    };
    const pages = await read();
    expect(pages.flatMap(({ rows }) => rows)).toEqual([{ at: '0' }, { at: '2' }, { at: '3' }]);
    expect(pages.reduce((sum, page) => sum + page.read, 0)).toBe(5);
    const bounded = await read(2);
    expect(bounded.map(({ rows, read }) => [rows.length, read])).toEqual([[1, 2]]);
  });

  it('many keys are read together, and those without a row left out', async () => {
    const keys = Array.from({ length: 120 }, (_, index) => ({ id: `many-${index}`, revision: 1 }));
    await Promise.all(keys.slice(0, 110).map(({ id }) => store.texts.put(text(id, 1))));
    expect(await store.texts.getAll(keys)).toHaveLength(110);
  });
});

describe('what an engine refuses', () => {
  it('an item above 400 KB, which is why text is cut', async () => {
    const noise = (length: number) => ({ ...text('', 1), text: randomBytes(length).toString('latin1') });
    const unpacked = new Table<TextRow>(cloud.dynamodb, localTableName('Texts'));
    await unpacked.put(text('largest', 1, 399_000));
    await expect(unpacked.put(text('too-large', 1, 410_000))).rejects.toThrow(/size/i);
    await expect(store.texts.put({ ...noise(410_000), id: 'too-large' })).rejects.toThrow(/size/i);
  });

  it('an empty key, and a table that is not there', async () => {
    await expect(store.texts.put(text('', 1))).rejects.toThrow();
    const missing = new Table<TextRow>(cloud.dynamodb, 'no-such-table');
    await expect(missing.get({ id: 'a', revision: 1 })).rejects.toThrow(ResourceNotFoundException);
  });
});

it('keeps values as they are: nested lists, null, negative and fractional numbers, any text', async () => {
  const host = { host: '£ “curly” \u0000 🙂', revision: -1, nextStartAt: 0.1, open: [] };
  await store.hosts.put(host);
  expect(await store.hosts.get({ host: host.host })).toEqual(host);
});

it('keeps what is packed as bytes, of an article as of part of it, and gives it back as it was', async () => {
  const rows = { 'ferry-dispute#*': 0, 'ferry-dispute#union': 2 };
  const row = { id: 'packed', state: 'collected', touchedAt: '2020' } as ArticleRow;
  await store.articles.put({ ...row, rows });
  const stored = new Table<{ rows: unknown }>(cloud.dynamodb, localTableName('Articles'));
  expect((await stored.get({ id: 'packed' }))?.rows).toBeInstanceOf(Uint8Array);
  expect(await store.articles.get({ id: 'packed' })).toEqual({ ...row, rows });
  const more = { ...rows, 'ferry-dispute#line': 1 };
  expect(await store.articles.updatedIf({ id: 'packed' }, { rows: more }, { text: 'attribute_exists(id)' })).toEqual({
    ...row,
    rows: more,
  });
  await store.articles.delete({ id: 'packed' });
});
