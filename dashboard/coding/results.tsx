import { useState } from 'preact/hooks';
import { messageOf } from '../../shared/errors.ts';
import type { Estimate } from '../../shared/reliability/bootstrap.ts';
import { saveJson } from '../charts/save.ts';
import { getDisagreements, getGold, getScore, sendDecision } from '../data/audit-requests.ts';
import { useAnswer } from '../data/use-answer.ts';
import { counted, issueLabel, percent } from '../shaping/format.ts';
import { Status } from '../views/status.tsx';
import { CodeChoice } from './code-choice.tsx';
import { UnitText } from './unit-text.tsx';

const figure = (value: number | null) => (value === null ? 'undefined' : value.toFixed(3));
const withInterval = (estimate: Estimate | null, text: (value: number) => string) =>
  estimate === null ? 'undefined' : `${text(estimate.value)} (95 %: ${text(estimate.low)} to ${text(estimate.high)})`;

/** What a finished sample shows: agreement, corrected shares, and the units on which its coders disagree, to be decided. */
export function Results({ dispute, audit, name }: { dispute: string; audit: string; name: string }) {
  const [who, setWho] = useState(name);
  const [turn, setTurn] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const key = JSON.stringify([dispute, audit, turn]);
  const score = useAnswer(key, () => getScore(dispute, audit));
  const disputed = useAnswer(`units ${key}`, () => getDisagreements(dispute, audit));
  const failed = score.problem ?? disputed.problem;
  if (failed) return <Status problem>{failed}</Status>;
  if (!score.value || !disputed.value) return <Status busy>Loading …</Status>;
  const { alpha, alphaWithTagger, tagger, voice, method, balances } = score.value;
  const [open] = disputed.value.units.filter(({ decision }) => decision === null);
  const decided = disputed.value.units.length - disputed.value.units.filter(({ decision }) => decision === null).length;
  return (
    <>
      <dl class="figures">
        <dt>Krippendorff’s alpha of the coders</dt>
        <dd data-alpha={alpha?.value ?? ''}>{withInterval(alpha, (value) => figure(value))}</dd>
        <dt>with the tagger as one more coder</dt>
        <dd>{withInterval(alphaWithTagger, (value) => figure(value))}</dd>
        <dt>Cohen’s kappa of the tagger on {counted(tagger.units, 'unit')} agreed or decided</dt>
        <dd>{figure(tagger.kappa)}</dd>
        <dt>alpha of the coders on how a statement is made (quoted, reported, by deed)</dt>
        <dd>{withInterval(voice.alpha, (value) => figure(value))}</dd>
        <dt>the tagger’s voice, where they agree on one</dt>
        <dd>
          {voice.tagger.right} of {voice.tagger.units} right
        </dd>
      </dl>
      {open && (
        <section class="coding-unit" aria-label="Unit to decide">
          <h3>To decide</h3>
          <p role="status">
            {decided} of {disputed.value.units.length} disagreements decided.
          </p>
          <UnitText unit={open} />
          <ul>
            {open.codes.map(({ who, code, voice }) => (
              <li key={who}>
                {who}: <strong>{code}</strong> {voice && <span class="muted">({voice})</span>}
              </li>
            ))}
          </ul>
          <label>
            Your name, kept with your decisions{' '}
            <input
              value={who}
              maxLength={100}
              autoComplete="name"
              onInput={(event) => setWho(event.currentTarget.value)}
            />
          </label>
          <CodeChoice
            unit={open.id}
            onCode={async (code, voice) => {
              try {
                await sendDecision(dispute, audit, { unit: open.id, code, voice, who: who.trim() || undefined });
                setProblem(null);
                setTurn(turn + 1);
              } catch (thrown) {
                setProblem(messageOf(thrown));
              }
            }}
          />
        </section>
      )}
      {problem && <Status problem>{problem}</Status>}
      {!open && (
        <p role="status">
          Nothing is left to decide: the gold set is complete.{' '}
          <button
            type="button"
            onClick={async () => {
              try {
                saveJson(`gold-${dispute}-${audit}`, await getGold(dispute, audit));
              } catch (thrown) {
                setProblem(messageOf(thrown));
              }
            }}
          >
            Gold set (JSON)
          </button>
        </p>
      )}
      <h3>Share for, of the statements that take a side</h3>
      <table class="balances">
        <thead>
          <tr>
            <th scope="col">Issue</th>
            <th scope="col">As tagged</th>
            <th scope="col">Corrected</th>
            <th scope="col">
              <span class="visually-hidden">Drawn: as tagged hollow, corrected filled with its interval</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {balances.map(({ issue, raw, corrected }) => (
            <tr key={issue}>
              <th scope="row">{issueLabel(issue)}</th>
              <td>{raw === null ? '–' : percent(raw)}</td>
              <td>{corrected === null ? 'the audit can’t tell' : withInterval(corrected, percent)}</td>
              <td>
                <BalanceBar raw={raw} corrected={corrected} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="muted">{method}.</p>
    </>
  );
}

const width = 220;
const edge = 8;
const placeOf = (share: number) => edge + share * (width - 2 * edge);

/** Raw and corrected share on one line from 0 to 1. */
const BalanceBar = ({ raw, corrected }: { raw: number | null; corrected: Estimate | null }) => (
  <svg class="balance" width={width} height={20} aria-hidden="true">
    <line class="scale" x1={edge} x2={width - edge} y1={10} y2={10} />
    {corrected && <line class="interval" x1={placeOf(corrected.low)} x2={placeOf(corrected.high)} y1={10} y2={10} />}
    {corrected && <circle class="corrected" cx={placeOf(corrected.value)} cy={10} r={5} />}
    {raw !== null && <circle class="raw" cx={placeOf(raw)} cy={10} r={5} />}
  </svg>
);
