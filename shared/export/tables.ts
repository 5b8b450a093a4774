import { createHash } from 'node:crypto';
import { markedStatement, markedTone } from '../marks/marked-tag.ts';
import {
  isKept,
  type MentionRow,
  type StatementRow,
  type StoredText,
  type TaggedRow,
  type ToneEvidence,
} from '../store/rows.ts';
import { instantOf } from '../trend/series.ts';
import type { CorpusEntry } from './read-corpus.ts';

/** Types of Frictionless Table Schema (v1) that exports use. */
export type FieldType = 'string' | 'integer' | 'number' | 'datetime';

export type Cell = string | number | null;

/** A column: how it is described in the data dictionary. */
export interface Field {
  name: string;
  type: FieldType;
  description: string;
  /** Holds words of the article: left out of the copyright-safe form. */
  isText?: boolean;
}

/** A table of the export, made article by article. */
export interface ExportTable {
  name: string;
  description: string;
  fields: readonly Field[];
  /** The rows an article gives, in the order of `fields`. */
  rowsOf(entry: CorpusEntry): Cell[][];
}

type Column<Row> = Field & { of(row: Row, entry: CorpusEntry): Cell };

function table<Row>(
  name: string,
  description: string,
  itemsOf: (entry: CorpusEntry) => Row[],
  columns: readonly Column<Row>[],
): ExportTable {
  return {
    name,
    description,
    fields: columns.map(({ of: _, ...field }) => field),
    rowsOf: (entry) => itemsOf(entry).map((row) => columns.map((column) => column.of(row, entry))),
  };
}

/** SHA-256 of a sentence: tells whether text found again is the text that was tagged. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const articles = table<CorpusEntry>('articles', 'Articles about the dispute', (entry) => [entry], [
  { name: 'article_id', type: 'string', description: 'Identifies the article', of: ({ article }) => article.id },
  { name: 'url', type: 'string', description: 'Its address', of: ({ article }) => article.url },
  {
    name: 'title',
    type: 'string',
    description: 'Its headline',
    isText: true,
    of: ({ article, text }) => (isKept(text) ? text.title : article.title),
  },
  { name: 'outlet', type: 'string', description: 'Outlet that published it', of: ({ counted }) => counted.outlet },
  {
    name: 'origin_outlet',
    type: 'string',
    description: 'Outlet in which its text appeared first',
    of: ({ counted }) => counted.originOutlet,
  },
  {
    name: 'cluster_id',
    type: 'string',
    description: 'Its near-duplicates have the same one',
    of: ({ counted }) => counted.clusterId,
  },
  {
    name: 'published_at',
    type: 'datetime',
    description: 'Instant whose day it counts in',
    of: ({ counted }) => instantOf(counted),
  },
  {
    name: 'date_source',
    type: 'string',
    description: 'Where that instant was found',
    of: ({ article }) => article.seriesAtSource ?? null,
  },
  { name: 'byline', type: 'string', description: 'Writer', of: ({ article }) => article.byline ?? null },
  {
    name: 'section',
    type: 'string',
    description: 'Section of the outlet',
    of: ({ article }) => article.section ?? null,
  },
  { name: 'language', type: 'string', description: 'ISO 639-1', of: ({ article }) => article.language ?? null },
  {
    name: 'kind',
    type: 'string',
    description: 'Article, live blog, gallery …',
    of: ({ article }) => article.kind ?? null,
  },
  {
    name: 'text_revision',
    type: 'integer',
    description: 'Number of the text that was tagged',
    of: ({ text }) => text.revision,
  },
  {
    name: 'text_hash',
    type: 'string',
    description: 'SHA-256 of the text',
    of: ({ text }) => (isKept(text) ? hashOf(text.text) : text.sha256),
  },
  {
    name: 'text',
    type: 'string',
    description: 'Text as tagged; empty when it is no longer kept',
    isText: true,
    of: ({ text }) => (isKept(text) ? text.text : null),
  },
]);

/** The hash that was kept with a dropped text, else that of the words themselves. */
const sentenceHash = (text: StoredText, [start, end]: [number, number]): string | null =>
  isKept(text) ? hashOf(text.text.slice(start, end)) : (text.sentences[`${start}-${end}`] ?? null);

