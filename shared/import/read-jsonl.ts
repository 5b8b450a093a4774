import { badRecord, type ImportRecord, importRecord } from './import-record.ts';
import { readLines } from './read-lines.ts';

/** Reads JSONL: an object a line with `url`, and of `outlet`, `title`, `published`, `text` what there is. */
export async function* readJsonl(input: AsyncIterable<Uint8Array>): AsyncGenerator<ImportRecord> {
  for await (const { number, text } of readLines(input)) {
    const place = `line ${number}`;
    if (text === null) yield badRecord(place, 'too-large', 'longer than 10 MB');
    else if (text.trim() !== '') yield readLine(place, text);
  }
}

function readLine(place: string, text: string): ImportRecord {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return badRecord(place, 'bad-line', 'not an object');
    const fields = value as Record<string, unknown>;
    return importRecord(place, {
      url: textOf(fields.url),
      outlet: textOf(fields.outlet),
      title: textOf(fields.title),
      published: textOf(fields.published),
      text: textOf(fields.text),
    });
  } catch (error) {
    return badRecord(place, 'bad-line', (error as Error).message.slice(0, 200));
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
