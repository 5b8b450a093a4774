import type { Codebook } from '../../shared/codebook/codebook.ts';
import { type Chance, chanceOf } from '../../test/faults/random.ts';

/** An article made up for measuring. */
export interface SyntheticArticle {
  path: string;
  title: string;
  outlet: string;
  paragraphs: string[];
}

const outlets = 40;
const paragraphs = 9;
const sentencesEach = 3;
/** Actors of one article, as in the sample archive. */
const castSize = 5;
/** Words that no dispute owns; three of them in a row seldom meet again, so that no two articles are near-duplicates. */
const fillers =
  `harbour morning council window ledger bridge orchard station winter market engine gallery river village signal
  timber lantern meadow copper railway canvas kettle hammer garden ladder basket saddle mirror button pocket velvet
  barrel bottle candle carpet cotton dinner feather ginger island jacket kitchen lemon marble needle onion paper`.split(
    /\s+/,
  );

/**
 * Articles of invented words about a codebook's actors and issues, the same for the same seed. `share` of them are about
 * the dispute; the others name nobody.
 */
export function* syntheticArticles(codebook: Codebook, number: number, share: number): Generator<SyntheticArticle> {
  const chance = chanceOf(20_260_101);
  for (let index = 0; index < number; index += 1) {
    const isAbout = chance.hits(share);
    const cast = Array.from({ length: castSize }, () => chance.pick(codebook.actors));
    const sentence = isAbout ? () => aboutDispute(codebook, cast, chance) : () => aboutNothing(chance);
    yield {
      path: `/${index}/${words(chance, 6).replaceAll(' ', '-')}`,
      title: isAbout ? `${chance.pick(codebook.relevance.terms)}: ${words(chance, 4)}` : words(chance, 6),
      outlet: `Outlet ${chance.below(outlets)}`,
      paragraphs: Array.from({ length: paragraphs }, () => Array.from({ length: sentencesEach }, sentence).join(' ')),
    };
  }
}

const words = (chance: Chance, count: number) => Array.from({ length: count }, () => chance.pick(fillers)).join(' ');

function aboutNothing(chance: Chance): string {
  return `The ${words(chance, 3)} near the ${words(chance, 2)} was seen by ${1 + chance.below(900)} people on the ${words(chance, 3)}.`;
}

/** One sentence in three names an actor, one in six lets it speak on an issue. */
function aboutDispute({ issues, relevance }: Codebook, cast: Codebook['actors'], chance: Chance): string {
  if (chance.hits(0.6)) return aboutNothing(chance);
  const { name } = chance.pick(cast);
  if (chance.hits(0.5))
    return `${name} was at the ${words(chance, 3)}, where ${chance.pick(relevance.terms)} met the ${words(chance, 2)}.`;
  const { terms } = chance.pick(issues);
  const view = chance.pick(['welcomed', 'rejected', 'condemned', 'defended']);
  return `${name} ${view} the ${chance.pick(terms)} and said the ${words(chance, 2)} would be ${chance.pick(['fair', 'unsafe', 'dangerous', 'welcome'])}.`;
}

/** The article as its outlet's page. */
export const pageOf = ({ title, paragraphs: texts }: SyntheticArticle, published: string): string =>
  `<!doctype html><html lang="en-GB"><head><title>${title}</title><meta property="og:type" content="article">
<meta property="article:published_time" content="${published}"><meta property="article:section" content="Politics">
<meta name="author" content="Harriet Lantern"></head><body><nav><a href="/">Home</a></nav><main><article><h1>${title}</h1>
${texts.map((text) => `<p>${text}</p>`).join('\n')}</article></main></body></html>`;
