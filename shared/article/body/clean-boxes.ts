import { embedNames } from '../page/names.ts';
import { type Box, isBox } from './box.ts';
import { sumUp } from './sum-up.ts';

/** How much is thrown away: from only what can't be text to all that looks beside it. */
export type Strictness = 'strict' | 'lax';

const clutterTags = new Set([
  'nav',
  'footer',
  'aside',
  'form',
  'button',
  'figure',
  'figcaption',
  'menu',
  'dialog',
  'label',
  'fieldset',
]);
/** Characters from which a block with a doubtful name is read, if it holds few links. */
const longText = 200;
const laxTags = new Set(['nav', 'footer', 'button', 'dialog']);
/** Rows are named after what they show (a `player` is a person), articles after their subjects (WordPress's `tag-x`). */
const namedOtherwise = new Set(['article', 'main', 'tbody', 'tr', 'td', 'th']);

/** Cookie notices can be longer than the article, but they are not the page. */
const wholeShare = 0.9;

/**
 * Takes out the blocks that their element or name marks as clutter.
 * @param mainShare share of the page's prose from which a block stays, whatever it is called
 * @returns the blocks taken out
 */
export function cleanBoxes(root: Box, strictness: Strictness, mainShare: number): Box[] {
  const removed: Box[] = [];
  const noticeLimit = root.prose * wholeShare;
  remove(root, (box) => box.prose < noticeLimit && box.names.notice, removed);
  sumUp(root);
  const limit = root.prose * mainShare;
  remove(root, (box) => box.prose < limit && isClutter(box, strictness), removed);
  sumUp(root);
  return removed;
}

function remove(box: Box, isUnwanted: (box: Box) => boolean, removed: Box[]): void {
  box.parts = box.parts.filter((part) => {
    const goes = isBox(part) && isUnwanted(part);
    if (goes) removed.push(part);
    return !goes;
  });
  for (const part of box.parts) if (isBox(part)) remove(part, isUnwanted, removed);
}

function isClutter(box: Box, strictness: Strictness): boolean {
  if (isEmbed(box)) return false;
  if ((strictness === 'lax' ? laxTags : clutterTags).has(box.tag)) return !holdsTable(box);
  if (isHidden(box)) return true;
  return strictness === 'strict' && isNamedClutter(box);
}

function isHidden({ element: { attribs } }: Box): boolean {
  if (attribs.hidden !== undefined || attribs['aria-hidden'] === 'true') return true;
  return attribs.style !== undefined && /display\s*:\s*none/i.test(attribs.style);
}

function isNamedClutter(box: Box): boolean {
  if (box.titled || namedOtherwise.has(box.tag)) return false;
  const readsLikeText = box.chars >= longText && box.linked < box.chars * 0.1;
  if (readsLikeText && /-caption-/.test(box.names.words)) return false;
  return box.names.clutter || (box.names.weakClutter && !readsLikeText);
}

/** Editors put tables of figures into `figure`. */
const holdsTable = (box: Box) => box.tag === 'figure' && box.parts.some((part) => isBox(part) && part.tag === 'table');

/** An embedded post, which readers take for part of the text, alone in its block. */
function isEmbed(box: Box): boolean {
  if (box.tag === 'blockquote') return true;
  const boxes = box.parts.filter(isBox);
  return (
    boxes.some((part) => part.tag === 'blockquote' && embedNames.test(part.names.words)) ||
    (boxes.length === 1 && isEmbed(boxes[0]!))
  );
}
