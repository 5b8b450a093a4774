import type { Element } from 'domhandler';
import { getElementsByTagName } from 'domutils';
import { Temporal } from 'temporal-polyfill';
import type { LivePost } from '../article.ts';
import type { Box, Run } from '../body/box.ts';
import type { JsonLdObject } from '../metadata/page-facts.ts';
import { nameOf, typesOf } from '../metadata/parse-json-ld.ts';
import { readDate } from '../metadata/read-date.ts';

const postNames =
  /-(?:post|posts|update|entry|live-post|liveblog-post|live-event|block|key-event|lx-stream-post|card)-/;
const postTags = new Set(['article', 'li', 'section', 'div']);
/** A clock time at the head of a post: `17.35`, `5:35pm`. */
const leadingTime = /^(\d{1,2})[.:](\d{2}) ?([ap]\.?m\.?)?(?=\W|$)/i;

/** When the blog's day begins, for posts that print only the hour. */
interface Day {
  start: string | null;
  timeZone: string;
}

/** Splits a live blog's lines into its posts, with their times. Lines outside any post belong to none. */
export function findPosts(runs: readonly Run[], day: Day): LivePost[] {
  const byBox = new Map<Box, Run[]>();
  for (const run of runs) {
    const box = postOf(run);
    if (box) byBox.set(box, [...(byBox.get(box) ?? []), run]);
  }
  const posts = [...byBox].map(([box, own]) => ({
    ...timeOf(box.element, own, day),
    paragraphs: own.map(({ text }) => text),
  }));
  return onTheirDays(posts, day);
}

/** The innermost block that is called a post and has neighbours that are called the same. */
function postOf(run: Run): Box | null {
  for (let box: Box | null = run.box; box; box = box.parent) {
    const isPost =
      /\bliveBlogUpdate\b/.test(box.element.attribs.itemprop ?? '') ||
      (postTags.has(box.tag) && postNames.test(box.names.words));
    if (isPost && hasSiblings(box)) return box;
  }
  return null;
}

const hasSiblings = (box: Box) =>
  (box.parent?.parts.filter(
    (part) => 'parts' in part && part.tag === box.tag && part.names.words.slice(0, 5) === box.names.words.slice(0, 5),
  ).length ?? 0) >= 2;

interface TimedPost {
  at: string | null;
  /** Minutes since midnight, where only the clock is printed. */
  clock: number | null;
}

function timeOf(element: Element, runs: readonly Run[], { timeZone }: Day): TimedPost {
  const [time] = getElementsByTagName('time', element, true, 1);
  const stated = time?.attribs.datetime ?? element.attribs['data-timestamp'] ?? element.attribs['data-published'];
  const date = stated ? readDate(stated, timeZone) : null;
  if (date) return { at: date.instant, clock: null };
  return { at: null, clock: clockOf(runs[0]?.text ?? '') };
}

function clockOf(text: string): number | null {
  const match = leadingTime.exec(text);
  if (!match) return null;
  const hour = match[3] ? (Number(match[1]) % 12) + (/^p/i.test(match[3]) ? 12 : 0) : Number(match[1]);
  return hour < 24 && Number(match[2]) < 60 ? hour * 60 + Number(match[2]) : null;
}

const dayInMinutes = 1_440;

/** Minutes from one clock time to another by the shorter way round, so that midnight is no step back. */
const stepOf = (from: number, to: number): number =>
  ((to - from + dayInMinutes * 1.5) % dayInMinutes) - dayInMinutes / 2;

/** Gives each clock time its day: posts follow each other, upwards or downwards, and midnight may lie between. */
function onTheirDays(posts: (TimedPost & LivePost)[], { start, timeZone }: Day): LivePost[] {
  const first = start === null ? null : Temporal.Instant.from(start).toZonedDateTimeISO(timeZone).toPlainDate();
  const clocks = posts.map((post) => post.clock).filter((clock) => clock !== null);
  const steps = clocks.slice(1).map((clock, index) => Math.sign(stepOf(clocks[index]!, clock)));
  const isNewestFirst = steps.reduce((sum, step) => sum + step, 0) < 0;
  const ordered = isNewestFirst ? [...posts].reverse() : posts;
  let days = 0;
  let before = -1;
  const dated = ordered.map(({ at, clock, paragraphs }): LivePost => {
    if (clock === null || first === null) return { at, paragraphs };
    // Half a day back is another day; less is a correction out of order.
    if (clock < before - 720) days += 1;
    before = clock;
    const time = first.add({ days }).toPlainDateTime({ hour: Math.floor(clock / 60), minute: clock % 60 });
    return { at: new Date(time.toZonedDateTime(timeZone).epochMilliseconds).toISOString(), paragraphs };
  });
  return isNewestFirst ? dated.reverse() : dated;
}

/** The posts that a `LiveBlogPosting` lists, for pages that draw theirs by script. */
export function statedPosts(article: JsonLdObject | null, timeZone: string): LivePost[] {
  const updates = [article?.liveBlogUpdate]
    .flat()
    .filter((update): update is JsonLdObject => typeof update === 'object' && update !== null);
  return updates.slice(0, 500).map((update) => ({
    at: readDate(nameOf(update.datePublished) ?? '', timeZone)?.instant ?? null,
    paragraphs: [nameOf(update.headline), nameOf(update.articleBody)].filter((text) => text !== null),
  }));
}

export const isLiveBlog = (article: JsonLdObject | null, bodyClass: string): boolean =>
  (article !== null && typesOf(article).includes('LiveBlogPosting')) || /\blive-?blog\b/i.test(bodyClass);
