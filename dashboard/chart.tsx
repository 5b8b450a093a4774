import { useEffect, useRef } from 'preact/hooks';
import type { Step } from './steps.ts';

interface ChartProps {
  label: string;
  draw: () => (SVGElement | HTMLElement) & { value?: unknown };
  onPick?: (step: Step) => void;
}

/** A plot in the page; a click takes the mark under the pointer. */
export function Chart({ label, draw, onPick }: ChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const plot = draw();
    const pick = () => {
      const step = plot.value as Step | null | undefined;
      if (step && onPick) onPick(step);
    };
    plot.addEventListener('click', pick);
    holder.current?.replaceChildren(plot);
  }, [draw, onPick]);
  return <div class={onPick ? 'chart pickable' : 'chart'} ref={holder} role="img" aria-label={label} />;
}
