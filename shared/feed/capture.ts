import { textFields } from './field-names.ts';
import { resolveAddress } from './resolve-address.ts';
import type { Field, FieldName, TextKind } from './tidied-feed.ts';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text with the characters that mean something in markup escaped. */
export const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);

/** Far more than any article; what is longer is cut, so that nothing after it need deal with megabytes. */
const maximumText = 200_000;
/** Of a title, date or address. */
const maximumLine = 10_000;

/** Collects what one element of a feed says, while the parser walks through it. */
export class Capture {
  readonly name: FieldName;
  readonly #element: string;
  readonly #attributes: Record<string, string>;
  readonly #base: string;
  #text = '';
  #hasMarkup = false;

  /** `element` is under our own prefix; `base` is the address relative links are relative to, or empty. */
  constructor(name: FieldName, element: string, attributes: Record<string, string>, base: string) {
    this.name = name;
    this.#element = element;
    this.#attributes = attributes;
    this.#base = base;
  }

  get keepsMarkup(): boolean {
    return textFields.has(this.name);
  }

  text(piece: string): void {
    if (this.#isFull) return;
    this.#text += this.#hasMarkup ? escapeMarkup(piece) : piece;
  }

  open(element: string, attributes: Record<string, string>): void {
    if (!this.keepsMarkup || this.#isFull) return;
    // Until the first tag the text was plain; from here on it is a piece of markup.
    if (!this.#hasMarkup) this.#text = escapeMarkup(this.#text);
    this.#hasMarkup = true;
    const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`);
    this.#text += `<${element}${written.join('')}>`;
  }

  close(element: string): void {
    if (this.keepsMarkup && !this.#isFull) this.#text += `</${element}>`;
  }

  /** What was said, or null when it was nothing. */
  finish(): Field | null {
    const value = this.#value();
    if (value === '') return null;
    const { rel, type, ispermalink } = this.#attributes;
    const field: Field = { name: this.name, value };
    if (this.keepsMarkup) field.kind = this.#kind();
    // A relation may be written as the address of its registration (RFC 4287 4.2.7.2).
    if (rel !== undefined)
      field.rel = rel.trim().toLowerCase().replace('http://www.iana.org/assignments/relation/', '');
    if (type !== undefined) field.type = type.trim().toLowerCase();
    if (ispermalink !== undefined) field.isPermaLink = ispermalink.trim().toLowerCase();
    return field;
  }

  get #isFull(): boolean {
    return this.#text.length > (this.name === 'title' || !this.keepsMarkup ? maximumLine : maximumText);
  }

  #value(): string {
    const { href, url } = this.#attributes;
    if (this.name === 'link') return resolveAddress(href ?? this.#text, this.#base);
    if (this.name === 'original-link') return resolveAddress(this.#text, this.#base);
    if (this.name === 'enclosed') return resolveAddress(url ?? '', this.#base);
    if (!this.keepsMarkup) return this.#text.trim();
    return this.#isBase64() ? Buffer.from(this.#text, 'base64').toString('utf8') : this.#text.trim();
  }

  #kind(): TextKind {
    if (this.#hasMarkup) return 'html';
    if (!this.#element.startsWith('atom:')) return this.name === 'title' ? 'maybe-html' : 'html';
    return /html/i.test(this.#attributes.type ?? '') ? 'html' : 'text';
  }

  /** Atom 0.3 says so by `mode`; in Atom 1.0 every other media type is base64 (RFC 4287 4.1.3.3). */
  #isBase64(): boolean {
    if (!this.#element.startsWith('atom:') || this.#hasMarkup) return false;
    const { type = '', mode } = this.#attributes;
    if (mode !== undefined) return mode === 'base64';
    const media = type.trim().toLowerCase();
    return media.includes('/') && !/^text\/|html|[+/]xml$/.test(media);
  }
}
