import { useCallback, useEffect, useMemo } from 'preact/hooks';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { stackedChart } from '../charts/stacked-chart.ts';
import { type TimeFrame, timeMargin } from '../charts/time-frame.ts';
import { type ToneRow, tonePanel } from '../charts/tone-panels.ts';
import { volumePanel } from '../charts/volume-panel.ts';
import type { SeriesAnswer, StancesAnswer, Voice } from '../data/answers.ts';
import { getCoverage, getLeading, getSeries, getVolume } from '../data/requests.ts';
import { useAnswer } from '../data/use-answer.ts';
import { coverageSteps } from '../shaping/coverage.ts';
import { dayEnd, stepsOf } from '../shaping/days.ts';
import { dayText } from '../shaping/format.ts';
import { leadingActors } from '../shaping/leading-actors.ts';
import { pooled, toneSteps } from '../shaping/tone-steps.ts';
import { trailingMean } from '../shaping/trailing-mean.ts';
import { toneTable, volumeTable } from '../shaping/trend-tables.ts';
import { volumeSteps } from '../shaping/volume-steps.ts';
import { Briefing } from './briefing.tsx';
import { Status } from './status.tsx';
import { actorName, eventsIn, sourceText, type ViewProps } from './view-props.ts';

interface TrendProps extends ViewProps {
  /** Stances of all actors, for what is new. Null while they are awaited. */
  stances: StancesAnswer | null;
  /** Called when the charts stand. */
  onDrawn: () => void;
}

export const voiceNames: Record<Voice, string> = {
  all: 'All words',
  outlet: 'Outlets’ own words',
  quoted: 'What others say of them',
};

/** Tone by actor and volume over time. */
export function TrendView({ stances, ...props }: TrendProps) {
  const { dispute, state } = props;
  const { from, to, outlets } = state;
  const isChosen = state.actors.length > 0;
  const leading = useAnswer(isChosen ? null : JSON.stringify([dispute.id, from, to]), () => getLeading(state));
  const actors = useMemo(
    () => (isChosen ? state.actors : leading.value && leadingActors(leading.value.actors, dispute.actors)),
    [isChosen, state.actors, leading.value, dispute],
  );
  const key = actors && JSON.stringify([dispute.id, from, to, outlets, actors]);
  const answer = useAnswer(key, () => getSeries(state, actors!));
  const problem = answer.problem ?? leading.problem;
  if (problem) return <Status problem>{problem}</Status>;
  if (!answer.value || !actors) return <Status busy>Loading …</Status>;
  return <Charts {...props} answer={answer.value} actors={actors} stances={stances} isStale={answer.isLoading} />;
}

interface ChartsProps extends TrendProps {
  answer: SeriesAnswer;
  actors: string[];
  isStale: boolean;
}

function Charts({ dispute, state, change, onPick, answer, actors, stances, isStale, onDrawn }: ChartsProps) {
  useEffect(onDrawn, [onDrawn]);
  const { from, to, voice, step, pick } = state;
  const steps = useMemo(() => stepsOf(from, to, step), [from, to, step]);
  const feeds = useAnswer(JSON.stringify([dispute.id, from, to]), () => getCoverage(state));
  const days = feeds.value?.days;
  const coverage = useMemo(() => coverageSteps(days ?? [], steps), [days, steps]);
  const whole = useMemo(() => answer.series.find(({ actor }) => actor === '*')?.points ?? [], [answer]);
  const exact = useAnswer(step === 'day' ? null : JSON.stringify([dispute.id, from, to, state.outlets, step]), () =>
    getVolume(state, step),
  );
  // Until the longer steps are counted (or where they hold too much to be), the days' articles still add up.
  const points = step === 'day' || !exact.value || exact.isLoading ? whole : exact.value;
  const volume = useMemo(() => volumeSteps(points, steps), [points, steps]);
  const rows = useMemo(
    () =>
      actors.flatMap((actor): ToneRow[] => {
        const points = answer.series.find((series) => series.actor === actor)?.points ?? [];
        return [
          {
            ...{ actor, name: actorName(dispute, actor), steps: toneSteps(points, voice, steps) },
            overall: pooled(points.map(({ tone }) => tone[voice])),
            smooth: trailingMean(points, voice, steps).map(({ day, mean }) => ({ date: dayEnd(day), mean })),
          },
        ];
      }),
    [answer, actors, voice, steps],
  );
  const frame = useCallback(
    (id: string, width: number): TimeFrame => ({
      ...{ id, width, marginLeft: timeMargin(width), from, to, coverage },
      ...{ today: dispute.today, events: eventsIn(dispute, from, to) },
    }),
    [from, to, coverage, dispute],
  );
  const drawTone = useCallback(
    (width: number) => {
      const shared = frame('tone', width);
      return stackedChart(
        shared,
        rows.map((row, index) => () => tonePanel(row, index, shared)),
      );
    },
    [frame, rows],
  );
  const drawVolume = useCallback(
    (width: number) => {
      const shared = frame('volume', width);
      return stackedChart(shared, [() => volumePanel(volume, 0, shared)], false);
    },
    [frame, volume],
  );
  const period = `${dayText(from)} to ${dayText(to)}`;
  const source = sourceText(dispute);
  return (
    <div class={isStale ? 'stale' : ''} aria-busy={isStale}>
      <Briefing {...{ dispute, state, change, onPick, answer, stances }} coverage={days ?? null} />
      {whole.length === 0 && (
        <Status>
          No articles from {period}
          {state.outlets.length > 0 ? ' in the chosen outlets' : ''}. Choose another period, or look at the feeds below.
        </Status>
      )}
      <ChartFrame
        title="Tone towards each actor"
        subtitle={
          <>
            {voiceNames[voice]}. Mean by {step} from −1 to +1; larger dots stand for more articles, hollow ones for a
            single article; bars are 95 % intervals, the line is the mean of the last 28 days.
          </>
        }
        name={`tone-${dispute.id}-${from}-${to}`}
        caption={{ title: 'Tone towards each actor', subtitle: `${voiceNames[voice]}, by ${step}, ${period}`, source }}
        draw={drawTone}
        table={() => toneTable(rows)}
        picked={pick}
        onPick={onPick}
      />
      <ChartFrame
        title="Articles"
        subtitle={
          <span class="keys">
            By {step}: <span class="key copies">all copies</span> <span class="key texts">distinct texts</span>{' '}
            <span class="key outlets">independent outlets</span> · <CoverageKeys />
          </span>
        }
        name={`articles-${dispute.id}-${from}-${to}`}
        caption={{
          title: 'Articles about the dispute',
          subtitle: `By ${step}, ${period}. Hatched: dead feeds`,
          source,
        }}
        draw={drawVolume}
        table={() => volumeTable(volume, coverage)}
        picked={pick}
        onPick={onPick}
      />
    </div>
  );
}

/** What the colours of the coverage band mean. */
export const CoverageKeys = () => (
  <>
    feeds: <span class="key heard">heard</span> <span class="key late">late</span>{' '}
    <span class="key silent">silent</span> <span class="key dead">dead</span>
  </>
);
