import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type ChartPick, pickText } from '../state/pick.ts';
import { drawInTurns } from './draw-in-turns.ts';
import { type Highlight, nearest, neighbour, type Target } from './target.ts';

/** A chart as drawn at one width. */
export interface Drawn {
  svg: SVGSVGElement;
  width: number;
  height: number;
  targets: Target[];
}

interface InteractiveChartProps {
  label: string;
  /** Draws the chart piece by piece; a new function means a new drawing. */
  draw: (width: number) => Generator<void, Drawn>;
  picked: ChartPick | null;
  onPick: (pick: ChartPick) => void;
  /** Read along time: a vertical line follows the pointer, and what lies above or below counts as near. */
  alongTime: boolean;
  /** Gets the picture, for saving it. */
  onDrawn?: (drawn: Drawn) => void;
}

/** How long a chart waits for its width to settle before it is drawn anew, in milliseconds. */
const widthWait = 150;

/** How far a pointer may be from a point that is not read along time, in pixels. */
const reach = 40;

/**
 * A chart whose points are reached by pointer and by keyboard: arrow keys go from point to point, Enter lists the rows
 * behind it, and each point reached is read out.
 */
export function InteractiveChart({ label, draw, picked, onPick, alongTime, onDrawn }: InteractiveChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [active, setActive] = useState(-1);

  useLayoutEffect(() => {
    const element = holder.current!;
    const measure = () => setWidth(Math.floor(element.clientWidth));
    measure();
    let timer: ReturnType<typeof setTimeout>;
    const observer = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(measure, widthWait);
    });
    observer.observe(element);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, []);

  const [drawn, setDrawn] = useState<Drawn | null>(null);
  useEffect(() => (width === 0 ? undefined : drawInTurns(draw(width), setDrawn)), [draw, width]);
  useLayoutEffect(() => {
    if (drawn) canvas.current!.replaceChildren(drawn.svg);
  }, [drawn]);
  // A chart is drawn anew when more of its data comes: whoever is at a point stays there, if it is still one.
  const place = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (drawn) setActive(drawn.targets.findIndex(({ pick }) => pickText(pick) === place.current));
  }, [drawn]);
  useEffect(() => {
    if (drawn) onDrawn?.(drawn);
  }, [drawn, onDrawn]);

  const targets = drawn?.targets ?? [];
  const goTo = (index: number) => {
    const target = targets[index];
    place.current = target ? pickText(target.pick) : null;
    setActive(index);
  };
  const chosen = picked && targets.find(({ pick }) => pickText(pick) === pickText(picked));
  const at = targets[active];
  const near = (event: MouseEvent) => {
    const box = holder.current!.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const index = nearest(targets, x, y, alongTime);
    const target = targets[index];
    if (!target || (!alongTime && Math.hypot(target.x - x, target.y - y) > reach)) return -1;
    return index;
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      if (at) onPick(at.pick);
    } else if (event.key === 'Escape' && active !== -1) goTo(-1);
    else if (/^Arrow|^Home$|^End$/.test(event.key)) goTo(neighbour(targets, active, event.key));
    else return;
    event.preventDefault();
  };

  return (
    <div
      class="chart"
      ref={holder}
      role="application"
      aria-roledescription="chart"
      aria-label={`${label}. Arrow keys go from point to point, Enter lists what is behind one.`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the chart is a widget of its own, with keys of its own
      tabIndex={0}
      style={{ height: drawn ? `${drawn.height}px` : '240px' }}
      onPointerMove={(event) => goTo(near(event))}
      onPointerLeave={() => goTo(-1)}
      onBlur={() => goTo(-1)}
      onClick={(event) => {
        const target = targets[near(event)];
        if (target) onPick(target.pick);
      }}
      onKeyDown={press}
    >
      <div ref={canvas} class="canvas" />
      {drawn && (
        <svg class="overlay" width={drawn.width} height={drawn.height} aria-hidden="true">
          {at?.highlight && <Standout highlight={at.highlight} />}
          {chosen && <circle class="chosen" cx={chosen.x} cy={chosen.y} r={9} />}
          {at && alongTime && <line class="crosshair" x1={at.x} x2={at.x} y1={0} y2={drawn.height} />}
          {at && <circle class="active" cx={at.x} cy={at.y} r={8} />}
        </svg>
      )}
      {at && drawn && <Tip target={at} {...drawn} />}
      <p class="visually-hidden" aria-live="polite">
        {at ? at.lines.join('. ') : ''}
      </p>
    </div>
  );
}

/** The rest of the picture steps back behind a veil. */
const Standout = ({ highlight: { links, labels } }: { highlight: Highlight }) => (
  <>
    <rect class="veil" width="100%" height="100%" />
    {links.map(({ x1, y1, x2, y2, colour, width }) => (
      <line key={`${x1} ${y1} ${x2} ${y2}`} {...{ x1, y1, x2, y2 }} style={{ stroke: colour, strokeWidth: width }} />
    ))}
    {labels.map(({ x, y, text }) => (
      <text key={text} x={x} y={y} text-anchor="middle">
        {text}
      </text>
    ))}
  </>
);

const tipWidth = 250;
/** As high as a tip gets, near enough: where there is less room below a point, it stands above. */
const tipHeight = 150;

/** What a point says, beside it and inside the chart. */
function Tip({ target: { x, y, lines }, width, height }: Pick<Drawn, 'width' | 'height'> & { target: Target }) {
  const left = x + 14 + tipWidth < width ? x + 14 : Math.max(0, x - 14 - tipWidth);
  const beside = y < height - tipHeight ? { top: `${y + 12}px` } : { bottom: `${height - y + 12}px` };
  const [first, ...rest] = lines;
  return (
    <div class="tip" aria-hidden="true" style={{ left: `${left}px`, maxWidth: `${tipWidth}px`, ...beside }}>
      <strong>{first}</strong>
      {rest.map((line) => (
        <span key={line}>{line}</span>
      ))}
      <em>Click for the sentences</em>
    </div>
  );
}
