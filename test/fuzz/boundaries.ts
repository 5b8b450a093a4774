import fc from 'fast-check';
import { stringify } from 'yaml';
import { faultsOf, mutatedPage } from '../../bench/extraction/mutated-pages.ts';
import { extractArticle } from '../../shared/article/extract-article.ts';
import { loadCodebook } from '../../shared/codebook/load-codebook.ts';
import { CodebookError } from '../../shared/codebook/problem.ts';
import { readCursor, writeCursor } from '../../shared/corpus/cursor.ts';
import { PermanentError, SettingError } from '../../shared/errors.ts';
import { FeedError } from '../../shared/feed/feed-error.ts';
import { parseFeed } from '../../shared/feed/parse-feed.ts';
import { ImportError } from '../../shared/import/import-record.ts';
import { type ImportFileKind, readImport } from '../../shared/import/read-import.ts';
import { parseMessage, type QueueName } from '../../shared/messages.ts';
import { readCodeSheet } from '../../shared/reliability/code-sheet.ts';
import { ferryCodebook } from '../pipeline/harness.ts';
import { mutated } from './mutated.ts';

/** A place at which the world hands something in, and what must hold whatever it is. */
export interface Boundary {
  name: string;
  /** Checks that many inputs. @throws with the smallest input that breaks the promise */
  check(runs: number): Promise<void>;
}

const seed = 7;

function boundary<T>(name: string, inputs: fc.Arbitrary<T>, hold: (input: T) => unknown): Boundary {
  const property = fc.asyncProperty(inputs, async (input) => {
    await hold(input);
  });
  return { name, check: (numRuns) => fc.assert(property, { numRuns, seed }) };
}

/** Lets through the errors that the boundary promises, which name the thing and the remedy. */
async function refuses(work: () => unknown, ...promised: (abstract new (...args: never[]) => Error)[]): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    if (!promised.some((kind) => thrown instanceof kind)) throw thrown;
    if ((thrown as Error).message === '') throw new Error('an error without a message');
  }
}

const queues = fc.constantFrom<QueueName>('collect', 'tag', 'trend');
const messages = mutated(
  '{"v":1,"articleId":"a1"}',
  '{"v":1,"articleId":"a1","tagging":"t","outcome":"counted","buckets":[{"series":"d#*","day":"2020-03-10"}]}',
);

const feeds = mutated(
  '<rss version="2.0"><channel><title>Quay</title><item><title>Rota</title><link>http://quay.example/1</link><pubDate>Tue, 10 Mar 2020 09:00:00 GMT</pubDate></item></channel></rss>',
  '<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title><entry><title>Rota</title><id>urn:1</id><link href="http://quay.example/1"/><updated>2020-03-10T09:00:00Z</updated></entry></feed>',
  '{"version":"https://jsonfeed.org/version/1.1","title":"Quay","items":[{"id":"1","url":"http://quay.example/1","title":"Rota"}]}',
);

const importFiles: Record<ImportFileKind, string> = {
  csv: 'url,outlet,title,published\nhttp://quay.example/1,Quay,"Rota, new",2020-03-10\n',
  jsonl: '{"url":"http://quay.example/1","title":"Rota","published":"2020-03-10T09:00:00Z"}\n',
  sitemap: '<urlset><url><loc>http://quay.example/1</loc><lastmod>2020-03-10</lastmod></url></urlset>',
  warc: 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://quay.example/1\r\nContent-Length: 45\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nhi\r\n\r\n',
};
const imports = fc
  .constantFrom(...(Object.keys(importFiles) as ImportFileKind[]))
  .chain((kind) => mutated(importFiles[kind]).map((text) => ({ kind, text })));

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function readAll({ kind, text }: { kind: ImportFileKind; text: string }): Promise<void> {
  for await (const record of readImport(kind, once(Buffer.from(text))))
    if (record.kind === 'candidate' && !/^https?:/.test(record.candidate.url))
      throw new Error(`a candidate under ${record.candidate.url}`);
}

const place = { at: '2020-03-10T09:00:00.000Z#a1', series: 'ferry-dispute#union' };
const units = new Set(['u1', 'u2']);

/** Every boundary that needs no store; `api.ts` has the one that does. */
export const boundaries: Boundary[] = [
  boundary('messages', fc.tuple(queues, messages), ([queue, body]) =>
    refuses(() => parseMessage(queue, body), PermanentError),
  ),
  boundary('codebooks', mutated(stringify(ferryCodebook())), (source) =>
    refuses(() => loadCodebook(source, 'mine.yaml'), CodebookError),
  ),
  boundary('pages', mutatedPage, ({ bytes, contentType }) => {
    const context = { url: 'https://daily-beacon.example/story', ...(contentType !== undefined && { contentType }) };
    const faults = faultsOf(extractArticle(bytes, context));
    if (faults.length > 0) throw new Error(faults.join(', '));
  }),
  boundary('feeds', feeds, (text) =>
    refuses(() => parseFeed(Buffer.from(text), { url: 'http://quay.example/feed' }), FeedError),
  ),
  boundary('imports', imports, (file) => refuses(() => readAll(file), ImportError)),
  boundary('cursors', mutated(writeCursor('q', place)), (cursor) => {
    const read = readCursor(cursor, 'q');
    if (typeof read === 'object' && (typeof read.at !== 'string' || typeof read.series !== 'string'))
      throw new Error('a cursor that is no place');
  }),
  boundary(
    'code sheets',
    mutated('unit,actor,issue,sentence,paragraph,code\nu1,A,I,"S, s",P,for\nu2,B,J,T,Q,\n'),
    (text) => refuses(() => readCodeSheet(text, 'sheet.csv', units), SettingError),
  ),
];
