import { useCallback, useMemo } from 'preact/hooks';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { type ShareRow, type ShareStep, sharePanel } from '../charts/share-panels.ts';
import { stackedChart } from '../charts/stacked-chart.ts';
import type { TimeFrame } from '../charts/time-frame.ts';
import { type AuditView, getAudits, getCorrectedSeries } from '../data/audit-requests.ts';
import { useAnswer } from '../data/use-answer.ts';
import { counted, dayText, issueLabel } from '../shaping/format.ts';
import { shareTable } from '../shaping/stance-tables.ts';
import { Status } from './status.tsx';
import { sourceText, type ViewProps } from './view-props.ts';

interface CorrectedSharesProps extends ViewProps {
  issues: string[];
  frame: (id: string, width: number) => TimeFrame;
}

/** Shares for over time, as tagged and corrected by a coded sample; nothing where none covers the period. */
export function CorrectedShares({ dispute, state, issues, frame, onPick }: CorrectedSharesProps) {
  const { from, to } = state;
  const audits = useAnswer(dispute.id, () => getAudits(dispute.id));
  const audit = useMemo(() => largestUsable(audits.value?.audits ?? [], from, to), [audits.value, from, to]);
  const problem = audits.problem;
  if (problem) return <Status problem>{problem}</Status>;
  if (!audits.value) return null;
  if (!audit) {
    return (
      <Status>
        These are counts of tags. A sample of this period that people code (see Coding) also gives shares corrected for
        the tagger’s errors.
      </Status>
    );
  }
  return <Corrected {...{ dispute, state, issues, frame, onPick, audit }} />;
}

/** The largest sample whose coding is finished, which meets the period and allows estimates. */
function largestUsable(audits: readonly AuditView[], from: string, to: string): AuditView | null {
  const usable = audits.filter(
    (audit) => audit.isFinished && audit.sampling !== 'least-confident' && audit.from <= to && audit.to >= from,
  );
  return usable.sort((a, b) => b.size - a.size)[0] ?? null;
}

interface CorrectedProps extends Pick<CorrectedSharesProps, 'dispute' | 'state' | 'issues' | 'frame' | 'onPick'> {
  audit: AuditView;
}

function Corrected({ dispute, state, issues, frame, onPick, audit }: CorrectedProps) {
  const { from, to, step, pick } = state;
  const answer = useAnswer(JSON.stringify([dispute.id, audit.id, step]), () =>
    getCorrectedSeries(dispute.id, audit.id, step),
  );
  const rows = useMemo(
    () =>
      issues.flatMap((issue): ShareRow[] => {
        const points = answer.value?.series.find((series) => series.issue === issue)?.points ?? [];
        const steps = points.filter((point: ShareStep) => point.to >= from && point.from <= to && point.raw !== null);
        return steps.length === 0 ? [] : [{ issue, label: issueLabel(issue), steps }];
      }),
    [answer.value, issues, from, to],
  );
  const draw = useCallback(
    (width: number) => {
      const shared = frame('shares', width);
      return stackedChart(
        shared,
        rows.map((row, index) => () => sharePanel(row, index, shared)),
      );
    },
    [frame, rows],
  );
  if (answer.problem) return <Status problem>{answer.problem}</Status>;
  if (!answer.value) return <Status busy>Loading …</Status>;
  if (answer.value.series.every(({ points }) => points.length === 0)) {
    return (
      <Status>
        The sample “{audit.id}” keeps no counts by day, as newer ones do: draw another to see its shares over time.
      </Status>
    );
  }
  if (rows.length === 0) return null;
  const title = 'Share for, corrected';
  const period = `${dayText(from)} to ${dayText(to)}`;
  return (
    <ChartFrame
      title={title}
      subtitle={
        <span class="keys">
          All actors, by {step}, of the statements that take a side, in per cent:{' '}
          <span class="key tagged-share">as tagged</span>{' '}
          <span class="key corrected-share">corrected by the sample “{audit.id}”</span> ({counted(audit.size, 'unit')}{' '}
          coded by {counted(audit.coders.length, 'coder')}), with 95 % intervals. Counted when the sample was drawn;
          supposed that the tagger errs alike at all times.
        </span>
      }
      name={`shares-${dispute.id}-${from}-${to}`}
      caption={{
        title,
        subtitle: `By ${step}, ${period}. ${answer.value.method}`,
        source: sourceText(dispute),
      }}
      draw={draw}
      table={() => shareTable(rows)}
      picked={pick}
      onPick={onPick}
    />
  );
}
