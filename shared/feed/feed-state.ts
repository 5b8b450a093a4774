import type { PollEvent } from './poll-event.ts';

/**
 * How a feed is doing. `late`: quieter than its own history says; `silent`: nothing where entries were due;
 * `failing`: its polls fail; `moved`: a permanent redirect was taken over; `gone`: it answered 410 and is asked no more.
 */
export type FeedStatus = 'ok' | 'late' | 'silent' | 'failing' | 'moved' | 'gone';

/** What a server gave us to ask "has this changed?" with; sent back byte for byte (RFC 9110 13.1). */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** An address that a permanent redirect points to, until enough polls over enough time agree. */
export interface MoveCandidate {
  url: string;
  firstSeenAt: number;
  polls: number;
}

/** An entry that stood in the feed's newest document. */
export interface Sighting {
  /** Hash of the entry's identity within its feed. */
  key: string;
  /** Hash of what the entry says; a change means the outlet edited it. */
  fingerprint: string;
  firstSeenAt: number;
}

/** What one day brought, in the dispute's time zone. */
export interface FeedDay {
  /** `YYYY-MM-DD` */
  day: string;
  /** Entries first heard of on this day. */
  heard: number;
  polls: number;
  failedPolls: number;
}

/**
 * Everything a poll must remember about a feed: plain JSON, one row of the Feeds table. Instants are milliseconds since
 * the epoch. Stays under 200 KB: at most 2,000 sightings, 30 events, 63 days.
 */
export interface FeedState {
  /** Key of the row: the address as the codebook writes it. */
  url: string;
  outlet: string;
  /** Counts saves; a save names the revision it has read. */
  revision: number;
  createdAt: number;
  /** The address that is asked: `url` until a permanent move was taken over. */
  pollUrl: string;
  title: string | null;
  validators: Validators;
  /** Ask unconditionally and read every document, for a server whose validators lie. Set by the user. */
  ignoreCache: boolean;
  /** SHA-256 (hex) of the last document whose entries are all stored. */
  bodyHash: string | null;
  /** Our own polling interval, before the server's wishes and jitter. */
  intervalMs: number;
  /** The feed's own update period (ttl, sy:updatePeriod), in milliseconds; 0 when it states none. */
  updatePeriodMs: number;
  /** Hours (0-23, GMT) and days (`Monday`) at which the feed asks not to be polled. */
  skipHours: number[];
  skipDays: string[];
  nextPollAt: number;
  lastPollAt: number | null;
  lastSuccessAt: number | null;
  /** When the last entry not known before was heard of. */
  lastNewAt: number | null;
  /** Weighted count of failed polls since the last success. */
  failures: number;
  /** Failed so long that it is asked rarely (at most every 30 days) until it answers. */
  parked: boolean;
  move: MoveCandidate | null;
  status: FeedStatus;
  /** Entries of the newest document; `seenAt` is when they were last seen standing there, unchanged polls included. */
  sightings: Sighting[];
  seenAt: number | null;
  /** Oldest first. */
  events: PollEvent[];
  /** Oldest first. */
  days: FeedDay[];
}

/** A feed that has never been polled; due at once. */
export function newFeedState(url: string, outlet: string, now: number): FeedState {
  return {
    url,
    outlet,
    revision: 0,
    createdAt: now,
    pollUrl: url,
    title: null,
    validators: { etag: null, lastModified: null },
    ignoreCache: false,
    bodyHash: null,
    intervalMs: 0,
    updatePeriodMs: 0,
    skipHours: [],
    skipDays: [],
    nextPollAt: now,
    lastPollAt: null,
    lastSuccessAt: null,
    lastNewAt: null,
    failures: 0,
    parked: false,
    move: null,
    status: 'ok',
    sightings: [],
    seenAt: null,
    events: [],
    days: [],
  };
}
