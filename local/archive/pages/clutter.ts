import { escapeMarkup } from '../escape-markup.ts';
import type { PageView } from './page-view.ts';

/** What surrounds an article on a newspaper's page and must not be read as part of it. */

/** The bar of sections at the top. */
export function nav({ outlet, home }: PageView): string {
  const items = Object.entries(outlet.sections).map(([path, name]) => `<li><a href="${home}${path}">${name}</a></li>`);
  return `<nav class="site-nav" role="navigation"><ul><li><a href="${home}">Home</a></li>${items.join('')}<li><a href="${home}subscribe">Subscribe</a></li></ul></nav>`;
}

/** The notice about cookies. */
export function cookieNotice({ outlet }: PageView): string {
  return `<div id="cookie-notice" class="cookie-banner"><p>${escapeMarkup(outlet.name)} uses cookies to give you the best experience. By continuing to use this site you agree to our use of cookies.</p><button type="button">OK, I agree</button></div>`;
}

/** Buttons for sharing. */
export function shareBar({ url }: PageView): string {
  const link = encodeURIComponent(url);
  return `<ul class="share-bar"><li><a href="https://social.example/share?u=${link}">Share</a></li><li><a href="https://birdsite.example/post?u=${link}">Tweet</a></li><li><a href="mailto:?body=${link}">Email</a></li><li><a href="#comments">Comments</a></li></ul>`;
}

/** A picture with its caption and credit. */
export function figure({ story, home }: PageView): string {
  return `<figure class="lead-image"><img src="${home}images/${story.id}.jpg" alt=""><figcaption>Picture posed by models. <span class="credit">Photograph: Invented Images</span></figcaption></figure>`;
}

/** Headlines of the outlet's other stories. */
export function related({ related: stories }: PageView, heading: string): string {
  if (stories.length === 0) return '';
  const items = stories.map(({ title, url }) => `<li><a href="${url}">${escapeMarkup(title)}</a></li>`);
  return `<aside class="related-stories"><h3>${heading}</h3><ul>${items.join('')}</ul></aside>`;
}

/** The plea for an e-mail address. */
export function newsletter({ outlet }: PageView): string {
  return `<section class="newsletter-promo"><h4>Sign up to our daily briefing</h4><p>The stories that matter from ${escapeMarkup(outlet.name)}, in your inbox every morning. You can unsubscribe at any time.</p><form action="/newsletter" method="post"><input type="email" name="email" placeholder="Your email address"><button>Sign up</button></form></section>`;
}

/** Lines about the writer at the foot. */
export function authorBio({ story, outlet }: PageView): string {
  if (!story.byline) return '';
  return `<div class="author-bio"><p><b>${escapeMarkup(story.byline)}</b> writes for ${escapeMarkup(outlet.name)}. Follow for updates or send a tip in confidence.</p></div>`;
}

/** The comments box. */
export function comments(): string {
  return '<section id="comments" class="comments"><h3>Comments</h3><p>Comments on this article are now closed. Please read our community rules.</p></section>';
}

/** The page's foot, which says that all of it is invented. */
export function footer({ outlet }: PageView): string {
  return `<footer class="site-footer"><p>Invented for testing Picketline. ${escapeMarkup(outlet.name)} is a fictional outlet.</p><p><a href="/about">About us</a> | <a href="/terms">Terms</a> | <a href="/privacy">Privacy policy</a> | <a href="/contact">Contact</a></p></footer>`;
}
