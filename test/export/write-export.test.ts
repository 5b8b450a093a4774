import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { MultiGraph, UndirectedGraph } from 'graphology';
import gexf from 'graphology-gexf';
import graphmlReader from 'graphology-graphml';
import sqlite from 'node-sqlite3-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportFormat } from '../../local/export/formats.ts';
import { newFolder } from '../../local/export/new-folder.ts';
import { writeExport } from '../../local/export/write-export.ts';
import { type CorpusEntry, readCorpus } from '../../shared/export/read-corpus.ts';
import { isKept, type TextRow } from '../../shared/store/rows.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { ferryCodebook } from '../pipeline/harness.ts';
import { type Corpus, startCorpus } from '../query/corpus.ts';

let corpus: Corpus;
let entries: (CorpusEntry & { text: TextRow })[];
let scratch: string;
beforeAll(async () => {
  corpus = await startCorpus();
  scratch = await mkdtemp(join(tmpdir(), 'picketline-export-'));
  const instants = { from: '2020-03-01T00:00:00.000Z', to: '2020-03-31T22:59:59.999Z' };
  const read = await toArray(readCorpus(corpus.harness.pipeline.runtime.store, 'ferry-dispute', instants));
  entries = read.flatMap(({ text, ...entry }) => (isKept(text) ? [{ ...entry, text }] : []));
}, 120_000);
afterAll(async () => {
  await corpus.harness.stop();
  await rm(scratch, { recursive: true });
});

async function* streamed(items: CorpusEntry[]) {
  yield* items;
}

const origin = {
  ...{ dispute: 'ferry-dispute', title: 'The ferry dispute', codebookVersion: 'c1', taggerVersion: 't1' },
  ...{ from: '2020-03-01', to: '2020-03-31', createdAt: '2020-04-01T12:00:00.000Z' },
};

async function write(format: ExportFormat, changes: { copyrightSafe?: boolean; bom?: boolean } = {}, of = entries) {
  const folder = join(scratch, `${format}-${JSON.stringify(changes)}-${of.length}`);
  await newFolder(folder, async (unfinished) => {
    const request = {
      entries: streamed(of),
      codebook: ferryCodebook(),
      origin,
      format,
      copyrightSafe: false,
      bom: false,
    };
    await writeExport({ ...request, ...changes }, unfinished);
  });
  return folder;
}

const read = (folder: string, file: string) => readFile(join(folder, file), 'utf8');
const statements = () => entries.flatMap((entry) => entry.statements);

describe('tables', () => {
  it('hold every article and statement of the period as CSV', async () => {
    const folder = await write('csv');
    const rows: Record<string, string>[] = parse(await read(folder, 'statements.csv'), { columns: true });
    expect(entries).toHaveLength(8);
    expect(parse(await read(folder, 'articles.csv'), { columns: true })).toHaveLength(8);
    expect(rows).toHaveLength(statements().length);
    for (const row of rows) {
      const { text } = entries.find(({ article }) => article.id === row.article_id)!;
      expect(text.text.slice(Number(row.sentence_start), Number(row.sentence_end))).toBe(row.sentence);
    }
  });

  it('are described by a data package: fields, sizes and hashes', async () => {
    const folder = await write('jsonl');
    const { resources } = JSON.parse(await read(folder, 'datapackage.json'));
    expect(resources.map(({ path }: { path: string }) => path)).toEqual([
      'articles.jsonl',
      'statements.jsonl',
      'tones.jsonl',
      'mentions.jsonl',
    ]);
    for (const { path, bytes, hash, rows, schema } of resources) {
      const content = await read(folder, path);
      expect(bytes).toBe(Buffer.byteLength(content));
      expect(hash).toBe(`sha256:${createHash('sha256').update(content).digest('hex')}`);
      const lines = content.trim().split('\n');
      expect(lines).toHaveLength(rows);
      const names = schema.fields.map(({ name }: { name: string }) => name);
      expect(Object.keys(JSON.parse(lines[0]!))).toEqual(names);
    }
  });

  it('can be read by DuckDB as Parquet, with numbers and instants as such', async () => {
    const folder = await write('parquet');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const query = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
    const file = (name: string) => `'${join(folder, name)}'`;
    const outlet = 'Harbour Gazette';
    const stated = entries.filter(({ article }) => article.outlet === outlet).flatMap((entry) => entry.statements);
    expect(await query(`SELECT count(*)::INT AS rows FROM ${file('statements.parquet')}`)).toEqual([
      { rows: statements().length },
    ]);
    expect(
      await query(
        `SELECT a.outlet, count(*)::INT AS statements, min(a.published_at)::VARCHAR AS first, typeof(min(s.confidence)) AS type
         FROM ${file('statements.parquet')} s JOIN ${file('articles.parquet')} a USING (article_id)
         GROUP BY a.outlet ORDER BY first LIMIT 1`,
      ),
    ).toEqual([{ outlet, statements: stated.length, first: '2020-03-16 09:30:00', type: 'DOUBLE' }]);
    connection.closeSync();
  });

  it('hold no word of an article in their copyright-safe form', async () => {
    const folder = await write('jsonl', { copyrightSafe: true });
    const files = await readdir(folder);
    const whole = (await Promise.all(files.map((file) => read(folder, file)))).join('\n');
    for (const { text } of entries) {
      expect(whole).not.toContain(text.title);
      for (const sentence of text.text.split('\n\n')) expect(whole).not.toContain(sentence.slice(0, 30));
    }
    expect(whole).toContain(entries[0]!.article.url);
  });

  it.each([
    ['a formula', '=HYPERLINK("https://evil.example")', '"\'=HYPERLINK(""https://evil.example"")"'],
    ['a command', '@SUM(1)', "'@SUM(1)"],
    ['line ends and quotation marks', 'a "b"\r\nc', '"a ""b""\r\nc"'],
  ])('are safe for a spreadsheet: %s in a headline', async (name, title, cell) => {
    const first = entries[0]!;
    const folder = await write('csv', { bom: true }, [{ ...first, text: { ...first.text, title } }]);
    const content = await read(folder, 'articles.csv');
    expect([name, content.startsWith('\ufeffarticle_id,')]).toEqual([name, true]);
    expect(content).toContain(cell);
    await rm(folder, { recursive: true });
  });

  it('appear as a whole or not at all', async () => {
    const folder = join(scratch, 'broken');
    const broken = newFolder(folder, async (unfinished) => {
      const failing = (async function* () {
        yield entries[0]!;
        throw new Error('the store went away');
      })();
      const request = { entries: failing, codebook: ferryCodebook(), origin, format: 'csv' as const };
      await writeExport({ ...request, copyrightSafe: false, bom: false }, unfinished);
    });
    await expect(broken).rejects.toThrow('the store went away');
    expect((await readdir(scratch)).filter((name) => name.startsWith('broken'))).toEqual([]);
  });

  it('do not replace what stands there', async () => {
    await expect(newFolder(scratch, async () => {})).rejects.toThrow(/is there already/);
  });
});

