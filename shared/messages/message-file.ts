import * as z from 'zod';
import type { Codebook } from '../codebook/codebook.ts';
import { parseLocated } from '../codebook/parse-located.ts';
import type { LocatedProblem, Problem } from '../codebook/problem.ts';
import { PicketlineError } from '../errors.ts';
import { contentStems } from './near-wording.ts';

const text = z.string().trim().min(1, 'must not be empty').max(500, 'a line is at most 500 characters');

const lineSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is lower-case letters, digits and single hyphens'),
  text,
  /** Other wordings of the same line. */
  variants: z.array(text).max(20).default([]),
});

const sideSchema = z.strictObject({
  /** Ids of the codebook's actors who speak for this side. */
  actors: z.array(z.string()).min(1, 'a side needs at least one actor'),
  lines: z.array(lineSchema).min(1, 'a side needs at least one line').max(50),
});

const fileSchema = z.strictObject({ dispute: z.string(), you: sideSchema, them: sideSchema });

export type Side = 'you' | 'them';
export type MessageLine = z.infer<typeof lineSchema>;
/** Your lines and the other side's. */
export type MessageFile = z.infer<typeof fileSchema>;

/** A message file that is refused, with all that is wrong with it. */
export class MessageFileError extends PicketlineError {
  override readonly name = 'MessageFileError';
  readonly problems: LocatedProblem[];

  constructor(problems: LocatedProblem[]) {
    const lines = problems.map(({ file, line, message, remedy }) => `${file}:${line}: ${message} ${remedy}`);
    super(lines.join('\n'), 'Mend these lines and try again.');
    this.problems = problems;
  }
}

/**
 * Reads the two sides' lines from YAML.
 * @param codebooks those that are published: the file names one of them, and actors of it
 * @throws MessageFileError naming file, line and remedy of everything that is wrong
 */
export function loadMessageFile(source: string, file: string, codebooks: Codebook[]): MessageFile {
  const read = parseLocated(source, file, {
    schema: fileSchema,
    check: (messages) => checkMessages(messages, codebooks),
    reference: 'codebooks/messages/',
    whole: 'the message file',
  });
  if ('problems' in read) throw new MessageFileError(read.problems);
  return read.value;
}

function checkMessages(messages: MessageFile, codebooks: Codebook[]): Problem[] {
  const codebook = codebooks.find(({ id }) => id === messages.dispute);
  if (!codebook) {
    const known = codebooks.map(({ id }) => id).join(', ') || 'none';
    return [
      {
        path: ['dispute'],
        message: `No codebook of "${messages.dispute}" is published.`,
        remedy: `Published: ${known}.`,
      },
    ];
  }
  const sides: Side[] = ['you', 'them'];
  return [
    ...sides.flatMap((side) => unknownActors(messages, side, codebook)),
    ...onBothSides(messages),
    ...sides.flatMap((side) => repeatedIds(messages, side)),
    ...sides.flatMap((side) => emptyWordings(messages, side)),
  ];
}

function unknownActors(messages: MessageFile, side: Side, { actors }: Codebook): Problem[] {
  const known = new Set(actors.map(({ id }) => id));
  return messages[side].actors.flatMap((actor, index) =>
    known.has(actor)
      ? []
      : [
          {
            path: [side, 'actors', index],
            message: `The codebook has no actor "${actor}".`,
            remedy: `Use ids of its actors: ${[...known].slice(0, 8).join(', ')} ...`,
          },
        ],
  );
}

const onBothSides = ({ you, them }: MessageFile): Problem[] =>
  them.actors.flatMap((actor, index) =>
    you.actors.includes(actor)
      ? [
          {
            path: ['them', 'actors', index],
            message: `"${actor}" stands on both sides.`,
            remedy: 'Keep it with one of them.',
          },
        ]
      : [],
  );

function repeatedIds(messages: MessageFile, side: Side): Problem[] {
  const ids = messages[side].lines.map(({ id }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index
      ? [{ path: [side, 'lines', index, 'id'], message: `The id "${id}" stands twice.`, remedy: 'Give each its own.' }]
      : [],
  );
}

/** Two words that say something are the least by which a line can be told from another. */
const emptyWordings = (messages: MessageFile, side: Side): Problem[] =>
  messages[side].lines.flatMap((line, index) =>
    [line.text, ...line.variants].flatMap((wording, variant) =>
      contentStems(wording).length >= 2
        ? []
        : [
            {
              path: [side, 'lines', index, ...(variant === 0 ? ['text'] : ['variants', variant - 1])],
              message: `"${wording}" holds too little to be recognised.`,
              remedy: 'Give at least two words that carry meaning.',
            },
          ],
    ),
  );
