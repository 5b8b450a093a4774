import { createHash } from 'node:crypto';

const fewestWords = 5;

/** Names a title within an outlet, letters and digits only; null for one too short to tell stories apart ("Live: latest updates"). */
export function titleKey(outlet: string, title: string | null): string | null {
  const words =
    (title ?? '')
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < fewestWords) return null;
  return createHash('sha256')
    .update(JSON.stringify([outlet, words.join(' ')]))
    .digest('hex')
    .slice(0, 16);
}
