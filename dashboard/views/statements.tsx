import { useEffect, useMemo, useState } from 'preact/hooks';
import { saveCsv } from '../charts/save.ts';
import type { StatementView } from '../data/answers.ts';
import { getStatements } from '../data/requests.ts';
import { useAnswer } from '../data/use-answer.ts';
import { Accuracy } from '../evidence/accuracy.tsx';
import { allRows } from '../evidence/all-rows.ts';
import type { Marking } from '../evidence/marking.ts';
import { StatementRows } from '../evidence/rows.tsx';
import { count, counted } from '../shaping/format.ts';
import { sortedStatements, statementTable } from '../shaping/statement-list.ts';
import { type SortOrder, sortOrders } from '../state/view-state.ts';
import { Status } from './status.tsx';
import { actorName, type ViewProps } from './view-props.ts';

const orderNames: Record<SortOrder, string> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  confidence: 'Surest first',
  actor: 'By actor',
  outlet: 'By outlet',
};

/** Every statement under the chosen filters, with its sentence. */
export function StatementsView({ dispute, state, change, marking }: ViewProps & { marking: Marking }) {
  const filter = {
    ...{ from: state.from, to: state.to, actor: state.actors, issue: state.issues, outlet: state.outlets },
    ...{ stance: state.stance, voice: state.spoken, text: state.text },
    confidence: state.confidence === 0 ? undefined : state.confidence / 100,
    order: state.sort === 'oldest' ? ('asc' as const) : ('desc' as const),
  };
  const answer = useAnswer(JSON.stringify([dispute.id, filter]), () =>
    allRows(
      (cursor) => getStatements(dispute.id, { ...filter, cursor }),
      ({ statements }) => statements,
    ),
  );
  const list = answer.value;
  const rows = useMemo(
    () => sortedStatements(list?.rows ?? [], state.sort, (id) => actorName(dispute, id)),
    [list, state.sort, dispute],
  );
  const select = (label: string, name: 'stance' | 'spoken', options: Record<string, string>) => (
    <label>
      {label}{' '}
      <select value={state[name]} onChange={(event) => change({ [name]: event.currentTarget.value })}>
        <option value="">any</option>
        {Object.entries(options).map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <section class="figure" aria-label="Statements">
      <div class="figure-head">
        <div>
          <h2>Statements</h2>
          <p class="subtitle keys">
            <mark>what was said or done</mark>, <u class="cue">the word that shows it</u>. Copies of one text are
            folded.
          </p>
        </div>
        <div class="actions">
          <button
            type="button"
            disabled={rows.length === 0}
            onClick={() =>
              saveCsv(
                `statements-${dispute.id}-${state.from}-${state.to}`,
                statementTable(rows, (id) => actorName(dispute, id)),
              )
            }
          >
            CSV
          </button>
          <button type="button" onClick={() => void navigator.clipboard.writeText(location.href)}>
            Link
          </button>
        </div>
      </div>
      <div class="list-controls">
        <Search text={state.text} onSearch={(text) => change({ text })} />
        {select('Side', 'stance', { for: 'for', against: 'against', neutral: 'neutral' })}
        {select('How', 'spoken', { direct: 'in quotation marks', indirect: 'reported', action: 'by what they do' })}
        <label>
          Sure at least{' '}
          <select
            value={String(state.confidence)}
            onChange={(event) => change({ confidence: Number(event.currentTarget.value) })}
          >
            {[0, 40, 60, 80, 90].map((percent) => (
              <option key={percent} value={String(percent)}>
                {percent} %
              </option>
            ))}
          </select>
        </label>
        <label>
          Order{' '}
          <select value={state.sort} onChange={(event) => change({ sort: event.currentTarget.value as SortOrder })}>
            {sortOrders.map((order) => (
              <option key={order} value={order}>
                {orderNames[order]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Accuracy groups={marking.accuracy} />
      {answer.problem && <Status problem>{answer.problem}</Status>}
      {!list && answer.isLoading && <Status busy>Loading …</Status>}
      {list && <Found {...{ total: list.total, isCut: list.isCut, rows, isStale: answer.isLoading }} />}
      <StatementRows rows={rows} dispute={dispute} marking={marking} />
    </section>
  );
}

function Found({
  total,
  isCut,
  rows,
  isStale,
}: {
  total: number;
  isCut: boolean;
  rows: StatementView[];
  isStale: boolean;
}) {
  if (rows.length === 0)
    return <Status>No statement fits. Widen the period, clear the search, or choose more actors and issues.</Status>;
  return (
    <p class="total" aria-busy={isStale} role="status">
      <strong data-total={total}>{counted(total, 'statement')}</strong>
      {isCut && `; the first ${count(rows.length)} are listed and sorted. Narrow the filter to see the others.`}
    </p>
  );
}

const pauseInMilliseconds = 250;

/** A search that waits until typing pauses. */
function Search({ text, onSearch }: { text: string; onSearch: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed === text) return;
    const timer = setTimeout(() => onSearch(typed), pauseInMilliseconds);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <label class="search">
      Search{' '}
      <input
        type="search"
        value={typed}
        maxLength={200}
        placeholder="words, or a “phrase”"
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
    </label>
  );
}
