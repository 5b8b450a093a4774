import { readFile } from 'node:fs/promises';
import type { Codebook } from '../shared/codebook/codebook.ts';
import { loadCodebook } from '../shared/codebook/load-codebook.ts';
import { SettingError } from '../shared/errors.ts';

/** The codebook that commands use when none is named. */
export const defaultCodebook = 'codebooks/junior-doctors-2016.yaml';

/**
 * Reads and checks a codebook file.
 * @throws SettingError when there is no such file, CodebookError when it is wrong
 */
export async function readCodebook(file: string): Promise<Codebook> {
  let source: string;
  try {
    source = await readFile(file, 'utf8');
  } catch (cause) {
    throw new SettingError(`The codebook ${file} can't be read.`, 'Give the path of a YAML file with --codebook.', {
      cause,
    });
  }
  return loadCodebook(source, file);
}
