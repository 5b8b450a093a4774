import { useEffect, useState } from 'preact/hooks';
import type { Dispute } from '../data/answers.ts';
import { addDays, isDay } from '../shaping/days.ts';

interface PeriodProps {
  dispute: Dispute;
  from: string;
  to: string;
  onChange: (period: { from: string; to: string }) => void;
}

/** First and last day, and shortcuts to the usual periods. A first day after the last is not taken, and is said to be wrong. */
export function Period({ dispute, from, to, onChange }: PeriodProps) {
  const [typed, setTyped] = useState({ from, to });
  useEffect(() => setTyped({ from, to }), [from, to]);
  const end = dispute.period.to ?? dispute.today;
  const isBackwards = isDay(typed.from) && isDay(typed.to) && typed.from > typed.to;
  const take = (changes: Partial<typeof typed>) => {
    const next = { ...typed, ...changes };
    setTyped(next);
    if (isDay(next.from) && isDay(next.to) && next.from <= next.to) onChange(next);
  };
  const shortcut = (name: string) => {
    if (name === 'whole') onChange({ from: dispute.period.from, to: end });
    else if (name !== '') onChange({ from: addDays(to, 1 - Number(name)), to });
  };
  return (
    <fieldset class="period">
      <legend class="visually-hidden">Period</legend>
      <label class="field">
        <span class="label">From</span>
        <input type="date" value={typed.from} onChange={(event) => take({ from: event.currentTarget.value })} />
      </label>
      <label class="field">
        <span class="label">to</span>
        <input type="date" value={typed.to} onChange={(event) => take({ to: event.currentTarget.value })} />
      </label>
      <label class="field">
        <span class="visually-hidden">Usual periods</span>
        <select value="" onChange={(event) => shortcut(event.currentTarget.value)}>
          <option value="">Period …</option>
          <option value="14">Last 14 days</option>
          <option value="60">Last 60 days</option>
          <option value="365">Last year</option>
          <option value="whole">Whole dispute</option>
        </select>
      </label>
      {isBackwards && (
        <p class="problem-text" role="alert">
          The first day is after the last.
        </p>
      )}
    </fieldset>
  );
}
