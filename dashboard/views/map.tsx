import { useCallback, useMemo } from 'preact/hooks';
import { type NetworkNode, twoModeNetwork } from '../../shared/network/two-mode.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { placeNetwork } from '../charts/network-layout.ts';
import { networkPart } from '../charts/network-part.ts';
import { patterns, stack } from '../charts/stack.ts';
import type { StancesAnswer } from '../data/answers.ts';
import { dayText, issueLabel } from '../shaping/format.ts';
import { cellTotal, chosenCells } from '../shaping/stance-steps.ts';
import { Status } from './status.tsx';
import { actorName, sourceText, type ViewProps } from './view-props.ts';

/** Actors and issues as a network of two modes for the period, coloured by stance. */
export function MapView({ dispute, state, onPick, stances }: ViewProps & { stances: StancesAnswer | null }) {
  const { from, to } = state;
  const network = useMemo(
    () =>
      twoModeNetwork(
        chosenCells(stances?.cells ?? [], state.actors, state.issues).map((cell) => ({
          ...{ actor: cell.actor, issue: cell.issue },
          ...cellTotal(cell, from, to),
        })),
      ),
    [stances, state.actors, state.issues, from, to],
  );
  const draw = useCallback(
    function* (width: number) {
      const height = Math.round(Math.min(720, Math.max(620, width * 0.58)));
      const label = ({ id, mode }: NetworkNode) => (mode === 'actor' ? actorName(dispute, id) : issueLabel(id));
      const placed = placeNetwork(network, label, width, height);
      yield;
      const { svg, targets } = networkPart(placed, { from, to }, width, height);
      return { ...stack([svg], patterns('map')), targets };
    },
    [network, dispute, from, to],
  );
  if (!stances) return <Status busy>Loading …</Status>;
  const period = `${dayText(from)} to ${dayText(to)}`;
  if (network.links.length === 0)
    return (
      <Status>
        No statement by the chosen actors on the chosen issues from {period}. Choose others, or another period.
      </Status>
    );
  return (
    <ChartFrame
      title="Who speaks on what"
      subtitle={
        <span class="keys">
          {period}. Squares are issues, circles actors; a line is as wide as it has statements:{' '}
          <span class="key for">mostly for</span> <span class="key against">mostly against</span>{' '}
          <span class="key divided">divided</span> <span class="key neutral">neutral</span>
        </span>
      }
      name={`map-${dispute.id}-${from}-${to}`}
      caption={{
        title: 'Who speaks on what',
        subtitle: `${period}. Teal: mostly for, orange: mostly against`,
        source: sourceText(dispute),
      }}
      draw={draw}
      table={() => ({
        columns: ['actor', 'issue', 'for', 'against', 'neutral', 'balance'],
        rows: network.links.map((link) => [
          ...[
            actorName(dispute, link.actor),
            issueLabel(link.issue),
            link.for,
            link.against,
            link.neutral,
            link.balance,
          ],
        ]),
      })}
      picked={state.pick}
      onPick={onPick}
      alongTime={false}
    />
  );
}
