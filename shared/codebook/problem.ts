import { PicketlineError } from '../errors.ts';

/** One thing wrong with a codebook: where (path of keys from the root), what, and the mend. */
export interface Problem {
  path: (string | number)[];
  message: string;
  remedy: string;
}

/** A problem with its place in the file, counted from 1. */
export interface LocatedProblem extends Problem {
  file: string;
  line: number;
}

/** A codebook that is refused, with all that is wrong with it. */
export class CodebookError extends PicketlineError {
  override readonly name = 'CodebookError';
  readonly problems: LocatedProblem[];

  constructor(problems: LocatedProblem[]) {
    const lines = problems.map(({ file, line, message, remedy }) => `${file}:${line}: ${message} ${remedy}`);
    super(lines.join('\n'), 'Mend these lines and try again.');
    this.problems = problems;
  }
}
