import { type Box, isBox, type Run } from './box.ts';
import type { BodyThresholds } from './thresholds.ts';

type Limits = Pick<BodyThresholds, 'linkLine' | 'linkList'>;

const listLike = new Set(['ul', 'ol', 'div', 'section', 'table', 'dl']);
/** A paragraph is longer than any line of links. */
const longestLinkLine = 250;
const longestCaption = 150;

/** A block's lines in reading order, without its headline, its lists of links and its pictures' captions. */
export function collectRuns(root: Box, limits: Limits): Run[] {
  const runs: Run[] = [];
  collect(root, limits, runs);
  return runs;
}

function collect(box: Box, limits: Limits, runs: Run[]): void {
  if (box.tag === 'tr' && joinRow(box, limits, runs)) return;
  for (const part of box.parts) {
    if (!isBox(part)) {
      if (part.text !== '' && !isLinkLine(part, limits)) runs.push(part);
    } else if (part.tag !== 'h1' && !isLinkList(part, limits) && !isPicture(part)) collect(part, limits, runs);
  }
}

/** A row of a table of figures is one line. */
function joinRow(row: Box, limits: Limits, runs: Run[]): boolean {
  const cells = collectRuns({ ...row, tag: 'div' }, limits);
  if (cells.some((cell) => cell.prose) || cells.length < 2) return false;
  runs.push({ text: cells.map((cell) => cell.text).join(' '), linked: row.linked, prose: false, box: row });
  return true;
}

const isLinkLine = (run: Run, { linkLine }: Limits) =>
  run.linked >= run.text.length * linkLine && run.text.length < longestLinkLine;

const isLinkList = (box: Box, { linkList }: Limits) =>
  listLike.has(box.tag) && box.linked > box.chars * linkList && box.prose === 0;

/** A picture with a line under it, however it is marked up. */
const isPicture = (box: Box) => box.tag !== 'p' && box.images > 0 && box.chars < longestCaption && box.prose === 0;
