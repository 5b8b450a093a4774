import { SURE_ENOUGH } from '../../shared/accuracy/sure-enough.ts';
import type { Dispute, Voice } from '../data/answers.ts';
import { addDays, fittingLength, isDay, type StepLength } from '../shaping/days.ts';
import { type ChartPick, pickText, readPick } from './pick.ts';

export const views = ['trend', 'stances', 'map', 'statements', 'coding'] as const;
export type View = (typeof views)[number];
export const sortOrders = ['newest', 'oldest', 'confidence', 'actor', 'outlet'] as const;
export type SortOrder = (typeof sortOrders)[number];

/** Everything a link must hold to reopen exactly this view. Empty lists mean all. */
export interface ViewState {
  view: View;
  dispute: string;
  from: string;
  to: string;
  actors: string[];
  issues: string[];
  outlets: string[];
  voice: Voice;
  step: StepLength;
  /** The day looked at closely; null for the latest one with news. */
  day: string | null;
  /** The issue whose actors are followed over time; null for the first. */
  focus: string | null;
  pick: ChartPick | null;
  stance: string;
  spoken: string;
  /** Least confidence in percent of the statements listed. */
  confidence: number;
  text: string;
  sort: SortOrder;
  /** The sample that is looked at; empty for the list of all. */
  audit: string;
}

const voices: Voice[] = ['all', 'outlet', 'quoted'];
const lengths: StepLength[] = ['day', 'week', 'month'];
const stances = ['for', 'against', 'neutral'];
const spokenVoices = ['direct', 'indirect', 'action'];
/** A running dispute opens on its last weeks, an ended one as a whole. */
const daysAtFirst = 60;
/** In percent: the list opens with the statements that are sure enough. */
const confidenceAtFirst = 100 * SURE_ENOUGH;

/** A link, read: its view, and what it named that this codebook hasn't. */
export interface ReadLink {
  state: ViewState;
  unknown: string[];
}

/** The view a link asks for. What it leaves out, or names wrongly, falls back to the dispute's own; null without disputes. */
export function readLink(query: URLSearchParams, disputes: readonly Dispute[]): ReadLink | null {
  const asked = query.get('dispute');
  const dispute = disputes.find(({ id }) => id === asked) ?? disputes[0];
  if (!dispute) return null;
  const unknown: string[] = asked && asked !== dispute.id ? [`dispute “${asked}”`] : [];
  const known = (name: string, ids: string[]) =>
    listOf(query.get(name)).filter((id) => {
      if (!ids.includes(id)) unknown.push(`${name.slice(0, -1)} “${id}”`);
      return ids.includes(id);
    });
  const period = periodOf(dispute);
  const from = dayOr(query.get('from'), period.from);
  const to = dayOr(query.get('to'), period.to);
  const ordered = from <= to ? { from, to } : period;
  const oneOf = <T extends string>(name: string, allowed: readonly T[]) =>
    allowed.find((value) => value === query.get(name));
  const confidence = Number(query.get('confidence') ?? confidenceAtFirst);
  const state: ViewState = {
    view: oneOf('view', views) ?? 'trend',
    dispute: dispute.id,
    ...ordered,
    actors: known(
      'actors',
      dispute.actors.map(({ id }) => id),
    ),
    issues: known(
      'issues',
      dispute.issues.map(({ id }) => id),
    ),
    outlets: query.getAll('outlet'),
    voice: oneOf('voice', voices) ?? 'all',
    step: oneOf('step', lengths) ?? fittingLength(ordered.from, ordered.to),
    day: dayOr(query.get('day'), '') || null,
    focus: dispute.issues.find(({ id }) => id === query.get('focus'))?.id ?? null,
    pick: readPick(query.get('pick')),
    stance: oneOf('stance', stances) ?? '',
    spoken: oneOf('spoken', spokenVoices) ?? '',
    confidence: confidence >= 0 && confidence <= 100 ? Math.round(confidence) : confidenceAtFirst,
    text: query.get('text') ?? '',
    sort: oneOf('sort', sortOrders) ?? 'newest',
    audit: query.get('audit') ?? '',
  };
  return { state, unknown };
}

/** The period a dispute opens with. */
export function periodOf({ period, today }: Pick<Dispute, 'period' | 'today'>): { from: string; to: string } {
  if (period.to !== null && period.to < today) return { from: period.from, to: period.to };
  const [from] = [addDays(today, 1 - daysAtFirst), period.from].sort().reverse();
  return { from: from!, to: today < period.from ? period.from : today };
}

/** The query of a link that reopens the view. Values that are the default are left out, so that links stay short. */
export function toQuery(state: ViewState): string {
  const query = new URLSearchParams({ view: state.view, dispute: state.dispute, from: state.from, to: state.to });
  const add = (name: string, value: string | null, fallback = '') => {
    if (value !== null && value !== fallback) query.set(name, value);
  };
  add('actors', state.actors.join(','));
  add('issues', state.issues.join(','));
  for (const outlet of state.outlets) query.append('outlet', outlet);
  add('voice', state.voice, 'all');
  query.set('step', state.step);
  add('day', state.day);
  add('focus', state.focus);
  add('stance', state.stance);
  add('spoken', state.spoken);
  add('confidence', String(state.confidence), String(confidenceAtFirst));
  add('text', state.text);
  add('sort', state.sort, 'newest');
  add('audit', state.audit);
  add('pick', state.pick && pickText(state.pick));
  return query.toString();
}

const listOf = (value: string | null) => (value ?? '').split(',').filter(Boolean);
const dayOr = (value: string | null, fallback: string) => (value && isDay(value) ? value : fallback);
