import type { Dispute } from '../data/answers.ts';
import type { ChartPick } from '../state/pick.ts';
import type { Change } from '../state/use-view-state.ts';
import type { ViewState } from '../state/view-state.ts';

/** What every view is given. */
export interface ViewProps {
  dispute: Dispute;
  state: ViewState;
  change: Change;
  onPick: (pick: ChartPick) => void;
}

export const actorName = ({ actors }: Dispute, id: string): string =>
  actors.find((actor) => actor.id === id)?.name ?? id;
export const propositionOf = ({ issues }: Dispute, id: string): string =>
  issues.find((issue) => issue.id === id)?.proposition ?? id;

/** Source line of a saved chart. */
export const sourceText = ({ title, version }: Dispute): string => `Picketline · ${title} · codebook ${version}`;

/** Events inside the period. */
export const eventsIn = ({ events }: Dispute, from: string, to: string) =>
  events.filter(({ date }) => date >= from && date <= to);
