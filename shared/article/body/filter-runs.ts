import { fold } from '../page/fold.ts';
import { lineRules } from './boilerplate.ts';
import type { Run } from './box.ts';

const headings = new Set(['h2', 'h3', 'h4', 'h5', 'h6']);
/** Lines from either end that count as the end. */
const edgeLines = 4;
const longestRule = Math.max(...lineRules.map(({ longest }) => longest));

/** Throws away the lines that are known not to be of an article, and what is left hanging at its ends. */
export function filterRuns(runs: Run[], title: string | null, captions: ReadonlySet<string>): Run[] {
  const headline = title === null ? null : fold(title);
  const kept: Run[] = [];
  let underHead = false;
  runs.forEach((run, index) => {
    const rule = lineRule(run.text, { start: index < edgeLines, end: runs.length - index <= edgeLines });
    if (rule !== undefined) underHead = rule.heads === true;
    else if (underHead && isListedLink(run)) return;
    else {
      underHead = false;
      if (!isHeadline(run, headline) && !captions.has(run.text.toLowerCase())) kept.push(run);
    }
  });
  return trimEnd(kept);
}

const isListedLink = (run: Run) => run.box.tag === 'li' && run.linked > 0;

function lineRule(text: string, isAt: { start: boolean; end: boolean }) {
  if (text.length > longestRule) return undefined;
  return lineRules.find(
    ({ pattern, longest, at }) => text.length <= longest && (at === undefined || isAt[at]) && pattern.test(text),
  );
}

/** Folding costs more than all else here: it is spared where the lengths can't agree. */
function isHeadline({ text }: Run, headline: string | null): boolean {
  if (headline === null || text.length <= 10 || Math.abs(text.length - headline.length) > 20) return false;
  return fold(text) === headline;
}

/** A heading with nothing under it, or a stray label, belongs to what was cut off below. */
function trimEnd(runs: Run[]): Run[] {
  let end = runs.length;
  while (end > 1 && isLoose(runs[end - 1]!)) end -= 1;
  return runs.slice(0, end);
}

const isLoose = (run: Run) =>
  headings.has(run.box.tag) ||
  (run.text.length < 50 && !run.prose && !/[.!?…"”’)：。]$/.test(run.text) && run.linked > 0);
