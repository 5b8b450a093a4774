import type { Actor, Codebook } from './codebook.ts';
import type { Problem } from './problem.ts';

/** What the schema can't say: references, holders of one office, names that mean two actors. Empty when all is well. */
export function checkCodebook(codebook: Codebook): Problem[] {
  return [
    ...repeatedIds('actors', codebook.actors),
    ...repeatedIds('issues', codebook.issues),
    ...unknownWholes(codebook.actors),
    ...sharedNames(codebook.actors),
    ...overlappingHolders(codebook.actors),
    ...badPeriod(codebook),
    ...badTimeZone(codebook.timeZone),
    ...repeatedFeeds(codebook),
  ];
}

function repeatedIds(list: 'actors' | 'issues', items: { id: string }[]): Problem[] {
  const first = new Map<string, number>();
  return items.flatMap(({ id }, index) => {
    if (!first.has(id)) {
      first.set(id, index);
      return [];
    }
    return [
      {
        path: [list, index, 'id'],
        message: `The id "${id}" stands twice in ${list}.`,
        remedy: 'Give each its own id.',
      },
    ];
  });
}

function unknownWholes(actors: Actor[]): Problem[] {
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  return actors.flatMap((actor, index) => {
    if (actor.partOf === null) return [];
    const path = ['actors', index, 'partOf'];
    if (!byId.has(actor.partOf)) {
      const remedy = `Use the id of an actor of this file (${[...byId.keys()].slice(0, 8).join(', ')} ...) or null.`;
      return [{ path, message: `"${actor.id}" is part of "${actor.partOf}", which is no actor.`, remedy }];
    }
    return isPartOfItself(actor, byId)
      ? [{ path, message: `"${actor.id}" ends up being part of itself.`, remedy: 'Break the circle.' }]
      : [];
  });
}

function isPartOfItself(actor: Actor, byId: Map<string, Actor>): boolean {
  const seen = new Set<string>();
  for (let whole = actor.partOf; whole !== null && !seen.has(whole); whole = byId.get(whole)?.partOf ?? null) {
    if (whole === actor.id) return true;
    seen.add(whole);
  }
  return false;
}

/** Case and a leading article don't make another name. */
const normalName = (name: string) => name.toLowerCase().replace(/^the /, '').replace(/\s+/g, ' ');

function sharedNames(actors: Actor[]): Problem[] {
  const owner = new Map<string, string>();
  return actors.flatMap((actor, index) =>
    [actor.name, ...actor.aliases].flatMap((name, position) => {
      const key = normalName(name);
      const other = owner.get(key);
      if (other === undefined || other === actor.id) {
        owner.set(key, actor.id);
        return [];
      }
      return [
        {
          path: position === 0 ? ['actors', index, 'name'] : ['actors', index, 'aliases', position - 1],
          message: `"${name}" is a name of both "${other}" and "${actor.id}".`,
          remedy: 'Keep it with one of them, or make it a descriptor of each.',
        },
      ];
    }),
  );
}

interface Holding {
  path: (string | number)[];
  actor: string;
  title: string;
  from: string;
  to: string;
}

function overlappingHolders(actors: Actor[]): Problem[] {
  const byTitle = new Map<string, Holding[]>();
  for (const holding of actors.flatMap(holdings)) {
    const key = normalName(holding.title);
    byTitle.set(key, [...(byTitle.get(key) ?? []), holding]);
  }
  return [...byTitle.values()].flatMap((held) =>
    held.flatMap((later, index) => {
      const earlier = held.slice(0, index).find((other) => other.actor !== later.actor && overlap(other, later));
      if (!earlier) return [];
      const message = `"${later.title}" is held by "${earlier.actor}" and "${later.actor}" at once (${laterOf(earlier.from, later.from)} to ${earlierOf(earlier.to, later.to)}).`;
      return [{ path: later.path, message, remedy: 'Let one term end (to) where the next begins (from).' }];
    }),
  );
}

const holdings = (actor: Actor, index: number): Holding[] =>
  actor.roles.flatMap((role, position) =>
    [role.title, ...role.aliases].map((title) => ({
      path: ['actors', index, 'roles', position],
      actor: actor.id,
      title,
      from: role.from ?? '0000-01-01',
      to: role.to ?? '9999-12-31',
    })),
  );

const overlap = (a: Holding, b: Holding) => a.from < b.to && b.from < a.to;
const laterOf = (a: string, b: string) => (a > b ? a : b);
const earlierOf = (a: string, b: string) => (a < b ? a : b);

function badPeriod({ period }: Codebook): Problem[] {
  return period.to !== null && period.to < period.from
    ? [
        {
          path: ['period', 'to'],
          message: `The period ends (${period.to}) before it begins (${period.from}).`,
          remedy: 'Swap the dates.',
        },
      ]
    : [];
}

function badTimeZone(timeZone: string): Problem[] {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return [];
  } catch {
    return [
      {
        path: ['timeZone'],
        message: `"${timeZone}" is no time zone.`,
        remedy: 'Use an IANA name such as Europe/London.',
      },
    ];
  }
}

function repeatedFeeds({ feeds }: Codebook): Problem[] {
  return feeds.flatMap(({ url }, index) =>
    feeds.findIndex((feed) => feed.url === url) < index
      ? [{ path: ['feeds', index, 'url'], message: `The feed ${url} stands twice.`, remedy: 'Remove one.' }]
      : [],
  );
}
