import { decodeBytes } from '../../feed/decode-bytes.ts';

/** Browsers look for the declaration in the first 1,024 bytes (WHATWG HTML 13.2.3.2); pages with long comments need more. */
const prescanBytes = 8_192;

/**
 * Turns a page's bytes into text: byte order mark, sound UTF-8, the header's charset, the one that the page declares, a
 * guess. Latin-1 is read as windows-1252 (WHATWG Encoding).
 * @param contentType the header's value
 */
export function decodePage(page: string | Uint8Array, contentType = ''): string {
  if (typeof page === 'string') return page;
  if (/charset\s*=/i.test(contentType)) return decodeBytes(page, contentType);
  return decodeBytes(page, `text/html; charset=${declaredCharset(page) ?? ''}`);
}

function declaredCharset(page: Uint8Array): string | null {
  const head = Buffer.from(page.buffer, page.byteOffset, Math.min(page.byteLength, prescanBytes)).toString('latin1');
  return /<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? null;
}
