import asciichart from 'asciichart';
import { sparkLine } from '../shared/report/digest-report.ts';
import type { TrendRow } from '../shared/store/store.ts';
import { addDays, daysBetween } from '../shared/trend/day.ts';

/** One value a week: the chart is as wide as the period has weeks. */
interface Week {
  start: string;
  copies: number;
  tone: number | null;
}

/** Points as weeks of seven days from the first. A week's tone is the mean of its days, weighted by their articles. */
export function weekly(points: Pick<TrendRow, 'day' | 'counts' | 'tone'>[], from: string, to: string): Week[] {
  const byDay = new Map(points.map((point) => [point.day, point]));
  const days = daysBetween(from, to);
  return Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => {
    const held = days.slice(week * 7, week * 7 + 7).flatMap((day) => byDay.get(day) ?? []);
    const evaluated = held.filter(({ tone }) => tone.all.mean !== null);
    const weight = evaluated.reduce((sum, { tone }) => sum + tone.all.articles, 0);
    const total = evaluated.reduce((sum, { tone }) => sum + tone.all.mean! * tone.all.articles, 0);
    const copies = held.reduce((sum, { counts }) => sum + counts.copies, 0);
    return { start: addDays(from, week * 7), copies, tone: weight === 0 ? null : total / weight };
  });
}

/** Weekly volume as a line chart with the months under it. */
export function volumeChart(weeks: Week[]): string {
  const chart = asciichart.plot(
    weeks.map(({ copies }) => copies),
    { height: 8, format: (value: number) => value.toFixed(0).padStart(5) },
  );
  return `${chart}\n${monthAxis(weeks, 7)}`;
}

/** Weekly tone of actors, a line each: a bar from -1 (lowest) to 1 (highest), a dot for weeks without a sentence about them. */
export function toneLines(actors: { name: string; weeks: Week[] }[]): string {
  const width = Math.max(...actors.map(({ name }) => name.length));
  const lines = actors.map(({ name, weeks }) => `${name.padEnd(width)}  ${sparkLine(weeks.map(({ tone }) => tone))}`);
  return [...lines, monthAxis(actors[0]?.weeks ?? [], width + 2)].join('\n');
}

/** The first letter of each month under its first week. */
function monthAxis(weeks: Week[], indent: number): string {
  const letters = weeks.map(({ start }, index) => {
    const isNewMonth = index === 0 || start.slice(0, 7) !== weeks[index - 1]!.start.slice(0, 7);
    return isNewMonth ? 'JFMAMJJASOND'[Number(start.slice(5, 7)) - 1] : ' ';
  });
  return `${' '.repeat(indent)}${letters.join('')}`;
}
