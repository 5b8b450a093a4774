import type { benchmarks } from '../../shared/accuracy/benchmarks.ts';
import type { StepLength } from '../shaping/days.ts';
import type { ViewState } from '../state/view-state.ts';
import type {
  AccuracyAnswer,
  ArticlesAnswer,
  CoverageAnswer,
  Dispute,
  LeadingAnswer,
  MarksAnswer,
  OutletsAnswer,
  Point,
  SeriesAnswer,
  StancesAnswer,
  StatementsAnswer,
  TonesAnswer,
} from './answers.ts';
import { ask, forget, send } from './ask.ts';

type Parameters = Record<string, string | string[] | number | null | undefined>;

/** Address of a list under a dispute. Ids are joined by commas, outlets (whose names may hold one) given one by one; empty values left out. */
function under(dispute: string, list: string, parameters: Parameters): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (name === 'outlet' && Array.isArray(value)) for (const outlet of value) query.append(name, outlet);
    else {
      const text = Array.isArray(value) ? value.join(',') : String(value ?? '');
      if (text !== '') query.set(name, text);
    }
  }
  return `/api/disputes/${encodeURIComponent(dispute)}/${list}?${query}`;
}

/** What every list of rows can be narrowed by. */
export interface RowFilter {
  from: string;
  to: string;
  actor?: string[];
  issue?: string[];
  outlet?: string[];
  voice?: string | undefined;
  stance?: string | undefined;
  /** From 0 to 1. */
  confidence?: number | undefined;
  text?: string;
  order?: 'asc' | 'desc';
  sort?: 'time' | 'confidence' | 'actor' | 'outlet';
  /** `none` leaves out the total, and so comes at once. */
  count?: 'all' | 'none';
  cursor?: string | undefined;
  limit?: number;
}

type Where = Pick<ViewState, 'dispute' | 'from' | 'to' | 'outlets'>;

export const getDisputes = () => ask<Dispute[]>('/api/disputes');

export const getSeries = ({ dispute, from, to, outlets }: Where, actors: string[]) =>
  ask<SeriesAnswer>(under(dispute, 'series', { actor: ['*', ...actors], from, to, outlet: outlets, coverage: 'none' }));

/** What became of the feeds of each day, in short. */
export const getCoverage = ({ dispute, from, to }: Omit<Where, 'outlets'>) =>
  ask<CoverageAnswer>(under(dispute, 'coverage', { from, to }));

/** What each feed was asked and brought, feed by feed. */
export const getFeeds = ({ dispute, from, to }: Omit<Where, 'outlets'>) =>
  ask<SeriesAnswer>(under(dispute, 'series', { from, to }));

export const getLeading = ({ dispute, from, to }: Omit<Where, 'outlets'>) =>
  ask<LeadingAnswer>(under(dispute, 'leading', { from, to }));

/**
 * The dispute's counts by week or month, counted from the rows of each, since distinct texts and outlets of days don't
 * add up. Each point stands at the first of its days that the period holds.
 */
export async function getVolume({ dispute, from, to, outlets }: Where, interval: StepLength): Promise<Point[]> {
  const parameters = { actor: ['*'], from, to, outlet: outlets, interval, coverage: 'none' };
  const { series } = await ask<SeriesAnswer>(under(dispute, 'series', parameters));
  return (series[0]?.points ?? []).map((point) => ({ ...point, day: point.days?.from ?? point.day }));
}

export const getStances = ({ dispute, from, to, outlets }: Where) =>
  ask<StancesAnswer>(under(dispute, 'stances', { from, to, outlet: outlets }));

export const getOutlets = ({ dispute, from, to }: Omit<Where, 'outlets'>) =>
  ask<OutletsAnswer>(under(dispute, 'outlets', { from, to }));

export const getStatements = (dispute: string, filter: RowFilter) =>
  ask<StatementsAnswer>(under(dispute, 'statements', { ...filter }));

export const getTones = (dispute: string, filter: RowFilter) =>
  ask<TonesAnswer>(under(dispute, 'tones', { ...filter }));

export const getArticles = (dispute: string, filter: RowFilter) =>
  ask<ArticlesAnswer>(under(dispute, 'articles', { ...filter }));

export const getMarks = (dispute: string) => ask<MarksAnswer>(under(dispute, 'marks', {}));
/** What the tagger reached on texts that people coded. */
export const getBenchmarks = () => ask<typeof benchmarks>('/api/benchmarks');
export const getAccuracy = (dispute: string) => ask<AccuracyAnswer>(under(dispute, 'accuracy', {}));

/** A judgement of a tag to be kept. */
export interface MarkRequest {
  kind: 'statement' | 'tone';
  tag: string;
  articleId: string;
  actor: string;
  verdict: 'right' | 'wrong';
  who?: string;
}

/** Keeps a mark; marks and accuracy are then asked for anew. */
export async function sendMark(dispute: string, mark: MarkRequest): Promise<void> {
  await send(under(dispute, 'marks', {}).replace(/\?$/, ''), mark);
  forget('/marks?');
  forget('/accuracy?');
}
