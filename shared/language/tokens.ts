import { spellingAt, spellings } from './spellings.ts';

/** What a token is made of. */
export const TokenKind = { punctuation: 0, word: 1, number: 2 } as const;

/** The words and marks of a text, as columns: one pass over a column is what keeps the later passes fast. */
export interface Tokens {
  count: number;
  /** UTF-16 offsets of each token, `end` exclusive. */
  start: Int32Array;
  end: Int32Array;
  /** Lower case, straight apostrophes, without soft hyphens and direction marks. */
  lower: string[];
  /** As written, without soft hyphens and direction marks. */
  surface: string[];
  kind: Uint8Array;
  /** 1 where the first letter is a capital. */
  capital: Uint8Array;
  /** Number of each token's spelling: see `spellings.ts`. */
  spelling: Uint16Array;
  /** Hash of each word in lower case (`hashOf`). */
  hash: Int32Array;
}

const LETTER = 1;
const DIGIT = 2;
const INVISIBLE = 3;
const SPACE = 4;
const UNICODE_LETTER = /[\p{L}\p{M}]/u;
const UNICODE_DIGIT = /\p{N}/u;

const classes = new Uint8Array(65536).fill(255);

function classify(code: number): number {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return LETTER;
  if (code >= 48 && code <= 57) return DIGIT;
  // Soft hyphen, zero-width marks, direction marks, byte order mark: invisible inside a word.
  if (code === 0xad || (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e)) return INVISIBLE;
  if (code === 0x2060 || (code >= 0x2066 && code <= 0x2069) || code === 0xfeff) return INVISIBLE;
  if (code <= 32 || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029)
    return SPACE;
  if (code < 128 || (code >= 0xd800 && code <= 0xdfff)) return 0;
  const character = String.fromCharCode(code);
  if (UNICODE_LETTER.test(character)) return LETTER;
  return UNICODE_DIGIT.test(character) ? DIGIT : 0;
}

function classOf(code: number): number {
  const known = classes[code]!;
  if (known !== 255) return known;
  const found = classify(code);
  classes[code] = found;
  return found;
}

const isApostrophe = (code: number) => code === 39 || code === 0x2019;
// Hyphens join words, "." joins initials (U.K.), "," joins figures, "&" firms, "'" contractions.
const joinsLetters = (code: number) =>
  isApostrophe(code) || code === 45 || code === 46 || code === 38 || code === 0x2011;
const joinsDigits = (code: number) => code === 46 || code === 44 || code === 58 || code === 45 || code === 47;

/** End of the word that begins at `start`: letters and digits, and single joining marks between two of them. */
function wordEnd(text: string, start: number): number {
  let at = start;
  let previous = classOf(text.charCodeAt(start));
  for (at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    if (kind === LETTER || kind === DIGIT) previous = kind;
    else if (kind !== INVISIBLE && !joins(text, at, code, previous)) break;
  }
  return at;
}

function joins(text: string, at: number, code: number, previous: number): boolean {
  const next = at + 1 < text.length ? classOf(text.charCodeAt(at + 1)) : 0;
  if (previous === DIGIT && next === DIGIT) return joinsDigits(code);
  if (next !== LETTER && next !== DIGIT) return code === 46 && endsInitials(text, at);
  if (!joinsLetters(code)) return false;
  return code !== 46 || (previous === LETTER && isInitial(text, at - 1));
}

/** A single letter with no letter before it: the "U" of "U.K.". */
function isInitial(text: string, at: number): boolean {
  return classOf(text.charCodeAt(at)) === LETTER && (at === 0 || classOf(text.charCodeAt(at - 1)) !== LETTER);
}

/** The last stop of "U.K." belongs to the word; that of "Smith." doesn't. */
function endsInitials(text: string, at: number): boolean {
  return at >= 3 && isInitial(text, at - 1) && text.charCodeAt(at - 2) === 46 && isInitial(text, at - 3);
}

