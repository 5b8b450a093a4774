import { z } from '@hono/zod-openapi';

const kind = z.enum(['statement', 'tone']);
const verdict = z.enum(['right', 'wrong']);

/** A judgement of a tag, as it is sent. */
export const markRequestSchema = z
  .strictObject({
    kind,
    tag: z.string().min(1).max(64).openapi({ description: '`tag` of the statement or tone' }),
    articleId: z.string().min(1).max(64),
    actor: z.string().min(1).max(100),
    verdict,
    who: z.string().trim().min(1).max(100).optional().openapi({
      description: 'Who judges, where nobody signs in; else the signed-in subject is kept',
    }),
    note: z.string().trim().min(1).max(1_000).optional(),
  })
  .openapi('MarkRequest');

export const markSchema = z
  .object({
    tag: z.string(),
    kind,
    articleId: z.string(),
    actor: z.string(),
    issue: z.string().nullable(),
    value: z.string().openapi({ description: 'Stance of a statement, label of a tone' }),
    voice: z.string(),
    rule: z.string(),
    codebookVersion: z.string(),
    taggerVersion: z.string(),
    verdict,
    who: z.string(),
    at: z.string().openapi({ description: 'ISO 8601, UTC' }),
    note: z.string().optional(),
  })
  .openapi('Mark');

export const marksSchema = z.object({ total: z.number().int(), marks: z.array(markSchema) }).openapi('Marks');

export const accuracySchema = z
  .object({
    groups: z.array(
      z.object({
        kind,
        issue: z.string().nullable(),
        voice: z.string().nullable(),
        right: z.number().int(),
        marked: z.number().int(),
        disputed: z.number().int(),
        share: z.number().nullable(),
        low: z.number().nullable().openapi({ description: 'Ends of the 95 % Wilson interval' }),
        high: z.number().nullable(),
      }),
    ),
    vanished: z.number().int().openapi({ description: 'Marked tags that are made no longer: in none of the groups' }),
  })
  .openapi('Accuracy');
