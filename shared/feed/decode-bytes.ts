import { decodeAs, isKnownEncoding } from './decode-as.ts';
import { guessEncoding } from './guess-encoding.ts';

/** Byte order marks, the longer first: FF FE also begins UTF-32LE's. */
const byteOrderMarks: [number[], string][] = [
  [[0x00, 0x00, 0xfe, 0xff], 'utf-32be'],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32le'],
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
];

/** How `<` and `<?` look in each wide encoding (XML 1.0, appendix F.1). */
const wideOpenings: [number[], string][] = [
  [[0x00, 0x00, 0x00, 0x3c], 'utf-32be'],
  [[0x3c, 0x00, 0x00, 0x00], 'utf-32le'],
  [[0x00, 0x3c], 'utf-16be'],
  [[0x3c, 0x00], 'utf-16le'],
];

/** What pages call Latin-1 or ASCII is windows-1252 (WHATWG Encoding, "Names and labels"). */
const aliases: Record<string, string> = {
  'iso-8859-1': 'windows-1252',
  'iso8859-1': 'windows-1252',
  'latin-1': 'windows-1252',
  latin1: 'windows-1252',
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-sjis': 'shift_jis',
  'ks_c_5601-1987': 'euc-kr',
  utf8: 'utf-8',
  'unicode-1-1-utf-8': 'utf-8',
};

/**
 * Turns the bytes of a document into text. Trust, in this order: byte order mark; bytes that read as UTF-8; the
 * `charset` of Content-Type (RFC 7303 3); the encoding of the XML declaration; a guess. A label is believed only if
 * the bytes can be read by it, since feeds are often relabelled on their way through a CMS.
 */
export function decodeBytes(bytes: Uint8Array, contentType = ''): string {
  const marked =
    byteOrderMarks.find(([mark]) => startsWith(bytes, mark)) ??
    wideOpenings.find(([opening]) => startsWith(bytes, opening));
  const text = marked ? decodeAs(bytes, marked[1]) : decodeByLabels(bytes, contentType);
  return text.replace(/^\uFEFF+/, '');
}

/** The encoding an XML declaration names, read from the first 1,024 bytes as if they were ASCII. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1');
  return /<\?xml[^>]{0,200}?encoding\s*=\s*["']\s*([\w.:-]+)/i.exec(head)?.[1] ?? null;
}

function decodeByLabels(bytes: Uint8Array, contentType: string): string {
  const header = /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType)?.[1] ?? null;
  const labels = [header, declaredEncoding(bytes)].map(normaliseLabel).filter((label) => label !== null);
  const utf8 = Buffer.from(bytes).toString('utf8');
  const broken = count(utf8, /\uFFFD/g);
  // ISO-2022-JP is all ASCII bytes, which read as UTF-8 whatever they mean.
  if (broken === 0 && !labels.includes('iso-2022-jp')) return utf8;
  const byLabel = labels.filter((label) => label !== 'utf-8').map((label) => decodeAs(bytes, label));
  const readable = byLabel.find((text) => !text.includes('\uFFFD'));
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is "not ASCII"
  const sound = count(utf8, /[^\x00-\x7f\uFFFD]/g);
  if (readable !== undefined && sound < 4 * broken) return readable;
  return sound > 0 && sound >= broken
    ? decodeMixed(bytes)
    : (readable ?? byLabel[0] ?? decodeAs(bytes, guessEncoding(bytes)));
}

/** The character of each byte. */
const windows1252 = decodeAs(
  Uint8Array.from({ length: 256 }, (_, byte) => byte),
  'windows-1252',
);

/** Mostly UTF-8 with a few bytes from elsewhere, such as a pasted byline: each stray byte is read as windows-1252. */
function decodeMixed(bytes: Uint8Array): string {
  const pieces: string[] = [];
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let start = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    if (at > start) pieces.push(decoder.decode(bytes.subarray(start, at)));
    pieces.push(windows1252[bytes[at] ?? 0] ?? '');
    at += 1;
    start = at;
  }
  return [...pieces, decoder.decode(bytes.subarray(start))].join('');
}

/** Bytes of the UTF-8 sequence that begins here (RFC 3629 4); 0 when none does. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const length =
    lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
  const second = bytes[at + 1] ?? 0;
  const overlongOrSurrogate =
    (lead === 0xe0 && second < 0xa0) ||
    (lead === 0xed && second > 0x9f) ||
    (lead === 0xf0 && second < 0x90) ||
    (lead === 0xf4 && second > 0x8f);
  if (length === 0 || overlongOrSurrogate) return 0;
  for (let index = 1; index < length; index += 1) if (((bytes[at + index] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}

function normaliseLabel(label: string | null): string | null {
  if (label === null) return null;
  const name = label.trim().toLowerCase();
  const known = aliases[name] ?? name;
  // A document whose declaration could be read byte by byte is not in a wide encoding, whatever it says.
  if (/^(utf-?16|utf-?32|ucs-?[24]|unicode)/.test(known)) return null;
  return isKnownEncoding(known) ? known : null;
}

function startsWith(bytes: Uint8Array, opening: number[]): boolean {
  return opening.every((byte, index) => bytes[index] === byte);
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}
