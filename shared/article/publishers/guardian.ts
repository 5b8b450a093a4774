import type { Publisher } from './publisher.ts';

export const guardian: Publisher = {
  hosts: ['theguardian.com'],
  layouts: [
    {
      until: '2020-12-31',
      body: '.content__article-body',
      drop: '.element-rich-link, .rich-link, .submeta, .after-article, .ad-slot, .block-share, .element-membership',
      byline: '.byline [rel="author"]',
    },
    {
      from: '2020-01-01',
      body: '.article-body-commercial-selector, .article-body-viewer-selector',
      drop: '[data-spacefinder-role="richLink"], gu-island, [data-print-layout="hide"]',
      byline: '[data-link-name="byline"] [rel="author"], [rel="author"]',
    },
  ],
};
