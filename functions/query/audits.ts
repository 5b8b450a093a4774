import type { Codebook } from '../../shared/codebook/codebook.ts';
import { readCorpus } from '../../shared/export/read-corpus.ts';
import { TAGGER_VERSION } from '../../shared/language/tag-article.ts';
import { auditUnits, type PlacedUnit, paragraphAt } from '../../shared/reliability/audit-units.ts';
import { taggedCounts } from '../../shared/reliability/corrected-balance.ts';
import { drawSample } from '../../shared/reliability/draw-sample.ts';
import type { Sampling } from '../../shared/reliability/sampling.ts';
import { seededRandom } from '../../shared/reliability/seeded-random.ts';
import type { Audit, AuditState, GivenCode, StoredUnit } from '../../shared/reliability/stored-audit.ts';
import { countDay, type TaggedByDay } from '../../shared/reliability/tagged-days.ts';
import type { UnitView } from '../../shared/reliability/unit-view.ts';
import { isKept } from '../../shared/store/rows.ts';
import type { AuditRow, Store } from '../../shared/store/store.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { dayOf } from '../../shared/trend/day.ts';
import { instantOf } from '../../shared/trend/series.ts';
import { problem } from './problem.ts';
import type { DisputeRequest } from './request.ts';

/** Units that one request may choose from: what it can hold in memory. */
const unitLimit = 100_000;

const drawKey = (audit: string) => `draw#${audit}`;
/** Key of what lies in a draw: its units, coders (by their names in lower case), codes, decisions, counts (by month). */
export const auditItem = (audit: string, kind: AuditItem, name: string): string => `in#${audit}#${kind}#${name}`;
type AuditItem = Exclude<AuditRow['kind'], 'draw'>;
const isNew = { text: 'attribute_not_exists(#item)', names: { '#item': 'item' } };

interface DrawRequest {
  id: string;
  size: number;
  sampling: Sampling;
  seed: number;
  createdAt: string;
  createdBy: string;
}

/**
 * Draws a sample of the period's units and keeps it. The draw is written last: half a draw is none.
 * @throws a 409 problem where one of that name stands, a 400 problem where there is nothing or too much to draw from
 */
export async function drawAudit(
  { codebook, version, instants, from, to }: DisputeRequest,
  { size, ...draw }: DrawRequest,
  store: Store,
): Promise<Audit> {
  const taken = problem(409, 'id', `There is a draw "${draw.id}" already. Choose another name.`);
  if (await store.audits.get({ dispute: codebook.id, item: drawKey(draw.id) })) throw taken;
  const { units, days } = await unitsOf(codebook, instants, store);
  const drawn = drawSample(units, size, draw.sampling, seededRandom(draw.seed));
  const audit: Audit = {
    ...{ ...draw, from, to, size: drawn.length, of: units.length, tagged: taggedCounts(units, issuesOf(codebook)) },
    ...{ codebookVersion: version, taggerVersion: TAGGER_VERSION },
  };
  for (const [index, { sentence: _, paragraph: __, ...unit }] of drawn.entries()) {
    const item = auditItem(audit.id, 'unit', String(index).padStart(5, '0'));
    await store.audits.put({ dispute: codebook.id, item, kind: 'unit', unit });
  }
  for (const [month, ofMonth] of byMonth(days)) {
    const item = auditItem(audit.id, 'days', month);
    await store.audits.put({ dispute: codebook.id, item, kind: 'days', days: ofMonth });
  }
  const row: AuditRow = { dispute: codebook.id, item: drawKey(audit.id), kind: 'draw', audit };
  if (!(await store.audits.putIf(row, isNew))) throw taken;
  return audit;
}

const issuesOf = ({ issues }: Codebook) => issues.map(({ id }) => id);

async function unitsOf(codebook: Codebook, instants: { from: string; to: string }, store: Store) {
  const issues = issuesOf(codebook);
  const units: PlacedUnit[] = [];
  const days: TaggedByDay = {};
  for await (const entry of readCorpus(store, codebook.id, instants)) {
    const ofArticle = auditUnits(entry, issues);
    units.push(...ofArticle);
    countDay(days, dayOf(instantOf(entry.counted), codebook.timeZone), ofArticle, issues);
    if (units.length > unitLimit)
      throw problem(400, 'from', `The period holds over ${unitLimit} units to draw from: shorten it.`);
  }
  if (units.length === 0)
    throw problem(400, 'from', 'There is nothing to draw from: choose a period with tagged articles.');
  return { units, days };
}

