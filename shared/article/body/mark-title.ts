import { textContent } from 'domutils';
import { fold } from '../page/fold.ts';
import { type Box, isBox } from './box.ts';

const headings = new Set(['h1', 'h2', 'h3']);

/** Marks the blocks around the page's headline: the first heading that says what the title says, else the first `h1`. */
export function markTitle(page: Box, title: string | null): void {
  const found = headingsOf(page, []);
  const words = title === null ? '' : fold(title);
  const headline =
    found.find((box) => isOfTitle(fold(textContent(box.element)), words)) ?? found.find((box) => box.tag === 'h1');
  for (let box: Box | null = headline ?? null; box; box = box.parent) box.titled = true;
}

function headingsOf(box: Box, found: Box[]): Box[] {
  for (const part of box.parts) {
    if (!isBox(part)) continue;
    if (headings.has(part.tag)) found.push(part);
    else headingsOf(part, found);
  }
  return found;
}

const isOfTitle = (heading: string, title: string) =>
  heading.length > 12 && title.length > 12 && (title.startsWith(heading) || heading.startsWith(title));
