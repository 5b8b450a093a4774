import type { ComponentChildren } from 'preact';
import { useCallback, useRef, useState } from 'preact/hooks';
import { messageOf } from '../../shared/errors.ts';
import type { Table } from '../shaping/csv.ts';
import { count } from '../shaping/format.ts';
import type { ChartPick } from '../state/pick.ts';
import { type Drawn, InteractiveChart } from './interactive-chart.tsx';
import { type Caption, saveCsv, savePng, saveSvg } from './save.ts';

interface ChartFrameProps {
  title: string;
  /** One line on how to read it. */
  subtitle: ComponentChildren;
  /** File name without ending. */
  name: string;
  caption: Caption;
  draw: (width: number) => Generator<void, Drawn>;
  /** What stands behind the chart, made when it is wanted. */
  table: () => Table;
  picked: ChartPick | null;
  onPick: (pick: ChartPick) => void;
  alongTime?: boolean;
  /** Controls that concern this chart alone. */
  children?: ComponentChildren;
}

/** A chart with its title, the means to take it along, and the table behind it. */
export function ChartFrame({
  title,
  subtitle,
  name,
  caption,
  draw,
  table,
  picked,
  onPick,
  alongTime = true,
  children,
}: ChartFrameProps) {
  const drawn = useRef<Drawn | null>(null);
  const [isTableOpen, setIsTableOpen] = useState(false);
  const [note, setNote] = useState('');
  const keep = useCallback((latest: Drawn) => {
    drawn.current = latest;
  }, []);
  const attempt = (work: () => void | Promise<void>, done: string) => async () => {
    try {
      await work();
      setNote(done);
    } catch (thrown) {
      setNote(messageOf(thrown));
    }
  };
  return (
    <section class="figure" aria-label={title}>
      <div class="figure-head">
        <div>
          <h2>{title}</h2>
          <p class="subtitle">{subtitle}</p>
        </div>
        <div class="actions">
          <button type="button" aria-expanded={isTableOpen} onClick={() => setIsTableOpen(!isTableOpen)}>
            Table
          </button>
          <button type="button" onClick={attempt(() => saveCsv(name, table()), 'CSV saved')}>
            CSV
          </button>
          <button
            type="button"
            onClick={attempt(() => {
              if (drawn.current) saveSvg(name, drawn.current.svg, caption);
            }, 'SVG saved')}
          >
            SVG
          </button>
          <button
            type="button"
            onClick={attempt(async () => {
              if (drawn.current) await savePng(name, drawn.current.svg, caption);
            }, 'PNG saved')}
          >
            PNG
          </button>
          <button type="button" onClick={attempt(() => navigator.clipboard.writeText(location.href), 'Link copied')}>
            Link
          </button>
          <span class="note" role="status">
            {note}
          </span>
        </div>
      </div>
      {children}
      <InteractiveChart
        label={title}
        draw={draw}
        picked={picked}
        onPick={onPick}
        alongTime={alongTime}
        onDrawn={keep}
      />
      {isTableOpen && <DataTable table={table()} label={title} />}
    </section>
  );
}

const rowsShown = 500;

function DataTable({ table: { columns, rows }, label }: { table: Table; label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section class="data-table" tabIndex={0} aria-label={`Table behind: ${label}`}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, rowsShown).map((row) => (
            <tr key={row.slice(0, 3).join(' ')}>
              {row.map((value, index) => (
                <td key={columns[index]} class={typeof value === 'number' ? 'number' : ''}>
                  {typeof value === 'number' ? Math.round(value * 1000) / 1000 : value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > rowsShown && (
        <p>
          The first {rowsShown} of {count(rows.length)} rows. The CSV has all.
        </p>
      )}
    </section>
  );
}
