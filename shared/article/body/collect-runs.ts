import { type Box, isBox, type Run } from './box.ts';
import type { BodyThresholds } from './thresholds.ts';

type Limits = Pick<BodyThresholds, 'linkLine' | 'linkList'>;

const listLike = new Set(['ul', 'ol', 'div', 'section', 'table', 'dl']);
/** A paragraph is longer than any line of links. */
const longestLinkLine = 250;
const longestCaption = 150;
const longestOrnament = 40;

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
      if (isWorded(part.text) && !isLinkLine(part, limits)) runs.push(part);
    } else if (part.tag !== 'h1' && !isLinkList(part, limits) && !isPicture(part)) collect(part, limits, runs);
  }
}

/** A row of a table of figures is one line. A row that holds a table lays out the page. */
function joinRow(row: Box, limits: Limits, runs: Run[]): boolean {
  if (row.prose > 0 || holdsTable(row, deepestCell)) return false;
  const cells = collectRuns({ ...row, tag: 'div' }, limits);
  if (cells.length < 2) return false;
  runs.push({ text: cells.map((cell) => cell.text).join(' '), linked: row.linked, prose: false, box: row });
  return true;
}

/** Blocks in blocks that a cell may be made of. */
const deepestCell = 5;

function holdsTable(box: Box, depth: number): boolean {
  return box.parts.some((part) => isBox(part) && (depth === 0 || part.tag === 'table' || holdsTable(part, depth - 1)));
}

/** Rows of stars and dashes say nothing. */
const isWorded = (text: string) => text.length > longestOrnament || /[\p{L}\p{N}]/u.test(text);

const isLinkLine = (run: Run, { linkLine }: Limits) =>
  run.linked >= run.text.length * linkLine && run.text.length < longestLinkLine;

const isLinkList = (box: Box, { linkList }: Limits) =>
  listLike.has(box.tag) && box.linked > box.chars * linkList && box.prose === 0;

/** A picture with a line under it, however it is marked up. */
const isPicture = (box: Box) => box.tag !== 'p' && box.images > 0 && box.chars < longestCaption && box.prose === 0;