/** Where a tag stands: columns that statements, tones and mentions share. */
function placed<Row>(rowOf: (row: Row) => TaggedRow, sentenceOf: (row: Row) => [number, number]): Column<Row>[] {
  const sentence = (row: Row, { text }: CorpusEntry) => (isKept(text) ? text.text.slice(...sentenceOf(row)) : null);
  return [
    { name: 'article_id', type: 'string', description: 'Article it stands in', of: (row) => rowOf(row).articleId },
    {
      name: 'published_at',
      type: 'datetime',
      description: 'Instant whose day the article counts in',
      of: (row) => instantOf(rowOf(row)),
    },
    { name: 'outlet', type: 'string', description: 'Outlet of the article', of: (row) => rowOf(row).outlet },
    { name: 'cluster_id', type: 'string', description: 'Cluster of the article', of: (row) => rowOf(row).clusterId },
    { name: 'actor', type: 'string', description: 'Id of the actor in the codebook', of: (row) => rowOf(row).actor },
    {
      name: 'sentence_start',
      type: 'integer',
      description: 'Offset of the sentence in the text (UTF-16 code units)',
      of: (row) => sentenceOf(row)[0],
    },
    { name: 'sentence_end', type: 'integer', description: 'Its end, exclusive', of: (row) => sentenceOf(row)[1] },
    { name: 'sentence', type: 'string', description: 'The sentence', isText: true, of: sentence },
    {
      name: 'sentence_hash',
      type: 'string',
      description: 'SHA-256 of the sentence',
      of: (row, { text }) => sentenceHash(text, sentenceOf(row)),
    },
    {
      name: 'codebook_version',
      type: 'string',
      description: 'Codebook it was tagged with',
      of: (row) => rowOf(row).codebookVersion,
    },
    {
      name: 'tagger_version',
      type: 'string',
      description: 'Tagger that tagged it',
      of: (row) => rowOf(row).taggerVersion,
    },
  ];
}

const judged = <Row>(of: (row: Row) => { rule: string; confidence: number }): Column<Row>[] => [
  { name: 'rule', type: 'string', description: 'Rule or model behind the tag', of: (row) => of(row).rule },
  { name: 'confidence', type: 'number', description: 'From 0 to 1, calibrated', of: (row) => of(row).confidence },
];

const statements = table<StatementRow>(
  'statements',
  'Who holds which stance on which issue, and in which sentence',
  ({ statements: rows }) => rows,
  [
    {
      name: 'statement_id',
      type: 'string',
      description: 'Names the statement by its content',
      of: (row) => markedStatement(row).tag,
    },
    ...placed<StatementRow>(
      (row) => row,
      ({ evidence: [, , start, end] }) => [start, end],
    ),
    { name: 'issue', type: 'string', description: 'Id of the issue in the codebook', of: ({ issue }) => issue },
    { name: 'stance', type: 'string', description: 'for, against or neutral', of: ({ stance }) => stance },
    { name: 'voice', type: 'string', description: 'direct, indirect or action', of: ({ voice }) => voice },
    {
      name: 'start',
      type: 'integer',
      description: 'Offset of the evidence in the text',
      of: ({ evidence }) => evidence[0],
    },
    { name: 'end', type: 'integer', description: 'Its end, exclusive', of: ({ evidence }) => evidence[1] },
    { name: 'cue_start', type: 'integer', description: 'Offset of the cue', of: ({ cue }) => cue?.[0] ?? null },
    { name: 'cue_end', type: 'integer', description: 'Its end, exclusive', of: ({ cue }) => cue?.[1] ?? null },
    ...judged<StatementRow>((row) => row),
  ],
);

interface Tone {
  row: MentionRow;
  tone: ToneEvidence;
}

const tones = table<Tone>(
  'tones',
  'Tone of a sentence towards an actor mentioned in it',
  ({ mentions: rows }) => rows.flatMap((row) => row.tones.map((tone) => ({ row, tone }))),
  [
    {
      name: 'tone_id',
      type: 'string',
      description: 'Names the tag by its content',
      of: ({ row, tone }) => markedTone(row, tone).tag,
    },
    ...placed<Tone>(
      ({ row }) => row,
      ({ tone }) => tone.sentence,
    ),
    { name: 'label', type: 'string', description: 'negative, neutral or positive', of: ({ tone }) => tone.label },
    { name: 'score', type: 'number', description: 'From -1 to 1', of: ({ tone }) => tone.score },
    {
      name: 'voice',
      type: 'string',
      description: "outlet: the outlet's own words; quoted: somebody's",
      of: ({ tone }) => tone.voice,
    },
    { name: 'speaker', type: 'string', description: 'Actor who is quoted', of: ({ tone }) => tone.speaker },
    ...judged<Tone>(({ tone }) => tone),
  ],
);

interface Mention {
  row: MentionRow;
  mention: MentionRow['mentions'][number];
}

const mentions = table<Mention>(
  'mentions',
  'Where an actor is named or described',
  ({ mentions: rows }) => rows.flatMap((row) => row.mentions.map((mention) => ({ row, mention }))),
  [
    ...placed<Mention>(
      ({ row }) => row,
      ({ mention: { evidence } }) => [evidence[2], evidence[3]],
    ),
    { name: 'start', type: 'integer', description: 'Offset in the text', of: ({ mention }) => mention.evidence[0] },
    { name: 'end', type: 'integer', description: 'Its end, exclusive', of: ({ mention }) => mention.evidence[1] },
    ...judged<Mention>(({ mention }) => mention),
  ],
);

/** The tables of an export. */
export const exportTables: readonly ExportTable[] = [articles, statements, tones, mentions];

/** The table without the columns that hold words of the article: addresses, offsets, hashes and tags may be passed on. */
export function withoutText(whole: ExportTable): ExportTable {
  const kept = whole.fields.map(({ isText }) => isText !== true);
  return {
    ...whole,
    fields: whole.fields.filter((_, index) => kept[index]),
    rowsOf: (entry) => whole.rowsOf(entry).map((row) => row.filter((_, index) => kept[index])),
  };
}
