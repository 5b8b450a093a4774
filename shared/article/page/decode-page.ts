import { Buffer, isUtf8 } from 'node:buffer';
import { decodeBytes } from '../../feed/decode-bytes.ts';

/** Browsers look for the declaration in the first 1,024 bytes (WHATWG HTML 13.2.3.2); pages with long comments need more. */
const prescanBytes = 8_192;

/** Encodings whose bytes are all ASCII, and so sound UTF-8. */
const mayBeEscaped = /charset\s*=\s*["']?\s*(?:iso-2022|utf-7|hz-)/i;

/**
 * Turns a page's bytes into text: byte order mark, sound UTF-8, the header's charset, the one that the page declares, a
 * guess. Latin-1 is read as windows-1252 (WHATWG Encoding).
 * @param contentType the header's value
 */
export function decodePage(page: string | Uint8Array, contentType = ''): string {
  if (typeof page === 'string') return page;
  const buffer = Buffer.from(page.buffer, page.byteOffset, page.byteLength);
  // Nearly all pages: no need to weigh labels.
  if (isUtf8(buffer) && !mayBeEscaped.test(contentType)) return buffer.toString('utf8').replace(/^\uFEFF/, '');
  if (/charset\s*=/i.test(contentType)) return decodeBytes(page, contentType);
  return decodeBytes(page, `text/html; charset=${declaredCharset(page) ?? ''}`);
}

function declaredCharset(page: Uint8Array): string | null {
  const head = Buffer.from(page.buffer, page.byteOffset, Math.min(page.byteLength, prescanBytes)).toString('latin1');
  return /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? null;
}
