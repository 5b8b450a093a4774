import { markedStatement, markedTone } from '../../shared/marks/marked-tag.ts';
import {
  type ArticleRow,
  type Evidence,
  isKept,
  type MentionRow,
  type StatementRow,
  type StoredText,
  type ToneEvidence,
} from '../../shared/store/rows.ts';
import type { Store } from '../../shared/store/store.ts';

/** A row's sentence as printed, with the span of the evidence inside it, and where it stands. */
interface Quoted {
  /** Names the tag by its content: what a mark of it is kept under. */
  tag: string;
  articleId: string;
  at: string;
  actor: string;
  outlet: string;
  clusterId: string;
  title: string | null;
  url: string;
  /** Null when the text is no longer kept. */
  sentence: string | null;
  codebookVersion: string;
  taggerVersion: string;
}

export interface StatementView extends Quoted {
  issue: string;
  stance: StatementRow['stance'];
  voice: StatementRow['voice'];
  /** Offsets into `sentence`. */
  span: [start: number, end: number];
  cue: [start: number, end: number] | null;
  rule: string;
  confidence: number;
  reasons: StatementRow['reasons'];
}

export interface ToneView extends Quoted {
  label: ToneEvidence['label'];
  score: number;
  voice: 'outlet' | 'quoted';
  speaker: string | null;
  rule: string;
  confidence: number;
  reasons: StatementRow['reasons'];
}

type Documents = Map<string, { article: ArticleRow; text: StoredText }>;

/** Whether the sentence can still be read. */
export const isReadable = <View extends { sentence: string | null }>(view: View): view is View & { sentence: string } =>
  view.sentence !== null;

/** Statements with their sentences. */
export async function statementViews(
  rows: StatementRow[],
  store: Pick<Store, 'articles' | 'texts'>,
): Promise<StatementView[]> {
  const documents = await loadDocuments(rows, store);
  return rows.flatMap((row) => {
    const quoted = quote(row, [row.evidence[2], row.evidence[3]], documents);
    if (!quoted) return [];
    const { issue, stance, voice, rule, confidence, reasons } = row;
    const cue = row.cue && within(row.cue, row.evidence);
    return [
      {
        tag: markedStatement(row).tag,
        ...quoted,
        issue,
        stance,
        voice,
        rule,
        confidence,
        reasons,
        span: within(row.evidence, row.evidence),
        cue,
      },
    ];
  });
}

/** The evaluated sentences behind the tone of Mentions rows. */
export async function toneViews(rows: MentionRow[], store: Pick<Store, 'articles' | 'texts'>): Promise<ToneView[]> {
  const documents = await loadDocuments(rows, store);
  return rows.flatMap((row) =>
    row.tones.flatMap((toneEvidence) => {
      const { sentence, ...tone } = toneEvidence;
      const quoted = quote(row, sentence, documents);
      return quoted ? [{ tag: markedTone(row, toneEvidence).tag, ...quoted, ...tone }] : [];
    }),
  );
}

async function loadDocuments(
  rows: (MentionRow | StatementRow)[],
  store: Pick<Store, 'articles' | 'texts'>,
): Promise<Documents> {
  const wanted = new Map(rows.map((row) => [row.articleId, row.textRevision]));
  const [articles, texts] = await Promise.all([
    store.articles.getAll([...wanted.keys()].map((id) => ({ id }))),
    store.texts.getAll([...wanted].map(([id, revision]) => ({ id, revision }))),
  ]);
  const textOf = new Map(texts.map((text) => [text.id, text]));
  return new Map(
    articles.flatMap((article) => {
      const text = textOf.get(article.id);
      return text ? [[article.id, { article, text }] as const] : [];
    }),
  );
}

function quote(
  row: MentionRow | StatementRow,
  [start, end]: [number, number],
  documents: Documents,
): Omit<Quoted, 'tag'> | undefined {
  const document = documents.get(row.articleId);
  if (!document) return undefined;
  const { articleId, actor, outlet, clusterId, codebookVersion, taggerVersion } = row;
  const at = row.at.slice(0, row.at.indexOf('#'));
  const { article, text } = document;
  const title = isKept(text) ? text.title : article.title;
  const sentence = isKept(text) ? text.text.slice(start, end) : null;
  return {
    articleId,
    at,
    actor,
    outlet,
    clusterId,
    title,
    url: article.url,
    sentence,
    codebookVersion,
    taggerVersion,
  };
}

const within = ([start, end]: [number, number] | Evidence, evidence: Evidence): [number, number] => [
  start - evidence[2],
  end - evidence[2],
];
