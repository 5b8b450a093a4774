import { disputeOf } from '../codebook/version.ts';

/** The pseudo-actor under which every relevant article has one Mentions row: the dispute as a whole. */
export const wholeDispute = '*';

/** The series an actor's rows and points stand in; `dispute` may be a kept version's id. */
export const seriesOf = (dispute: string, actor: string): string => `${dispute}#${actor}`;

/**
 * The series that keeps what the feeds of a dispute brought, day by day: one for all versions of its codebook. No actor can
 * have this id.
 */
export const coverageSeries = (dispute: string): string => `${disputeOf(dispute)}#~feeds`;

/** The instant (ISO 8601 UTC) at the head of a tag row's sort key. */
export const instantOf = ({ at }: { at: string }): string => at.slice(0, at.indexOf('#'));
