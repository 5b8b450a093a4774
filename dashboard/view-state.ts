import type { Dispute, Voice } from './api.ts';

/** Everything that a link must hold to reopen exactly this view. */
export interface ViewState {
  dispute: string;
  actors: string[];
  from: string;
  to: string;
  voice: Voice;
  /** First day of the selected step, null when none is. */
  day: string | null;
  step: 'day' | 'week';
}

const voices: Voice[] = ['all', 'outlet', 'quoted'];
const actorsAtFirst = 3;

/** The view that a link's query asks for; what it leaves out, or names wrongly, falls back to the dispute's whole period. */
export function readViewState(query: URLSearchParams, disputes: Dispute[]): ViewState | null {
  const dispute = disputes.find(({ id }) => id === query.get('dispute')) ?? disputes[0];
  if (!dispute) return null;
  const known = new Set(dispute.actors.map(({ id }) => id));
  const asked = (query.get('actors') ?? '').split(',').filter((id) => known.has(id));
  const day = query.get('day');
  return {
    dispute: dispute.id,
    actors: asked.length > 0 ? asked : preferred(dispute),
    from: dateOr(query.get('from'), dispute.period.from),
    to: dateOr(query.get('to'), dispute.period.to ?? new Date().toISOString().slice(0, 10)),
    voice: voices.find((voice) => voice === query.get('voice')) ?? 'all',
    day: day && /^\d{4}-\d\d-\d\d$/.test(day) ? day : null,
    step: query.get('step') === 'day' ? 'day' : 'week',
  };
}

/** Organisations and people first: a group is rarely what a press officer looks up. */
const preferred = ({ actors }: Dispute) =>
  [...actors]
    .sort((a, b) => Number(a.kind === 'group') - Number(b.kind === 'group'))
    .slice(0, actorsAtFirst)
    .map(({ id }) => id);

const dateOr = (value: string | null, fallback: string) =>
  value && /^\d{4}-\d\d-\d\d$/.test(value) ? value : fallback;

export function toQuery({ actors, day, ...rest }: ViewState): string {
  return new URLSearchParams({ ...rest, actors: actors.join(','), ...(day && { day }) }).toString();
}