function byMonth(days: TaggedByDay): Map<string, TaggedByDay> {
  const months = new Map<string, TaggedByDay>();
  for (const [day, counts] of Object.entries(days)) {
    const month = day.slice(0, 'YYYY-MM'.length);
    months.set(month, { ...months.get(month), [day]: counts });
  }
  return months;
}

/** The draws of a dispute, in the order of their names. */
export async function auditsOf(dispute: string, store: Pick<Store, 'audits'>): Promise<Audit[]> {
  const rows = await toArray(store.audits.query({ dispute }, 'item', { prefix: 'draw#' }));
  return rows.flatMap((row) => (row.kind === 'draw' ? [row.audit] : []));
}

/** A draw with what has been coded. @throws a 404 problem when there is none of that name */
export async function auditState(dispute: string, id: string, store: Pick<Store, 'audits'>): Promise<AuditState> {
  const draw = await store.audits.get({ dispute, item: drawKey(id) });
  if (draw?.kind !== 'draw') throw problem(404, 'audit', `There is no draw "${id}".`);
  const state: AuditState = { audit: draw.audit, units: [], coders: [], codes: [], decisions: [], days: {} };
  for await (const row of store.audits.query({ dispute }, 'item', { prefix: `in#${id}#`, consistent: true })) {
    if (row.kind === 'unit') state.units.push(row.unit);
    else if (row.kind === 'coder') state.coders.push(row.coder);
    else if (row.kind === 'code') state.codes.push(row.given);
    else if (row.kind === 'decision') state.decisions.push(row.given);
    else if (row.kind === 'days') Object.assign(state.days, row.days);
  }
  // A draw of that name that died before it was finished may have left more units, and counts of other days.
  const { size, from, to } = draw.audit;
  const days = Object.entries(state.days).filter(([day]) => day >= from && day <= to);
  return { ...state, units: state.units.slice(0, size), days: Object.fromEntries(days) };
}

/** Takes a name for a coder. Says whether it was free: names that differ by case alone are one. */
export function addCoder(dispute: string, audit: string, coder: string, at: string, store: Pick<Store, 'audits'>) {
  const item = auditItem(audit, 'coder', coder.toLowerCase());
  return store.audits.putIf({ dispute, item, kind: 'coder', coder, at }, isNew);
}

/** Keeps a coder's code of a unit, or a decision; who thinks again replaces their own. */
export function keepCode(
  dispute: string,
  audit: string,
  kind: 'code' | 'decision',
  given: GivenCode,
  store: Pick<Store, 'audits'>,
): Promise<void> {
  const name = kind === 'code' ? `${given.who.toLowerCase()}#${given.unit}` : given.unit;
  return store.audits.put({ dispute, item: auditItem(audit, kind, name), kind, given });
}

/** Units with their words, in the same order. */
export async function unitViews(
  units: readonly StoredUnit[],
  { actors, issues }: Codebook,
  store: Pick<Store, 'articles' | 'texts'>,
): Promise<UnitView[]> {
  const revisions = new Map(units.map(({ articleId, textRevision }) => [articleId, textRevision]));
  const [articles, texts] = await Promise.all([
    store.articles.getAll([...revisions.keys()].map((id) => ({ id }))),
    store.texts.getAll([...revisions].map(([id, revision]) => ({ id, revision }))),
  ]);
  const outletOf = new Map(articles.map(({ id, outlet }) => [id, outlet]));
  const textOf = new Map(texts.filter(isKept).map(({ id, text }) => [id, text]));
  return units.map(({ id, articleId, actor, issue, place: [start, end] }) => {
    const text = textOf.get(articleId);
    return {
      ...{ id, actor: actors.find((each) => each.id === actor)?.name ?? actor, issue },
      proposition: issues.find((each) => each.id === issue)?.proposition ?? issue,
      outlet: outletOf.get(articleId) ?? '',
      text: text === undefined ? null : inContext(text, start, end),
    };
  });
}

function inContext(text: string, start: number, end: number) {
  const paragraph = paragraphAt(text, start);
  const sentence = text.slice(start, end);
  const at = paragraph.indexOf(sentence);
  if (at === -1) return { before: '', sentence, after: '' };
  return { before: paragraph.slice(0, at), sentence, after: paragraph.slice(at + sentence.length) };
}
