import { escapeMarkup } from '../escape-markup.ts';
import type { PageView } from './page-view.ts';

/** The story's text as HTML paragraphs, or what stands there where a page has none for us. */
export function body(view: PageView, middle = ''): string {
  const { story } = view;
  if (story.kind === 'video') return player(view);
  const paragraphs = story.paragraphs.map((text) => `<p>${escapeMarkup(text)}</p>`);
  // Outlets break the text with a promo: an extractor must step over it.
  const half = Math.ceil(paragraphs.length / 2);
  const text = [...paragraphs.slice(0, half), middle, ...paragraphs.slice(half)]
    .filter((part) => part !== '')
    .join('\n');
  return story.kind === 'stub' ? `${text}\n${paywall(view)}` : text;
}

/** The wall after the first lines of a story for subscribers. */
function paywall({ outlet, home }: PageView): string {
  return `<div class="paywall"><h3>To continue reading, subscribe to ${escapeMarkup(outlet.name)}</h3><p>Already a subscriber? <a href="${home}login">Log in</a>. Unlimited access from £1 a week for the first four weeks.</p></div>`;
}

/** A page that is a film and nothing else. */
function player({ story, home }: PageView): string {
  return `<div class="video-player" data-clip="${story.id}"><video src="${home}video/${story.id}.mp4" controls></video><noscript>Media playback is unsupported on your device</noscript></div>`;
}
