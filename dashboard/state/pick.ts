import type { StatementView } from '../data/answers.ts';
import { isDay, type Step } from '../shaping/days.ts';

/** What of a chart was chosen, and so which rows are listed. Days are both included. */
export type ChartPick =
  | (Step & { kind: 'tone'; actor: string })
  | (Step & { kind: 'articles' })
  | (Step & { kind: 'statements'; actor: string | null; issue: string | null; stance: StatementView['stance'] | null })
  | (Step & { kind: 'feeds' });

/** A pick as it stands in a link: parts divided by `~`, which no id holds. */
export function pickText(pick: ChartPick): string {
  const parts =
    pick.kind === 'tone'
      ? [pick.actor]
      : pick.kind === 'statements'
        ? [pick.actor ?? '', pick.issue ?? '', pick.stance ?? '']
        : [];
  return [pick.kind, pick.from, pick.to, ...parts].join('~');
}

const stances = ['for', 'against', 'neutral'] as const;

/** Reads a pick from a link; null for anything that isn't one. */
export function readPick(text: string | null): ChartPick | null {
  const [kind, from, to, first, second, third] = (text ?? '').split('~');
  if (!from || !to || !isDay(from) || !isDay(to) || to < from) return null;
  const step = { from, to };
  if (kind === 'articles' || kind === 'feeds') return { kind, ...step };
  if (kind === 'tone' && first) return { kind, ...step, actor: first };
  if (kind !== 'statements') return null;
  return {
    ...{ kind, ...step, actor: first || null, issue: second || null },
    stance: stances.find((stance) => stance === third) ?? null,
  };
}
