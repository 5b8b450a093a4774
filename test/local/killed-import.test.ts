import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPipeline } from '../../local/local-pipeline.ts';
import { countOutcomes } from '../../local/outcomes.ts';

const root = join(import.meta.dirname, '..', '..');
/** Set PICKETLINE_IMPORT_RECORDS for a larger run. */
const records = Number(process.env.PICKETLINE_IMPORT_RECORDS ?? 200);
let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'picketline-import-'));
});
afterAll(() => rm(scratch, { recursive: true }));

/** A year's days in turn. */
const publishedOn = (n: number) => new Date(Date.UTC(2015, 8, 1 + (n % 365), 9)).toISOString();

/** One invented response record of a WARC file (ISO 28500). */
function warcRecord(n: number): string {
  const page = `<!doctype html><html><head><title>Story ${n}</title><meta property="article:published_time" content="${publishedOn(n)}"></head>
<body><article><h1>Story ${n}</h1><p>The British Medical Association said that junior doctors at hospital number ${n} would vote again on the contract.</p></article></body></html>`;
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(page)}\r\n\r\n${page}`;
  const head = [
    'WARC/1.0',
    'WARC-Type: response',
    `WARC-Target-URI: https://gazette.example/stories/${n}`,
    'WARC-Date: 2016-10-02T00:00:00Z',
    `WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}>`,
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${Buffer.byteLength(http)}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${http}\r\n\r\n`;
}

it(`a WARC of ${records} records, killed once and started again, ends with exactly its records`, {
  timeout: 120_000 + records * 1_000,
}, async () => {
  const file = join(scratch, 'history.warc');
  const folder = join(scratch, 'data');
  await writeFile(file, Array.from({ length: records }, (_, n) => warcRecord(n)).join(''));
  const start = () =>
    spawn(process.execPath, ['--import', 'tsx', 'local/main.ts', 'import', 'warc', file, '--data', folder, '--json'], {
      cwd: root,
      stdio: 'ignore',
    });
  const killed = start();
  const exit = once(killed, 'exit');
  setTimeout(() => killed.kill('SIGKILL'), 6_000);
  await exit;
  const [code] = await once(start(), 'exit');
  expect(code).toBe(0);
  const pipeline = await startPipeline({ folder, contact: 'test', now: Date.now });
  try {
    expect(await countOutcomes(pipeline.runtime.store)).toMatchObject({
      polled: records,
      collected: records,
      tagged: records,
      unfinished: 0,
    });
  } finally {
    await pipeline.stop();
  }
});