const CLITIC = /['’](?:s|d|ll|re|ve|m)$/i;

/** Where "'s", "'ll" and the like begin in a word, or its end when it has none. */
function cliticStart(text: string, start: number, end: number): number {
  for (let at = end - 3; at < end - 1; at++)
    if (at > start && isApostrophe(text.charCodeAt(at)) && CLITIC.test(text.slice(at, end))) return at;
  return end;
}

const INVISIBLES = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const hasInvisible = (text: string) => text.search(INVISIBLES) >= 0;

/** Columns of the tokens found so far, longer than any text before. */
let room = columns(1024);

function columns(length: number) {
  return {
    start: new Int32Array(length),
    end: new Int32Array(length),
    kind: new Uint8Array(length),
    spelling: new Uint16Array(length),
    hash: new Int32Array(length),
  };
}

class TokenBuilder {
  private count = 0;
  private readonly surface: string[] = [];
  private readonly lower: string[] = [];
  private readonly text: string;
  private readonly clean: boolean;

  constructor(text: string, clean: boolean) {
    this.text = text;
    this.clean = clean;
  }

  add(start: number, end: number, kind: number): void {
    const n = this.count++;
    if (n === room.start.length) grow();
    const number = this.clean ? spellingAt(this.text, start, end) : this.cleanedAt(start, end);
    room.start[n] = start;
    room.end[n] = end;
    room.kind[n] = kind;
    room.spelling[n] = number;
    room.hash[n] = spellings.hash[number]!;
    this.surface.push(spellings.surface[number]!);
    this.lower.push(spellings.lower[number]!);
  }

  private cleanedAt(start: number, end: number): number {
    const word = this.text.slice(start, end).replace(INVISIBLES, '');
    return spellingAt(word, 0, word.length);
  }

  build(): Tokens {
    const { count, surface, lower } = this;
    const kind = room.kind.slice(0, count);
    const capital = new Uint8Array(count);
    for (let at = 0; at < count; at++)
      if (kind[at] === TokenKind.word && surface[at]!.charCodeAt(0) !== lower[at]!.charCodeAt(0)) capital[at] = 1;
    return {
      count,
      start: room.start.slice(0, count),
      end: room.end.slice(0, count),
      lower,
      surface,
      kind,
      capital,
      spelling: room.spelling.slice(0, count),
      hash: room.hash.slice(0, count),
    };
  }
}

function grow(): void {
  const larger = columns(2 * room.start.length);
  larger.start.set(room.start);
  larger.end.set(room.end);
  larger.kind.set(room.kind);
  larger.spelling.set(room.spelling);
  larger.hash.set(room.hash);
  room = larger;
}

/** Splits a text into words, figures and single marks, in time linear in its length. "'s" and its like stand alone. */
export function tokenize(text: string): Tokens {
  const builder = new TokenBuilder(text, !hasInvisible(text));
  for (let at = 0; at < text.length; ) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === SPACE || kind === INVISIBLE) at++;
    else if (kind === LETTER || kind === DIGIT) at = addWord(text, at, kind, builder);
    else at = addMark(text, at, builder);
  }
  return builder.build();
}

/** Two apostrophes or backticks are one quotation mark. */
function addMark(text: string, start: number, builder: TokenBuilder): number {
  const mark = text.charCodeAt(start);
  const end = (mark === 39 || mark === 96) && text.charCodeAt(start + 1) === mark ? start + 2 : start + 1;
  builder.add(start, end, TokenKind.punctuation);
  return end;
}

function addWord(text: string, start: number, first: number, builder: TokenBuilder): number {
  const end = wordEnd(text, start);
  const clitic = cliticStart(text, start, end);
  builder.add(start, clitic, first === DIGIT ? TokenKind.number : TokenKind.word);
  if (clitic < end) builder.add(clitic, end, TokenKind.word);
  return end;
}
