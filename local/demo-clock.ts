import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The simulated instant of a replay, kept on disk so that a killed replay goes on where it stood. */
export class DemoClock {
  readonly #file: string;
  #now: number;

  private constructor(file: string, now: number) {
    this.#file = file;
    this.#now = now;
  }

  /** Opens the clock kept in the folder, or a new one at `start` (milliseconds). */
  static async open(folder: string, start: number): Promise<DemoClock> {
    const file = join(folder, 'clock');
    const kept = await readFile(file, 'utf8').catch(() => '');
    return new DemoClock(file, kept === '' ? start : Number(kept));
  }

  now(): number {
    return this.#now;
  }

  /** Moves on. The file is replaced in one step, so that it always holds a whole instant. */
  async moveTo(instant: number): Promise<void> {
    await writeFile(`${this.#file}.new`, String(instant));
    await rename(`${this.#file}.new`, this.#file);
    this.#now = instant;
  }
}
