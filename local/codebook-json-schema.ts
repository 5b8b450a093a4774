import { writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { codebookSchema } from '../shared/codebook/codebook.ts';

/** Where editors find the schema: the first line of a codebook names it. */
export const schemaFile = 'codebooks/codebook.schema.json';

/** The JSON Schema of a codebook file, from the zod schema that reads it. */
export function codebookJsonSchema(): string {
  const schema = z.toJSONSchema(codebookSchema, { io: 'input', target: 'draft-7' });
  return `${JSON.stringify({ title: 'Picketline codebook', ...schema }, null, 2)}\n`;
}

/** Writes the schema for editors. */
export async function writeCodebookSchema(): Promise<void> {
  await writeFile(schemaFile, codebookJsonSchema());
}
