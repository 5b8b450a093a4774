import { SURE_ENOUGH } from '../../shared/accuracy/sure-enough.ts';
import type { CoverageDay, SeriesAnswer, StancesAnswer } from '../data/answers.ts';
import { getStatements } from '../data/requests.ts';
import { useAnswer } from '../data/use-answer.ts';
import { briefingDay, feedsOn, sideChanges, type ToneMove, toneMoves, volumeOf } from '../shaping/briefing.ts';
import { addDays } from '../shaping/days.ts';
import { count, counted, issueLabel, signed, weekdayText } from '../shaping/format.ts';
import { sideMarks } from '../shaping/stance-steps.ts';
import { actorName, type ViewProps } from './view-props.ts';

interface BriefingProps extends ViewProps {
  answer: SeriesAnswer;
  /** Null while it is awaited. */
  coverage: CoverageDay[] | null;
  stances: StancesAnswer | null;
}

const linesShown = 4;
/** Statements of one day that are looked at, the surest first. */
const mostStatements = 500;

/** One day at a glance: what changed, who took which side, and whether the feeds were heard. */
export function Briefing({ dispute, state, change, onPick, answer, stances, coverage }: BriefingProps) {
  const whole = answer.series.find(({ actor }) => actor === '*')?.points ?? [];
  const { from, to } = state;
  const day = briefingDay(state.day, whole, from, to);
  const { counts, usual } = volumeOf(whole, day, from);
  const moves = toneMoves(answer.series, state.voice, day).slice(0, linesShown);
  const sure = useAnswer(JSON.stringify([dispute.id, day, state.outlets]), () =>
    getStatements(dispute.id, {
      ...{ from: day, to: day, outlet: state.outlets, confidence: SURE_ENOUGH },
      ...{ sort: 'confidence', count: 'none', limit: mostStatements },
    }),
  );
  const changes =
    stances && sure.value && !sure.isLoading ? sideChanges(stances.cells, day, sure.value.statements) : null;
  const { expected, lost } = feedsOn(coverage ?? [], day);
  const step = { from: day, to: day };
  return (
    <section class="briefing" aria-label="The day at a glance">
      <div class="briefing-head">
        <h2>{weekdayText(day)}</h2>
        <div class="day-steps">
          <button type="button" disabled={day <= from} onClick={() => change({ day: addDays(day, -1) })}>
            <span aria-hidden="true">←</span> Day before
          </button>
          <button type="button" disabled={day >= to} onClick={() => change({ day: addDays(day, 1) })}>
            Day after <span aria-hidden="true">→</span>
          </button>
          {state.day && (
            <button type="button" onClick={() => change({ day: null })}>
              Latest
            </button>
          )}
        </div>
      </div>
      <div class="cards">
        <div class="card">
          <h3>Coverage</h3>
          <button type="button" class="big" onClick={() => onPick({ kind: 'articles', ...step })}>
            <span class="figure-number">{count(counts.copies)}</span> {counts.copies === 1 ? 'article' : 'articles'}
          </button>
          <p>
            {counted(counts.texts, 'text')}, {counted(counts.outlets, 'outlet')}
            {usual !== null && `; usual for the weekday: ${usual}`}
            {day >= dispute.today && <strong class="filling"> Still filling.</strong>}
          </p>
          <button
            type="button"
            class={lost.length > 0 ? 'feeds lost' : 'feeds'}
            onClick={() => onPick({ kind: 'feeds', ...step })}
          >
            {expected > 0 && <span aria-hidden="true">{lost.length > 0 ? '✕ ' : '✓ '}</span>}
            {feedsText(coverage !== null, expected, lost.length)}
            {lost.length > 0 &&
              `. Not heard: ${lost.slice(0, 2).join(', ')}${lost.length > 2 ? ` and ${lost.length - 2} more` : ''}`}
          </button>
        </div>
        <div class="card">
          <h3>Tone</h3>
          {moves.length === 0 && <p>None of the chosen actors was evaluated.</p>}
          <ul>
            {moves.map((move) => (
              <li key={move.actor}>
                <button type="button" onClick={() => onPick({ kind: 'tone', actor: move.actor, ...step })}>
                  <span class="who">{actorName(dispute, move.actor)}</span>
                  <span class="value">{signed(move.mean)}</span>
                  <span class="muted">{moveText(move)}</span>
                </button>
              </li>
            ))}
          </ul>
        </div>
        <div class="card">
          <h3>Sides taken</h3>
          {changes === null && <p>{sure.problem ?? 'Loading …'}</p>}
          {changes?.length === 0 && <p>Nobody took a new side.</p>}
          <ul>
            {changes?.slice(0, linesShown).map(({ actor, issue, side, previous }) => (
              <li key={`${actor} ${issue}`}>
                <button
                  type="button"
                  onClick={() => onPick({ kind: 'statements', actor, issue, stance: null, ...step })}
                >
                  <span class="who">{actorName(dispute, actor)}</span>
                  <span class={`side ${side}`}>
                    {sideMarks[side].sign} {sideMarks[side].text}
                  </span>
                  <span class="muted">
                    {issueLabel(issue)}, {previous ? `was ${previous}` : 'new'}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          {changes && changes.length > linesShown && (
            <button type="button" class="more" onClick={() => change({ view: 'stances', day })}>
              {changes.length - linesShown} more under Stances
            </button>
          )}
        </div>
      </div>
    </section>
  );
}

const moveText = ({ before, n }: ToneMove) => `${before === null ? 'not before' : `from ${signed(before)}`}, n = ${n}`;

function feedsText(isHere: boolean, expected: number, lost: number): string {
  if (!isHere) return 'Feeds: loading …';
  return expected === 0 ? 'No record of the feeds' : `${expected - lost} of ${expected} feeds heard`;
}
