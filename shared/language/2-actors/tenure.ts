import type { Actor } from '../../codebook/codebook.ts';
import type { Form } from './forms.ts';

/** When somebody held an office: days YYYY-MM-DD, `to` exclusive, null without end. */
type Tenure = Pick<Form, 'from' | 'to'>;

/** Whether an office was held on a day. */
export function heldOn({ from, to }: Tenure, date: string): boolean {
  return (from === null || from <= date) && (to === null || date < to);
}

/** Whether an actor held any office on a day, or has none in the codebook. */
export function serves({ roles }: Actor, date: string): boolean {
  return roles.length === 0 || roles.some((role) => heldOn(role, date));
}

/** The tenure that ended last before a day, undefined if none had. */
export function lastEnded<T extends Tenure>(tenures: T[], date: string): T | undefined {
  return tenures.filter(({ to }) => to !== null && to <= date).sort((a, b) => (a.to! < b.to! ? 1 : -1))[0];
}

/** Number of an actor who came after (or before) another in one of that one's offices, -1 if none did. */
export function neighbourInOffice(actors: Actor[], actor: number, side: 'successor' | 'predecessor'): number {
  for (const role of actors[actor]!.roles)
    for (const [other, { roles }] of actors.entries()) {
      if (other === actor) continue;
      const follows = roles.some(
        ({ title, from, to }) =>
          title === role.title &&
          (side === 'successor' ? (from ?? '') >= (role.to ?? '9') : (to ?? '9') <= (role.from ?? '')),
      );
      if (follows) return other;
    }
  return -1;
}
