import { type Box, isBox } from '../body/box.ts';
import { type JsonLdObject, metaOf, type PageFacts } from '../metadata/page-facts.ts';

/** What a wall says. */
const paywallWords =
  /\b(?:to continue reading|to read (?:the (?:rest|full)|this (?:article|story) in full|on)|keep reading|already a subscriber|for subscribers only|subscribers? only|subscribe to (?:continue|read)|this (?:article|content|story) is (?:for|available to|exclusive to) (?:our )?(?:subscribers|members)|register (?:for free )?to (?:continue|read))\b/i;
const longestWall = 1_500;

/**
 * Whether the page says to machines, or shows to readers, that the rest is for subscribers (schema.org `isAccessibleForFree`).
 * @param blocks where a wall may stand: what was taken out as clutter, and the text
 */
export function findPaywall(facts: PageFacts, article: JsonLdObject | null, blocks: readonly Box[]): boolean {
  if (article && isFalse(article.isAccessibleForFree)) return true;
  if (article && article.isAccessibleForFree !== undefined) return false;
  if (/^(?:locked|premium|paid|subscription)$/i.test(metaOf(facts, 'article:content_tier') ?? '')) return true;
  return blocks.some(showsWall);
}

const isFalse = (value: unknown) =>
  value === false || (typeof value === 'string' && /^(?:https?:\/\/schema\.org\/)?false$/i.test(value));

function showsWall(box: Box): boolean {
  const isWall = box.names.paywall && box.chars < longestWall && paywallWords.test(textOf(box));
  return isWall || box.parts.some((part) => isBox(part) && showsWall(part));
}

const textOf = (box: Box): string => box.parts.map((part) => (isBox(part) ? textOf(part) : part.text)).join(' ');