describe('networks', () => {
  it.each([
    ['graphml', (text: string) => graphmlReader.parse(UndirectedGraph, text)],
    ['gexf', (text: string) => gexf.parse(MultiGraph, text)],
  ] as const)('can be read back by graphology as %s', async (format, parseGraph) => {
    const folder = await write(format);
    const graph = parseGraph(await read(folder, `actors-issues.${format}`));
    expect(graph.nodes().sort()).toEqual(['actor:line', 'actor:union', 'issue:rota']);
    expect(graph.getNodeAttribute('actor:union', 'label')).toBe("Ferry Workers' Union");
    const against = statements().filter(({ actor, stance }) => actor === 'union' && stance === 'against').length;
    expect(Number(graph.getEdgeAttribute(graph.edges('actor:union', 'issue:rota')[0], 'against'))).toBe(against);
    const conflict = parseGraph(await read(folder, `actors-conflict.${format}`));
    expect(conflict.hasEdge('line', 'union')).toBe(true);
    expect(parseGraph(await read(folder, `actors-congruence.${format}`)).size).toBe(0);
  });
});

describe('a database of the Discourse Network Analyzer', () => {
  it('holds documents and statements with their person, organization, concept and agreement', async () => {
    const folder = await write('dna');
    const database = new sqlite.Database(join(folder, 'ferry-dispute.dna'), { readOnly: true });
    const all = (sql: string) => database.all(sql) as Record<string, unknown>[];
    expect(all('SELECT count(*) AS n FROM DOCUMENTS')).toEqual([{ n: 8 }]);
    expect(all('PRAGMA foreign_key_check')).toEqual([]);
    expect(
      all('SELECT v.Variable, v.DataType, t.Label FROM VARIABLES v JOIN STATEMENTTYPES t ON t.ID = v.StatementTypeId'),
    ).toEqual(
      [
        ['person', 'short text'],
        ['organization', 'short text'],
        ['concept', 'short text'],
        ['agreement', 'boolean'],
      ].map(([Variable, DataType]) => ({ Variable, DataType, Label: 'DNA Statement' })),
    );
    const coded = all(`
      SELECT substr(d.Text, s.Start + 1, s.Stop - s.Start) AS quote, p.Value AS person, o.Value AS organization,
             c.Value AS concept, b.Value AS agreement
      FROM STATEMENTS s JOIN DOCUMENTS d ON d.ID = s.DocumentId JOIN DATABOOLEAN b ON b.StatementId = s.ID
      JOIN DATASHORTTEXT dp ON dp.StatementId = s.ID AND dp.VariableId = 1 JOIN ENTITIES p ON p.ID = dp.Entity
      JOIN DATASHORTTEXT dor ON dor.StatementId = s.ID AND dor.VariableId = 2 JOIN ENTITIES o ON o.ID = dor.Entity
      JOIN DATASHORTTEXT dc ON dc.StatementId = s.ID AND dc.VariableId = 3 JOIN ENTITIES c ON c.ID = dc.Entity
      ORDER BY s.ID`);
    const decided = entries.flatMap(({ text, statements: rows }) =>
      rows.filter(({ stance }) => stance !== 'neutral').map((row) => ({ text, row })),
    );
    const names = { union: "Ferry Workers' Union", line: 'Gannet Line' };
    expect(coded).toEqual(
      decided.map(({ text, row }) => ({
        quote: text.text.slice(row.evidence[0], row.evidence[1]),
        person: '',
        organization: names[row.actor as keyof typeof names],
        concept: 'The new rota should be adopted.',
        agreement: row.stance === 'for' ? 1 : 0,
      })),
    );
    database.close();
  });
});
