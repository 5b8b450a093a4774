import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What became of a document, and what it cost. */
export interface ReadDocument {
  name: string;
  /** 'read', 'refused', or what was thrown. */
  outcome: string;
  /** Of processor time. */
  milliseconds: number;
  /** The most memory that the process had until then. */
  megabytes: number;
}

/** Only what hangs, or takes the square of its length, reaches it. */
const timeout = 120_000;
const script = join(import.meta.dirname, 'parse-hostile.ts');

/**
 * Reads an ordinary document and then the hostile ones in a process of its own, whose memory is limited and which is stopped
 * when it hangs: the documents that it did not come to are then missing.
 * @returns the documents in their order, and what the process complained of
 */
export function readHostile(): { documents: ReadDocument[]; complaint: string } {
  const limits = ['--max-old-space-size=160', '--max-semi-space-size=8'];
  const { stdout, stderr } = spawnSync(process.execPath, [...limits, '--import', 'tsx', script], {
    encoding: 'utf8',
    timeout,
  });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { documents: lines.map((line) => JSON.parse(line)), complaint: stderr.slice(0, 500) };
}
