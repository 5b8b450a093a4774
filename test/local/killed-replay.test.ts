import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startPipeline } from '../../local/local-pipeline.ts';
import { differences, dumpTables } from '../dump-tables.ts';

const root = join(import.meta.dirname, '..', '..');
const kills = 20;
/** Weeks with two strikes, the imposition and syndicated copies: more work than the kills leave time for. */
const period = ['--from', '2016-01-04', '--to', '2016-02-14'];

/**
 * A free port: both runs must see the archive at the same address. It lies below those that systems hand out (Linux from
 * 32,768 on, others from 49,152), so that between two runs nobody else is given it.
 */
async function freePort(): Promise<number> {
  for (let port = 20_000 + (process.pid % 10_000); ; port++) {
    const server = createServer().listen(port, '127.0.0.1');
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    );
    server.close();
    if (isFree) return port;
  }
}

/** Milliseconds of work before each kill: spread over a run's days, and the same in every run of the test. */
const delays = Array.from({ length: kills }, (_, index) => 1_200 + ((index * 7919) % 2_600));

function demo(folder: string, port: number): ChildProcess {
  const command = [
    '--import',
    'tsx',
    'local/main.ts',
    'demo',
    '--exit',
    '--data',
    folder,
    '--archive-port',
    String(port),
    ...period,
  ];
  return spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Bytes that the database has written. */
const bytesIn = (folder: string) =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

/** Resolves when the process that took over the folder has opened its tables. */
async function workBegun(folder: string, isFirst: boolean): Promise<void> {
  const marker = join(folder, 'running');
  const before = isFirst ? '' : await readFile(marker, 'utf8').catch(() => '');
  for (;;) {
    const holder = await readFile(marker, 'utf8').catch(() => '');
    if (holder !== '' && holder !== before) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function finished(child: ChildProcess): Promise<number | null> {
  child.stdout?.resume();
  const [code] = await once(child, 'exit');
  return code as number | null;
}

async function dumpOf(folder: string) {
  const pipeline = await startPipeline({ folder, contact: 'test', now: () => 0 });
  try {
    return await dumpTables(pipeline.runtime.store);
  } finally {
    await pipeline.stop();
  }
}

describe('a replay that is killed again and again', () => {
  let scratch: string;
  let port: number;

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'picketline-kills-'));
    port = await freePort();
  });
  afterAll(() => rm(scratch, { recursive: true }));

  it(`ends, after ${kills} kills at any moment, in the tables of an undisturbed run`, {
    timeout: 900_000,
  }, async () => {
    const calm = join(scratch, 'calm');
    const killed = join(scratch, 'killed');
    expect(await finished(demo(calm, port))).toBe(0);
    const sizes = new Set<number>();
    for (const delay of delays) {
      const child = demo(killed, port);
      const exit = once(child, 'exit');
      await workBegun(killed, sizes.size === 0);
      const timer = setTimeout(() => child.kill('SIGKILL'), delay);
      await exit;
      clearTimeout(timer);
      sizes.add(bytesIn(join(killed, 'dynamodb')));
    }
    // Every killed run wrote something that the one before had not: the kills hit work, not start or rest.
    expect(sizes.size).toBeGreaterThan(kills / 2);
    expect(await finished(demo(killed, port))).toBe(0);
    const [expected, actual] = [await dumpOf(calm), await dumpOf(killed)];
    expect(Object.values(expected).flat().length).toBeGreaterThan(100);
    expect(differences(expected, actual)).toEqual([]);
  });

  it('changes nothing when it is run again over the same folder', { timeout: 60_000 }, async () => {
    const folder = join(scratch, 'calm');
    const before = await dumpOf(folder);
    expect(await finished(demo(folder, port))).toBe(0);
    expect(differences(before, await dumpOf(folder))).toEqual([]);
  });
});
