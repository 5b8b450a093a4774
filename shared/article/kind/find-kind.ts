import type { ArticleKind } from '../article.ts';
import { metaOf, type PageFacts } from '../metadata/page-facts.ts';
import { typesOf } from '../metadata/parse-json-ld.ts';

/** Characters below which a page with a film, pictures or a wall is that and no article. */
const shortText = 700;
const shortWithWall = 1_200;
const galleryImages = 5;

interface Signs {
  chars: number;
  paywalled: boolean;
  /** The page says it is a live blog, and has posts. */
  live: boolean;
  images: number;
}

/** What kind of page it is: what it says of itself counts where the amount of text agrees. */
export function findKind(facts: PageFacts, { chars, paywalled, live, images }: Signs): ArticleKind {
  if (live) return 'live-blog';
  if (paywalled && chars < shortWithWall) return 'stub';
  if (chars < shortText && isVideo(facts)) return 'video';
  if (chars < shortText && isGallery(facts, images)) return 'gallery';
  return chars > 0 ? 'article' : 'stub';
}

function isVideo(facts: PageFacts): boolean {
  return (
    /^video/i.test(metaOf(facts, 'og:type') ?? '') ||
    facts.videos.length > 0 ||
    facts.jsonLd.some((object) => typesOf(object).includes('VideoObject'))
  );
}

function isGallery(facts: PageFacts, images: number): boolean {
  const says =
    /gallery/i.test(metaOf(facts, 'og:type') ?? '') ||
    /\b(?:photo-?)?gallery\b/i.test(facts.bodyClass) ||
    facts.jsonLd.some((object) =>
      typesOf(object).some((type) => /^(?:ImageGallery|MediaGallery|CollectionPage)$/.test(type)),
    );
  return says || images >= galleryImages;
}
