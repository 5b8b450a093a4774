import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import * as z from 'zod';
import { SettingError } from '../../shared/errors.ts';
import { type AuditCode, auditCodes } from '../../shared/reliability/audit-code.ts';
import { readCodeSheet } from '../../shared/reliability/code-sheet.ts';
import { samplings } from '../../shared/reliability/sampling.ts';
import type { Coding } from '../../shared/reliability/score-audit.ts';

const unitSchema = z.object({
  id: z.string(),
  articleId: z.string(),
  textRevision: z.number().optional(),
  place: z.tuple([z.number(), z.number()]).optional(),
  actor: z.string(),
  issue: z.string(),
  sentence: z.string(),
  paragraph: z.string(),
  tagger: z.enum(auditCodes),
  confidence: z.number(),
  weight: z.number().nullable(),
});

const countsSchema = z.record(z.string(), z.record(z.enum(auditCodes), z.number()));

/** What a draw must remember and coders must not see. */
const keySchema = z.object({
  dispute: z.string(),
  codebookVersion: z.string(),
  taggerVersion: z.string(),
  sampling: z.enum(samplings),
  seed: z.number(),
  /** The period, units in it, and what the tagger says of all of them (by day): what shares are corrected from. */
  from: z.string().optional(),
  to: z.string().optional(),
  of: z.number().optional(),
  tagged: countsSchema.optional(),
  days: z.record(z.string(), countsSchema).optional(),
  units: z.array(unitSchema),
});

/** The file SHEET.key.json beside a drawn sheet. */
export type DrawKey = z.infer<typeof keySchema>;

/** A draw with what its coders filled in. */
export interface CodedDraw {
  key: DrawKey;
  codings: Coding[];
  /** Codes decided on where the coders disagree. */
  decided: ReadonlyMap<string, AuditCode>;
}

/**
 * Reads a draw's key and its filled sheets, named after their coders.
 * @throws SettingError for a file that can't be read, is no key, or is no filled sheet of this draw, and for two of one name
 */
export async function readCodedDraw(keyFile: string, sheets: string[], adjudicated?: string): Promise<CodedDraw> {
  const key = await readKey(keyFile);
  const known = new Set(key.units.map(({ id }) => id));
  const read = async (file: string) => readCodeSheet(await readText(file), file, known);
  const coders = sheets.map((file) => basename(file, '.csv'));
  const twice = coders.find((coder, index) => coders.indexOf(coder) !== index);
  if (twice !== undefined) {
    throw new SettingError(`Two sheets are named "${twice}".`, 'Name each sheet after its coder.');
  }
  const codings = await Promise.all(
    sheets.map(async (file, index) => ({ coder: coders[index]!, codes: await read(file) })),
  );
  return { key, codings, decided: adjudicated === undefined ? new Map() : await read(adjudicated) };
}

/** A file's text. @throws SettingError when it can't be read */
export const readText = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((cause) => {
    throw new SettingError(`${file} can't be read.`, 'Check the path.', { cause });
  });

async function readKey(file: string): Promise<DrawKey> {
  try {
    return keySchema.parse(JSON.parse(await readText(file)));
  } catch (cause) {
    if (cause instanceof SettingError) throw cause;
    throw new SettingError(`${file} is no key of a draw.`, 'Give the file SHEET.key.json that `audit draw` wrote.', {
      cause,
    });
  }
}
