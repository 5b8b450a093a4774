import { isNode, LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import type { LocatedProblem, Problem } from './problem.ts';

/** What a file must be: its schema, what the schema can't say, and where people read about it. */
export interface FileKind<T> {
  schema: z.ZodType<T>;
  /** What is wrong beyond the schema; empty when all is well. */
  check(value: T): Problem[];
  /** Says what belongs in the file, for remedies. */
  reference: string;
  /** What the whole is called where no key is to blame. */
  whole: string;
}

/**
 * Reads YAML (or JSON, which is YAML too) against a schema.
 * @returns the value, or all that is wrong with the source, by line
 */
export function parseLocated<T>(
  source: string,
  file: string,
  { schema, check, reference, whole }: FileKind<T>,
): { value: T } | { problems: LocatedProblem[] } {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { lineCounter, prettyErrors: false });
  const lineAt = (offset: number) => Math.max(1, lineCounter.linePos(offset).line);
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map(({ message, pos }) => ({
        path: [],
        message: `This is not valid YAML: ${message}.`,
        remedy: 'Check indentation and quotes around this line.',
        file,
        line: lineAt(pos[0]),
      })),
    };
  }
  const locate = (problem: Problem): LocatedProblem => ({
    ...problem,
    file,
    line: lineAt(offsetOf(document, problem.path)),
  });
  const parsed = schema.safeParse(document.toJS());
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map((issue) =>
        locate({
          path: issue.path as Problem['path'],
          message: `${issue.path.length > 0 ? issue.path.map(String).join('.') : whole}: ${issue.message}.`,
          remedy:
            issue.code === 'unrecognized_keys'
              ? `Remove the key or correct its spelling (${reference} lists them all).`
              : `See ${reference} for what belongs here.`,
        }),
      ),
    };
  }
  const problems = check(parsed.data).map(locate);
  return problems.length > 0 ? { problems } : { value: parsed.data };
}

/** Where the value under the path begins in the source, or its nearest parent that exists. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: Problem['path']): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
