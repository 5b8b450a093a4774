import { type Box, isBox, type Run } from './box.ts';

/** Blocks that are one paragraph, or a part of one, of the block around them. */
const paragraphLike = new Set([
  'p',
  'li',
  'blockquote',
  'pre',
  'ul',
  'ol',
  'q',
  'center',
  'dd',
  'dl',
  'td',
  'tr',
  'tbody',
]);
/** Weight of a run of prose by how many stand together; a teaser stands alone, an article's paragraphs don't. */
const weights = [1, 0.4, 0.8];

/** Sums characters, links and prose over a block's subtree. */
export function sumUp(box: Box): void {
  box.runs = 0;
  countRuns(box, box);
  add(box, weightOf(box.runs));
}

function countRuns(box: Box, container: Box): void {
  for (const part of box.parts) {
    if (!isBox(part)) {
      if (part.prose) container.runs += 1;
    } else if (paragraphLike.has(part.tag)) countRuns(part, container);
    else {
      part.runs = 0;
      countRuns(part, part);
    }
  }
}

const weightOf = (runs: number) => weights[runs] ?? 1;

function add(box: Box, weight: number): void {
  box.chars = 0;
  box.linked = 0;
  box.prose = 0;
  for (const part of box.parts) {
    if (isBox(part)) {
      add(part, paragraphLike.has(part.tag) ? weight : weightOf(part.runs));
      box.chars += part.chars;
      box.prose += part.prose;
    } else {
      box.chars += part.text.length;
      if (part.prose) box.prose += part.text.length * weight;
    }
    box.linked += part.linked;
  }
}

/** Sentences are long, hold few links and commas or stops. */
export function isProse({ text, linked }: Pick<Run, 'text' | 'linked'>): boolean {
  return text.length >= 40 && linked <= text.length * 0.5 && /[.,;:!?。、，؟।]/.test(text);
}
