import type { Node } from 'constructs';
import * as z from 'zod';

const settingsSchema = z.object({
  /** Whom webmasters may write to: goes into the User-Agent of every request. */
  contact: z.string().min(1),
  /** Zone of the morning digest's schedule. */
  timeZone: z.string().min(1),
  /** Gets the alarms; empty for none. */
  alarmEmail: z.union([z.literal(''), z.email()]),
});

export type Settings = z.infer<typeof settingsSchema>;

/**
 * Reads the `picketline:*` values of the CDK context (cdk.json, or `--context picketline:contact=...`).
 * @throws when one is missing or wrong
 */
export function readSettings(node: Node): Settings {
  const read = (name: keyof Settings) => node.tryGetContext(`picketline:${name}`);
  return settingsSchema.parse({ contact: read('contact'), timeZone: read('timeZone'), alarmEmail: read('alarmEmail') });
}
