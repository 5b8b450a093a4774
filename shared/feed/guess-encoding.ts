import chardet from 'chardet';
import { isKnownEncoding } from './decode-as.ts';

const sampleBytes = 64 * 1024;
/** Share of non-ASCII bytes, of those that are not markup, above which a text is hardly in a Latin script. */
const foreignShare = 0.25;

/**
 * The likeliest encoding of a document that is not UTF-8 and carries no label that fits: windows-1252 for a text in
 * Latin letters, where statistics are weak, else what `chardet` finds.
 */
export function guessEncoding(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.subarray(0, sampleBytes))
    .toString('latin1')
    .replace(/<[^>]*>/g, ' ');
  const letters = text.replace(/[\s\d\p{P}]/gu, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is "not ASCII"
  const foreign = letters.replace(/[\x00-\x7f]/g, '').length;
  if (foreign < letters.length * foreignShare) return 'windows-1252';
  const guess = chardet.detect(Buffer.from(text, 'latin1'));
  const encoding = guess?.toLowerCase();
  return encoding !== undefined && encoding !== 'utf-8' && isKnownEncoding(encoding) ? encoding : 'windows-1252';
}
