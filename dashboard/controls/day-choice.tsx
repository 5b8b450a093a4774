import { useEffect, useState } from 'preact/hooks';
import { addDays, lengthInDays } from '../shaping/days.ts';
import { dayText } from '../shaping/format.ts';

interface DayChoiceProps {
  from: string;
  to: string;
  day: string;
  onChange: (day: string) => void;
}

/** One day of a period: step by step, by date, or along a slider. It shows what is chosen before what hangs on it. */
export function DayChoice({ from, to, day, onChange }: DayChoiceProps) {
  const [chosen, setChosen] = useState(day);
  useEffect(() => setChosen(day), [day]);
  const choose = (next: string) => {
    setChosen(next);
    onChange(next);
  };
  return (
    <div class="day-choice">
      <button
        type="button"
        aria-label="A day earlier"
        disabled={chosen <= from}
        onClick={() => choose(addDays(chosen, -1))}
      >
        ←
      </button>
      <label>
        On{' '}
        <input
          type="date"
          value={chosen}
          min={from}
          max={to}
          onChange={(event) => event.currentTarget.value && choose(event.currentTarget.value)}
        />
      </label>
      <button type="button" aria-label="A day later" disabled={chosen >= to} onClick={() => choose(addDays(chosen, 1))}>
        →
      </button>
      <input
        class="slider"
        type="range"
        aria-label={`Day, now ${dayText(chosen)}`}
        min={0}
        max={lengthInDays(from, to) - 1}
        value={lengthInDays(from, chosen) - 1}
        onInput={(event) => choose(addDays(from, Number(event.currentTarget.value)))}
      />
    </div>
  );
}
