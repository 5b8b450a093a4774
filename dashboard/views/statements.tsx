import { useEffect, useState } from 'preact/hooks';
import { messageOf } from '../../shared/errors.ts';
import { saveCsv } from '../charts/save.ts';
import { getStatements, type RowFilter } from '../data/requests.ts';
import { useAnswer } from '../data/use-answer.ts';
import { usePages } from '../data/use-pages.ts';
import { Accuracy } from '../evidence/accuracy.tsx';
import { allRows } from '../evidence/all-rows.ts';
import type { Marking } from '../evidence/marking.ts';
import { StatementRows } from '../evidence/rows.tsx';
import { count, counted } from '../shaping/format.ts';
import { statementTable } from '../shaping/statement-list.ts';
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

/** The API's order for each of the page's. */
const orders: Record<SortOrder, Pick<RowFilter, 'sort' | 'order'>> = {
  newest: { sort: 'time', order: 'desc' },
  oldest: { sort: 'time', order: 'asc' },
  confidence: { sort: 'confidence', order: 'desc' },
  actor: { sort: 'actor', order: 'desc' },
  outlet: { sort: 'outlet', order: 'desc' },
};

/** Rows read at once: a few screens. */
const pageRows = 60;

/** The statements under the chosen filters, each with its sentence; at first those that are sure enough. */
export function StatementsView({ dispute, state, change, marking }: ViewProps & { marking: Marking }) {
  const filter = {
    ...{ from: state.from, to: state.to, actor: state.actors, issue: state.issues, outlet: state.outlets },
    ...{ stance: state.stance, voice: state.spoken, text: state.text },
    confidence: state.confidence === 0 ? undefined : state.confidence / 100,
  };
  const order = orders[state.sort];
  const pages = usePages(JSON.stringify([dispute.id, filter, order]), async (cursor) => {
    const page = await getStatements(dispute.id, { ...filter, ...order, cursor, limit: pageRows, count: 'none' });
    return { rows: page.statements, next: page.next ?? null };
  });
  const isHere = pages.rows !== null && !pages.isLoading;
  // Counted apart, and after the first page: the count reads everything that the filter may fit.
  const total = useAnswer(isHere ? JSON.stringify([dispute.id, filter]) : null, () =>
    getStatements(dispute.id, { ...filter, limit: 1 }),
  );
  const rows = pages.rows ?? [];
  const [note, setNote] = useState('');
  const saveAll = async () => {
    setNote('Collecting …');
    try {
      const all = await allRows(
        (cursor) => getStatements(dispute.id, { ...filter, ...order, cursor, limit: 2_000 }),
        ({ statements }) => statements,
        Number.POSITIVE_INFINITY,
      );
      saveCsv(
        `statements-${dispute.id}-${state.from}-${state.to}`,
        statementTable(all.rows, (id) => actorName(dispute, id)),
      );
      setNote('CSV saved');
    } catch (thrown) {
      setNote(messageOf(thrown));
    }
  };
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
          <button type="button" disabled={rows.length === 0} onClick={saveAll}>
            CSV
          </button>
          <button type="button" onClick={() => void navigator.clipboard.writeText(location.href)}>
            Link
          </button>
          <span class="note" role="status">
            {note}
          </span>
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
      <Accuracy {...marking.accuracy} />
      {pages.problem && <Status problem>{pages.problem}</Status>}
      {total.problem && <Status problem>{total.problem}</Status>}
      {pages.rows === null && <Status busy>Loading …</Status>}
      {isHere && !pages.problem && rows.length === 0 && (
        <Status>
          No statement fits. Widen the period, clear the search, ask for less sureness, or choose more actors and
          issues.
        </Status>
      )}
      {rows.length > 0 && (
        <p class="total" aria-busy={total.isLoading || pages.isLoading} role="status">
          <Total count={total.value && !total.isLoading ? total.value.total : undefined} listed={rows.length} />
        </p>
      )}
      <StatementRows rows={rows} dispute={dispute} marking={marking} pages={pages} />
    </section>
  );
}

/** How many statements fit: undefined while they are counted, null where there are too many to count. */
function Total({ count: total, listed }: { count: number | null | undefined; listed: number }) {
  if (total === undefined) return <>Counting …</>;
  if (total === null) return <>More than can be counted at once; {count(listed)} are listed. Narrow the period.</>;
  return <strong data-total={total}>{counted(total, 'statement')}</strong>;
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
