import * as z from 'zod';
import { chanceRules } from '../alerts/alert.ts';

const identifier = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is lower-case letters, digits and single hyphens, e.g. "night-ferry"');
const text = z.string().trim().min(1, 'must not be empty');
const date = z.iso.date('a date is written YYYY-MM-DD');

/** An office an actor held, from the first day (inclusive) to the last (exclusive); `to: null` means it is still held. */
export const roleSchema = z.strictObject({
  title: text,
  aliases: z.array(text).default([]),
  from: date.nullable().default(null),
  to: date.nullable().default(null),
});

/** Somebody who is mentioned, speaks or acts: a person, an organisation, or a group of people. */
export const actorSchema = z.strictObject({
  id: identifier,
  name: text,
  kind: z.enum(['person', 'organisation', 'group']),
  aliases: z.array(text).default([]),
  descriptors: z.array(text).default([]),
  roles: z.array(roleSchema).default([]),
  partOf: identifier.nullable().default(null),
});

/** A question of the dispute, put as a proposition that an actor is for or against. */
export const issueSchema = z.strictObject({
  id: identifier,
  proposition: text,
  terms: z.array(text).min(1, 'an issue needs at least one term by which it is recognised'),
  for: z.array(text).default([]),
  against: z.array(text).default([]),
});

/**
 * A feed to watch; `outlet` is the name shown beside its articles. An `aggregator` carries other outlets' articles: each
 * is shown under the name its own page gives. `ignoreHttpCache` is for servers whose validators lie.
 */
export const feedSchema = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  outlet: text,
  aggregator: z.boolean().default(false),
  ignoreHttpCache: z.boolean().default(false),
});

/** When an article is about the dispute: it holds one of `terms`, or one word of every list in `together`. */
const relevanceSchema = z.strictObject({
  terms: z.array(text).default([]),
  together: z.array(z.array(text).min(1)).default([]),
});

/** A dated happening of the dispute, marked in charts. */
export const eventSchema = z.strictObject({
  date,
  until: date.optional(),
  label: text,
  kind: z.enum(['ballot', 'strike', 'talks', 'deal', 'decision', 'other']).default('other'),
});

/**
 * From how many digits of surprise each alert rule speaks (3: one chance in a thousand); those left out keep the default.
 * `picketline alerts backtest` finds them.
 */
const alertsSchema = z.partialRecord(z.enum(chanceRules), z.number().min(1).max(12));

/** The whole of what Picketline knows about one dispute. Everything particular to a dispute stands here, nothing in code. */
export const codebookSchema = z.strictObject({
  id: identifier,
  title: text,
  timeZone: z.string().default('Europe/London'),
  language: z.string().length(2).default('en'),
  period: z.strictObject({ from: date, to: date.nullable().default(null) }),
  relevance: relevanceSchema.prefault({}),
  feeds: z.array(feedSchema).default([]),
  events: z.array(eventSchema).default([]),
  alerts: alertsSchema.optional(),
  actors: z.array(actorSchema).min(1, 'a codebook needs at least one actor'),
  issues: z.array(issueSchema).min(1, 'a codebook needs at least one issue'),
});

export type Actor = z.infer<typeof actorSchema>;
export type Issue = z.infer<typeof issueSchema>;
/** A checked codebook, defaults filled in. Lists keep the order of the file. */
export type Codebook = z.infer<typeof codebookSchema>;
