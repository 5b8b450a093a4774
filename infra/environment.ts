import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { accessSettingsSchema } from '../shared/access/settings.ts';

/** Where and how Picketline is deployed: one JSON file in `infra/environments/`, named like the environment. */
const environmentSchema = z.strictObject({
  /** Twelve digits; null for the account of the credentials at hand. */
  account: z
    .string()
    .regex(/^\d{12}$/, 'an account is twelve digits')
    .nullable(),
  region: z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'a region is written like eu-west-2'),
  /** Zone of the morning digest's schedule. */
  timeZone: z.string().refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'not an IANA time zone'),
  /** Whom webmasters may write to: goes into the User-Agent of every request. */
  contact: z.string().min(1),
  /** Name of the secret that holds the webhook addresses. */
  webhookSecret: z.string().regex(/^[\w/+=.@-]{1,512}$/, 'letters, digits and /_+=.@- only'),
  /** Who may sign in. */
  access: z.discriminatedUnion('kind', [
    z.strictObject({
      /** A Cognito user pool of our own, with the groups `picketline-read` and `picketline-mark`. */
      kind: z.literal('user-pool'),
      /** Begins the address of its sign-in page; taken by one AWS customer a region. */
      domain: z.string().regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, 'small letters, digits and hyphens only'),
    }),
    /** Any OpenID Connect issuer, by what its `/.well-known/openid-configuration` says. */
    accessSettingsSchema.extend({ kind: z.literal('issuer') }),
  ]),
  retention: z.strictObject({
    /** Days that texts of articles are kept, after which their tags, hashes and counts stay; `never` drops none. */
    textDays: z.union([z.number().int().positive(), z.literal('never')]),
    /** Days that logs are kept, one of the periods that CloudWatch knows. */
    logDays: z.union([z.literal(30), z.literal(90), z.literal(365)]),
  }),
  /**
   * Weekly exports of the tagged rows to S3 with Athena over them, and for how many days they are kept; null for none. For
   * corpora of more than about a million articles: docs/scale.md.
   */
  analysis: z.strictObject({ keepDays: z.number().int().min(7).max(3_650) }).nullable(),
  /** Gets the alarms; null for nobody. */
  alarmAddress: z.email().nullable(),
  /** US dollars a month, above which an alarm rings. */
  monthlyBudget: z.number().positive(),
  /**
   * Sets concurrency of the account aside for each function, so that neither a burst nor a neighbour can take it all. AWS
   * demands that 100 stay unreserved: not for an account whose quota is still the initial one.
   */
  reserveConcurrency: z.boolean(),
});

export type Environment = z.infer<typeof environmentSchema> & { name: string };

const folder = join(import.meta.dirname, 'environments');

/** All environments, by name. @throws when a file is not of the schema, with the file and the field */
export function readEnvironments(): Environment[] {
  return readdirSync(folder)
    .sort()
    .map((file) => readEnvironment(basename(file, '.json')));
}

/** @throws when there is none of that name, or its file is not of the schema */
export function readEnvironment(name: string): Environment {
  const file = join(folder, `${name}.json`);
  return { name, ...parseEnvironment(JSON.parse(readFileSync(file, 'utf8')), `infra/environments/${name}.json`) };
}

/** @throws with the file and every field that is wrong */
export function parseEnvironment(value: unknown, file: string): z.infer<typeof environmentSchema> {
  const read = environmentSchema.safeParse(value);
  if (!read.success) throw new Error(`${file} is no environment:\n${z.prettifyError(read.error)}`);
  return read.data;
}
