import { z } from '@hono/zod-openapi';
import { auditCodes } from '../../shared/reliability/audit-code.ts';
import { correctedIntervals } from '../../shared/reliability/corrected-series.ts';
import { samplings } from '../../shared/reliability/sampling.ts';

const code = z.enum(auditCodes).openapi({ description: "The actor's stance on the issue in the sentence, or `none`" });
const voice = z.enum(['direct', 'indirect', 'action']);
const who = z.string().trim().min(1).max(100).optional().openapi({
  description: 'Who sends it, where nobody signs in; else the signed-in subject is kept',
});
const estimate = z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable();
const count = z.number().int();

export const drawRequestSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^[a-z0-9-]{1,40}$/, 'small letters, digits and hyphens')
      .openapi({ description: 'Name of the draw' }),
    size: z.number().int().min(1).max(2_000).default(200),
    sampling: z.enum(samplings).default('stratified'),
    seed: z.number().int().min(1).default(1),
    from: z.string().optional(),
    to: z.string().optional(),
    who,
  })
  .openapi('DrawRequest');

export const auditSchema = z
  .object({
    id: z.string(),
    sampling: z.enum(samplings),
    seed: count,
    from: z.string(),
    to: z.string(),
    size: count.openapi({ description: 'Units drawn' }),
    of: count.openapi({ description: 'Units of the period' }),
    codebookVersion: z.string(),
    taggerVersion: z.string(),
    createdAt: z.string(),
    createdBy: z.string(),
    coders: z.array(z.object({ coder: z.string(), coded: count })),
    isFinished: z.boolean().openapi({ description: 'Two or more have coded every unit: before that no code is shown' }),
  })
  .openapi('Audit');

const unit = {
  id: z.string(),
  actor: z.string(),
  issue: z.string(),
  proposition: z.string(),
  outlet: z.string(),
  text: z
    .object({ before: z.string(), sentence: z.string(), after: z.string() })
    .nullable()
    .openapi({ description: 'The sentence in its paragraph; null where the text is no longer kept' }),
};

export const coderRequestSchema = z.strictObject({ who }).openapi('CoderRequest');
export const coderSchema = z.object({ coder: z.string() }).openapi('Coder');

export const nextUnitSchema = z
  .object({ coder: z.string(), coded: count, size: count, unit: z.object(unit).nullable() })
  .openapi('NextUnit');

export const codeRequestSchema = z
  .strictObject({ unit: z.string().min(1).max(40), code, voice: voice.nullable().default(null), who })
  .openapi('CodeRequest');

export const givenCodeSchema = z
  .object({ unit: z.string(), code, voice: voice.nullable(), who: z.string(), at: z.string() })
  .openapi('GivenCode');

export const disagreementsSchema = z
  .object({
    units: z.array(z.object({ ...unit, codes: z.array(givenCodeSchema), decision: givenCodeSchema.nullable() })),
  })
  .openapi('Disagreements');

export const goldSchema = z
  .object({
    dispute: z.string(),
    audit: z.string(),
    units: z.array(
      z.object({
        id: z.string(),
        articleId: z.string(),
        textRevision: count,
        place: z.tuple([count, count]),
        actor: z.string(),
        issue: z.string(),
        code,
        source: z.enum(['agreed', 'decided']),
        tagger: code,
        confidence: z.number(),
        weight: z.number().nullable(),
      }),
    ),
  })
  .openapi('GoldSet');

export const correctedSeriesSchema = z
  .object({
    audit: z.string(),
    interval: z.enum(correctedIntervals),
    method: z.string(),
    series: z.array(
      z.object({
        issue: z.string(),
        points: z.array(
          z.object({
            from: z.string(),
            to: z.string(),
            for: count.openapi({
              description: 'Units that the tagger took for statements for, when the draw was made',
            }),
            against: count,
            raw: z.number().nullable().openapi({ description: 'for ÷ (for + against); null where neither' }),
            corrected: estimate.openapi({ description: 'Null where the sample or the step is too small to tell' }),
          }),
        ),
      }),
    ),
  })
  .openapi('CorrectedSeries');

const figures = z.object({ kappa: z.number().nullable(), units: count });

export const auditScoreSchema = z
  .object({
    units: count,
    alpha: estimate.openapi({ description: "Krippendorff's alpha of the people, nominal, with bootstrap interval" }),
    alphaWithTagger: estimate,
    kappas: z.array(figures.extend({ coders: z.array(z.string()) })),
    tagger: figures.extend({
      confusion: z.object({ values: z.array(z.string()), counts: z.array(z.array(count)) }),
      scores: z.array(
        z.object({
          value: z.string(),
          precision: z.number().nullable(),
          recall: z.number().nullable(),
          f1: z.number().nullable(),
          support: count,
        }),
      ),
      f1ByIssue: z.record(z.string(), z.number().nullable()),
    }),
    disagreements: z.array(z.string()).openapi({ description: 'Units still to be decided' }),
    voice: z.object({ alpha: estimate, tagger: z.object({ units: count, right: count }) }).openapi({
      description: 'Agreement on the voice of statements; `right`: agreed voices that the tagger gives, too',
    }),
    method: z.string(),
    balances: z.array(z.object({ issue: z.string(), raw: z.number().nullable(), corrected: estimate })).openapi({
      description: 'Of the statements that take a side, the share that is for: as tagged, and corrected by the audit',
    }),
  })
  .openapi('AuditScore');
