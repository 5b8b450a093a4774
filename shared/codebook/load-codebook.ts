import { isNode, LineCounter, parseDocument } from 'yaml';
import { checkCodebook } from './check.ts';
import { type Codebook, codebookSchema } from './codebook.ts';
import { CodebookError, type LocatedProblem, type Problem } from './problem.ts';

/**
 * Reads a codebook from YAML (or JSON, which is YAML too).
 * @param source the text of the file
 * @param file its name, for messages
 * @throws CodebookError naming file, line and remedy of everything that is wrong
 */
export function loadCodebook(source: string, file: string): Codebook {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, { lineCounter, prettyErrors: false });
  const lineAt = (offset: number) => Math.max(1, lineCounter.linePos(offset).line);
  if (document.errors.length > 0) {
    throw new CodebookError(
      document.errors.map(({ message, pos }) => ({
        path: [],
        message: `This is not valid YAML: ${message}.`,
        remedy: 'Check indentation and quotes around this line.',
        file,
        line: lineAt(pos[0]),
      })),
    );
  }
  const locate = (problem: Problem): LocatedProblem => ({
    ...problem,
    file,
    line: lineAt(offsetOf(document, problem.path)),
  });
  const parsed = codebookSchema.safeParse(document.toJS());
  if (!parsed.success) {
    throw new CodebookError(
      parsed.error.issues.map((issue) =>
        locate({
          path: issue.path as Problem['path'],
          message: `${dotted(issue.path)}: ${issue.message}.`,
          remedy: remedyFor(issue.code),
        }),
      ),
    );
  }
  const problems = checkCodebook(parsed.data);
  if (problems.length > 0) throw new CodebookError(problems.map(locate));
  return parsed.data;
}

/** Where the value under the path begins in the source, or its nearest parent that exists. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: Problem['path']): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

const dotted = (path: readonly PropertyKey[]) => (path.length > 0 ? path.map(String).join('.') : 'the codebook');

const remedyFor = (code: string) =>
  code === 'unrecognized_keys'
    ? 'Remove the key or correct its spelling (codebooks/codebook.schema.json lists them all).'
    : 'See codebooks/codebook.schema.json for what belongs here.';
