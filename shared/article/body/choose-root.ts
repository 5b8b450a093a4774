import { type Box, isBox } from './box.ts';
import type { BodyThresholds } from './thresholds.ts';

type Shares = Pick<BodyThresholds, 'descend' | 'descendTitled' | 'descendArticle' | 'named'>;

const paragraphs = new Set(['p', 'table', 'ul', 'ol', 'blockquote']);

/** The smallest block that holds nearly all of the article's prose. */
export function chooseRoot(page: Box, shares: Shares): Box {
  let root = page;
  for (let next = descend(root, shares); next; next = descend(root, shares)) root = next;
  return namedBody(root, shares.named) ?? root;
}

function descend(root: Box, shares: Shares): Box | undefined {
  const boxes = root.parts.filter((part): part is Box => isBox(part) && !paragraphs.has(part.tag) && part.prose > 0);
  return boxes.find((part) => part.prose >= root.prose * shareFor(part, shares));
}

function shareFor(box: Box, shares: Shares): number {
  if (!box.titled) return shares.descend;
  return box.tag === 'article' || box.tag === 'main' ? shares.descendArticle : shares.descendTitled;
}

function namedBody(root: Box, share: number): Box | null {
  const found: Box[] = [];
  findNamed(root, found);
  const [first] = found.sort((a, b) => b.prose - a.prose);
  if (!first) return null;
  const same = found.filter((box) => box.names.words === first.names.words && box.prose > 0);
  const body = same.length <= 1 ? first : commonAncestor(same);
  return body.prose >= root.prose * share ? body : null;
}

/** The outermost blocks that are named as the article's text. */
function findNamed(box: Box, found: Box[]): void {
  if (isNamed(box)) found.push(box);
  else for (const part of box.parts) if (isBox(part)) findNamed(part, found);
}

function commonAncestor(boxes: Box[]): Box {
  const paths = boxes.map(pathOf);
  let depth = 0;
  while (paths.every((path) => path[depth] !== undefined && path[depth] === paths[0]![depth])) depth += 1;
  return paths[0]![depth - 1]!;
}

function pathOf(box: Box): Box[] {
  const path: Box[] = [];
  for (let at: Box | null = box; at; at = at.parent) path.unshift(at);
  return path;
}

const isNamed = ({ names, element }: Box) => names.body || /\barticleBody\b/.test(element.attribs.itemprop ?? '');
