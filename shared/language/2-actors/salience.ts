import { serves } from './tenure.ts';
import type { Walk } from './walk.ts';

/** Of several actors that a description fits: those in office on the day, then the one spoken of last. */
export function spokenOfLast({ forms, date, last }: Walk, actors: readonly number[]): number {
  if (actors.length === 1) return actors[0]!;
  const serving = actors.filter((actor) => serves(forms.actors[actor]!, date));
  const among = serving.length > 0 ? serving : actors;
  return among.reduce((best, actor) => (last[actor]! > last[best]! ? actor : best));
}
