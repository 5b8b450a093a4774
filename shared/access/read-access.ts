import * as z from 'zod';
import { SettingError } from '../errors.ts';
import { type AccessSettings, accessSettingsSchema } from './settings.ts';

/** The environment variable that holds the settings of access as JSON. */
export const accessVariable = 'ACCESS';

const remedy = 'The CDK app makes it from `access` of infra/environments/*.json; mend that and deploy again.';

/**
 * The settings of access of a deployed API.
 * @throws SettingError where there are none, since a deployed API is never open, or where they are wrong
 */
export function readAccess(environment: Record<string, string | undefined>): AccessSettings {
  const parsed = accessSettingsSchema.safeParse(jsonOf(environment[accessVariable]));
  if (!parsed.success) throw new SettingError(`${accessVariable} is wrong:\n${z.prettifyError(parsed.error)}`, remedy);
  return parsed.data;
}

function jsonOf(text: string | undefined): unknown {
  if (!text) throw new SettingError(`The query function lacks ${accessVariable}.`, remedy);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SettingError(`${accessVariable} is no JSON.`, remedy, { cause });
  }
}
