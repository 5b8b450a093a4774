import { SettingError } from '../../shared/errors.ts';
import { deployedStage } from '../cloud-runtime.ts';
import type { Runtime } from '../runtime.ts';
import { type Dropped, dropTexts } from './drop-texts.ts';

/** The environment variable that says how many days texts are kept; `never` drops none. */
const daysVariable = 'TEXT_DAYS';

const nothing: Dropped = { dropped: 0, inWork: 0 };

export const createHandler =
  (runtimeOf: () => Runtime, setting: () => string | undefined) => async (): Promise<Dropped> => {
    const runtime = runtimeOf();
    const days = daysOf(setting());
    const result = days === null ? nothing : await dropTexts(days, runtime);
    runtime.log({ level: 'info', stage: 'retain', days, ...result });
    return result;
  };

/** @throws SettingError when nothing is said: texts are neither dropped nor kept by an oversight */
function daysOf(setting: string | undefined): number | null {
  if (setting === 'never') return null;
  const days = Number(setting);
  if (Number.isInteger(days) && days > 0) return days;
  throw new SettingError(
    `${daysVariable} is "${setting ?? ''}", neither days nor "never".`,
    'The CDK app makes it from `retention.textDays` of infra/environments/*.json; deploy again.',
  );
}

const { runtimeOf, observe } = deployedStage('retain');

export const handler = observe(createHandler(runtimeOf, () => process.env[daysVariable]));
