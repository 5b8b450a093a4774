import { AsyncIterReader, StatusAndHeadersParser, WARCParser, type WARCRecord } from 'warcio';
import { badRecord, type ImportRecord, importRecord } from './import-record.ts';

const maximumPage = 5 * 1024 * 1024;

/**
 * Reads the web pages of a WARC file, plain or compressed record by record (ISO 28500, WARC 1.0 and 1.1): responses with
 * status 200 and an HTML body. Other responses are bad records; records of other types are left out unsaid. Where the
 * file breaks off, what was good before is kept and the break is a bad record.
 */
export async function* readWarc(input: AsyncIterable<Uint8Array>): AsyncGenerator<ImportRecord> {
  const file = new CountedBytes(input);
  // HTTP is taken apart here: the parser would hide how much of a record's bytes are there.
  const parser = new WARCParser(file, { parseHttp: false });
  let number = 1;
  const place = () => `record ${number} at byte ${parser.offset}`;
  try {
    for (let record = await parser.parse(); record !== null; record = await parser.parse()) {
      const block = await readBlock(record);
      // Asked for another record, the parser would wait for the missing bytes for ever.
      if (block === 'broken')
        return yield badRecord(place(), 'truncated', 'The file breaks off within this record, or is no WARC file.');
      const read = await readRecord(record, block, place());
      if (read !== null) yield read;
      number += 1;
    }
    if (parser.offset < file.total || number === 1)
      yield badRecord(place(), 'truncated', 'The file holds no complete record from here on.');
  } catch (error) {
    yield badRecord(
      place(),
      'truncated',
      `The file can't be read on from here: ${String((error as Error)?.message ?? error)}`.slice(0, 200),
    );
  }
}

/** Bytes with a count of how many came. */
class CountedBytes {
  total = 0;
  readonly #input: AsyncIterable<Uint8Array>;

  constructor(input: AsyncIterable<Uint8Array>) {
    this.#input = input;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.#input) {
      this.total += chunk.length;
      yield chunk;
    }
  }
}

/** A record's bytes; `too-large` after passing over them, `broken` when fewer came than it says. */
async function readBlock(record: WARCRecord): Promise<Uint8Array | 'too-large' | 'broken'> {
  // Every record states its length (ISO 28500 5.3): without it, the file broke off within the record's own headers.
  const isWhole = record.warcHeaders.statusline.startsWith('WARC/') && record.warcHeader('Content-Length') != null;
  if (!isWhole) return 'broken';
  const stated = record.warcContentLength;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of record.reader) {
    size += chunk.length;
    if (stated <= 2 * maximumPage) chunks.push(chunk);
  }
  if (size < stated) return 'broken';
  return stated <= 2 * maximumPage ? Buffer.concat(chunks, size) : 'too-large';
}

async function readRecord(
  { warcType, warcTargetURI, warcContentType }: WARCRecord,
  block: Uint8Array | 'too-large',
  place: string,
): Promise<ImportRecord | null> {
  if (warcType !== 'response' && warcType !== 'resource') return null;
  if (block === 'too-large') return badRecord(place, 'too-large', `${warcTargetURI}`);
  const answer =
    warcType === 'response'
      ? await readHttp(block)
      : { status: 200, contentType: warcContentType ?? '', body: async () => block };
  if (answer.status !== 200) return badRecord(place, 'not-a-page', `${warcTargetURI} answered ${answer.status}`);
  if (!/html/i.test(answer.contentType))
    return badRecord(place, 'not-a-page', `${warcTargetURI} is ${answer.contentType || 'of no stated type'}`);
  const bytes = await answer.body();
  if (bytes.length > maximumPage) return badRecord(place, 'too-large', `${warcTargetURI}`);
  return importRecord(place, { url: warcTargetURI, page: { bytes, contentType: answer.contentType } });
}

/** Status line, headers and body of a response as it went over the wire; the body with its codings undone. */
async function readHttp(
  block: Uint8Array,
): Promise<{ status: number; contentType: string; body: () => Promise<Uint8Array> }> {
  const reader = new AsyncIterReader([block]);
  const head = await new StatusAndHeadersParser().parse(reader, { headersClass: Headers });
  const header = (name: string) => head?.headers.get(name) ?? null;
  const isChunked = /chunked/i.test(header('transfer-encoding') ?? '');
  const body = () => new AsyncIterReader(reader, header('content-encoding'), isChunked).readFully();
  return { status: Number(head?.statusCode ?? 0), contentType: header('content-type') ?? '', body };
}
