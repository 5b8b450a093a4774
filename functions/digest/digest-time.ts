import type { TimeOfDay } from '../../shared/report/digest-schedule.ts';
import { stageNamed } from '../../shared/stages.ts';

/** When digests go out, as `stages.ts` says. */
export function digestTime(): TimeOfDay {
  const { wakes } = stageNamed('digest');
  if (wakes.kind !== 'daily') throw new Error('stages.ts wakes the digest by something else than a time of day');
  return { hour: wakes.hour, minute: wakes.minute };
}
