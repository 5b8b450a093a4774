import { z } from '@hono/zod-openapi';

const counts = { for: z.number().int(), against: z.number().int(), neutral: z.number().int() };
const side = z.enum(['for', 'against', 'neutral', 'divided']).openapi({
  description: 'What the statements add up to; `divided`: as many for as against',
});
const period = { from: z.string(), to: z.string() };

export const stancesSchema = z
  .object({
    ...period,
    cells: z.array(
      z.object({
        actor: z.string(),
        issue: z.string(),
        days: z.array(z.object({ day: z.string(), ...counts })),
        history: z.array(
          z.object({
            side,
            from: z.string().openapi({ description: 'First day with this side' }),
            lastHeard: z.string().openapi({ description: 'Last day on which a statement confirmed it' }),
            statements: z.number().int(),
          }),
        ),
      }),
    ),
  })
  .openapi('Stances');

export const networkSchema = z
  .object({
    ...period,
    nodes: z.array(z.object({ id: z.string(), mode: z.enum(['actor', 'issue']), statements: z.number().int() })),
    links: z.array(
      z.object({
        actor: z.string(),
        issue: z.string(),
        ...counts,
        statements: z.number().int(),
        balance: z.number().nullable().openapi({
          description: '(for − against) ÷ (for + against), from -1 to 1; null when all are neutral',
        }),
      }),
    ),
  })
  .openapi('Network');

export const outletsSchema = z
  .object({ outlets: z.array(z.object({ outlet: z.string(), articles: z.number().int() })) })
  .openapi('Outlets');

export const leadingSchema = z
  .object({ actors: z.array(z.object({ actor: z.string(), statements: z.number().int() })) })
  .openapi('Leading');
