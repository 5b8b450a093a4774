import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Codebook, codebookSchema } from '../../shared/codebook/codebook.ts';

/** The codebook that Picketline ships: the junior doctors'. */
export const DOCTORS = new URL('../../codebooks/junior-doctors-2016.yaml', import.meta.url);

/**
 * A codebook from YAML or JSON (which is YAML too), checked by its schema alone: the benchmarks' are read as they are.
 * @throws {Error} when there is no such file, or when it is no codebook
 */
export const readCodebook = (file: string | URL): Codebook => codebookSchema.parse(parse(readFileSync(file, 'utf8')));
