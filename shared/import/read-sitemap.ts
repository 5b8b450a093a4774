import { Parser } from 'htmlparser2';
import { ImportError, type ImportRecord, importRecord, type StatedRecord } from './import-record.ts';

const texts: Record<string, keyof StatedRecord> = {
  loc: 'url',
  lastmod: 'published',
  publication_date: 'published',
  name: 'outlet',
  title: 'title',
};
const maximumText = 4_096;

/**
 * Reads a sitemap or news sitemap of any size (sitemaps.org protocol; Google's news extension). The date of publication
 * goes before the date of the last change, whichever comes first.
 * @throws ImportError for a list of sitemaps, or something else altogether
 */
export async function* readSitemap(input: AsyncIterable<Uint8Array>): AsyncGenerator<ImportRecord> {
  const decoder = new TextDecoder();
  const reader = new SitemapReader();
  const parser = new Parser(reader, { xmlMode: true, lowerCaseTags: true });
  for await (const chunk of input) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield* reader.take();
  }
  parser.end();
  yield* reader.take();
  reader.checkRoot();
}

class SitemapReader {
  readonly #records: ImportRecord[] = [];
  #root: string | null = null;
  #number = 0;
  #record: StatedRecord | null = null;
  #field: keyof StatedRecord | null = null;
  #text = '';
  #isNewsDate = false;

  onopentag(name: string): void {
    const local = localName(name);
    if (this.#root === null) {
      this.#root = local;
      this.checkRoot();
    }
    if (local === 'url') this.#record = { url: null };
    this.#field = this.#record === null ? null : fieldOf(name);
    this.#text = '';
  }

  ontext(piece: string): void {
    if (this.#field !== null && this.#text.length < maximumText) this.#text += piece;
  }

  onclosetag(name: string): void {
    if (this.#record !== null && this.#field !== null) this.#keep(this.#record, this.#field, name);
    this.#field = null;
    if (localName(name) !== 'url' || this.#record === null) return;
    this.#number += 1;
    this.#records.push(importRecord(`address ${this.#number}`, this.#record));
    this.#record = null;
    this.#isNewsDate = false;
  }

  take(): ImportRecord[] {
    return this.#records.splice(0);
  }

  checkRoot(): void {
    if (this.#root === 'urlset') return;
    if (this.#root === 'sitemapindex')
      throw new ImportError('This is a list of sitemaps, not a sitemap.', 'Import the sitemaps it names one by one.');
    throw new ImportError('This is not a sitemap.', 'Give an XML file whose root is <urlset>.');
  }

  #keep(record: StatedRecord, field: keyof StatedRecord, name: string): void {
    const isNewsDate = localName(name) === 'publication_date';
    if (field === 'published' && this.#isNewsDate && !isNewsDate) return;
    this.#isNewsDate ||= isNewsDate;
    Object.assign(record, { [field]: this.#text });
  }
}

function fieldOf(name: string): keyof StatedRecord | null {
  const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : '';
  // Pictures and videos of a page have addresses and titles of their own.
  if (prefix !== '' && prefix !== 'news' && prefix !== 'n') return null;
  const local = localName(name);
  return Object.hasOwn(texts, local) ? (texts[local] ?? null) : null;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
