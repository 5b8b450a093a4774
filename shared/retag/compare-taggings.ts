import type { Stance } from '../language/tags.ts';
import type { MentionRow, StatementRow, TextRow } from '../store/rows.ts';
import { wholeDispute } from '../trend/series.ts';

/** The rows of one article. */
export interface Tagging {
  mentions: readonly MentionRow[];
  statements: readonly StatementRow[];
}

/** A statement that came, went or changed its side, with its sentence. */
export interface StatementChange {
  kind: 'gained' | 'lost' | 'flipped';
  articleId: string;
  at: string;
  actor: string;
  issue: string;
  sentence: string;
  before: Stance | null;
  after: Stance | null;
}

/** How far a series moved: totals over the corpus, and how many days have other numbers. */
export interface SeriesMovement {
  actor: string;
  articles: { before: number; after: number };
  statements: { before: number; after: number };
  /** Mean of the sentences' tones; null without one. */
  tone: { before: number | null; after: number | null };
  daysMoved: number;
}

export interface RetagReport {
  articles: number;
  /** Articles that are about the dispute under one version only. */
  admitted: number;
  dropped: number;
  gained: number;
  lost: number;
  flipped: number;
  changes: StatementChange[];
  movements: SeriesMovement[];
}

interface Totals {
  articles: number;
  statements: number;
  tones: number;
  toneSum: number;
}

const nothing = (): Totals => ({ articles: 0, statements: 0, tones: 0, toneSum: 0 });

/**
 * Compares two taggings of a corpus article by article. A statement is the same when article, sentence, actor and issue
 * are; with another stance it has flipped. Where a sentence holds several of one actor on one issue, they are compared in
 * the order of the text.
 */
export class TaggingComparison {
  #articles = 0;
  #admitted = 0;
  #dropped = 0;
  readonly #changes: StatementChange[] = [];
  /** By actor, then day. */
  readonly #before = new Map<string, Map<string, Totals>>();
  readonly #after = new Map<string, Map<string, Totals>>();

  /** @param day the day the article counts in */
  add(text: Pick<TextRow, 'text'>, day: string, before: Tagging, after: Tagging): void {
    this.#articles += 1;
    if (before.mentions.length === 0 && after.mentions.length > 0) this.#admitted += 1;
    if (before.mentions.length > 0 && after.mentions.length === 0) this.#dropped += 1;
    this.#changes.push(...compareStatements(text, before.statements, after.statements));
    count(this.#before, day, before);
    count(this.#after, day, after);
  }

  report(): RetagReport {
    const changes = [...this.#changes].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
    const number = (kind: StatementChange['kind']) => changes.filter((change) => change.kind === kind).length;
    return {
      articles: this.#articles,
      admitted: this.#admitted,
      dropped: this.#dropped,
      gained: number('gained'),
      lost: number('lost'),
      flipped: number('flipped'),
      changes,
      movements: this.#movements(),
    };
  }

  #movements(): SeriesMovement[] {
    const actors = [...new Set([...this.#before.keys(), ...this.#after.keys()])].sort();
    return actors
      .map((actor) => movementOf(actor, this.#before.get(actor) ?? new Map(), this.#after.get(actor) ?? new Map()))
      .filter(({ daysMoved }) => daysMoved > 0);
  }
}

function compareStatements(
  { text }: Pick<TextRow, 'text'>,
  before: readonly StatementRow[],
  after: readonly StatementRow[],
): StatementChange[] {
  const [old, young] = [bySentence(before), bySentence(after)];
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((key) => {
    const [ofOld, ofYoung] = [old.get(key) ?? [], young.get(key) ?? []];
    const length = Math.max(ofOld.length, ofYoung.length);
    return Array.from({ length }, (_, index) => changeOf(text, ofOld[index], ofYoung[index])).filter(
      (change) => change !== null,
    );
  });
}

function bySentence(rows: readonly StatementRow[]): Map<string, StatementRow[]> {
  const groups = new Map<string, StatementRow[]>();
  for (const row of [...rows].sort((a, b) => a.evidence[0] - b.evidence[0])) {
    const key = [row.evidence[2], row.actor, row.issue].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
}

function changeOf(
  text: string,
  before: StatementRow | undefined,
  after: StatementRow | undefined,
): StatementChange | null {
  const row = after ?? before;
  if (!row || before?.stance === after?.stance) return null;
  const { articleId, actor, issue, evidence } = row;
  return {
    kind: before && after ? 'flipped' : after ? 'gained' : 'lost',
    articleId,
    at: row.at.slice(0, row.at.indexOf('#')),
    actor,
    issue,
    sentence: text.slice(evidence[2], evidence[3]),
    before: before?.stance ?? null,
    after: after?.stance ?? null,
  };
}

function count(series: Map<string, Map<string, Totals>>, day: string, { mentions, statements }: Tagging): void {
  const totalsOf = (actor: string) => {
    const days = series.get(actor) ?? new Map<string, Totals>();
    series.set(actor, days);
    const totals = days.get(day) ?? nothing();
    days.set(day, totals);
    return totals;
  };
  for (const { actor, tones } of mentions) {
    if (actor === wholeDispute) continue;
    const totals = totalsOf(actor);
    totals.articles += 1;
    totals.tones += tones.length;
    totals.toneSum += tones.reduce((sum, { score }) => sum + score, 0);
  }
  for (const { actor } of statements) totalsOf(actor).statements += 1;
}

function movementOf(actor: string, before: Map<string, Totals>, after: Map<string, Totals>): SeriesMovement {
  const days = new Set([...before.keys(), ...after.keys()]);
  const isMoved = (day: string) => {
    const [old, young] = [before.get(day) ?? nothing(), after.get(day) ?? nothing()];
    return (Object.keys(old) as (keyof Totals)[]).some((name) => Math.abs(old[name] - young[name]) > 1e-9);
  };
  const [old, young] = [sumOf(before), sumOf(after)];
  return {
    actor,
    articles: { before: old.articles, after: young.articles },
    statements: { before: old.statements, after: young.statements },
    tone: { before: meanOf(old), after: meanOf(young) },
    daysMoved: [...days].filter(isMoved).length,
  };
}

function sumOf(days: Map<string, Totals>): Totals {
  const sum = nothing();
  for (const totals of days.values()) {
    for (const name of Object.keys(sum) as (keyof Totals)[]) sum[name] += totals[name];
  }
  return sum;
}

const meanOf = ({ tones, toneSum }: Totals) => (tones === 0 ? null : toneSum / tones);
