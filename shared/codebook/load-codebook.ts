import { checkCodebook } from './check.ts';
import { type Codebook, codebookSchema } from './codebook.ts';
import { parseLocated } from './parse-located.ts';
import { CodebookError } from './problem.ts';

/**
 * Reads a codebook from YAML (or JSON, which is YAML too).
 * @param source the text of the file
 * @param file its name, for messages
 * @throws CodebookError naming file, line and remedy of everything that is wrong
 */
export function loadCodebook(source: string, file: string): Codebook {
  const read = parseLocated(source, file, {
    schema: codebookSchema,
    check: checkCodebook,
    reference: 'codebooks/codebook.schema.json',
    whole: 'the codebook',
  });
  if ('problems' in read) throw new CodebookError(read.problems);
  return read.value;
}
