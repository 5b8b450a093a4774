import type { Publisher } from './publisher.ts';

export const independent: Publisher = {
  hosts: ['independent.co.uk'],
  layouts: [
    {
      until: '2020-06-30',
      body: '.text-wrapper, .body-content',
      drop: '.inline-gallery-btn, .relatedlinkslist, .dnr-ad-slot, .inline-pipes-list, .syndication-btn, .type-gallery',
      byline: '.meta .author-name, .author [itemprop="name"]',
    },
    {
      from: '2020-07-01',
      body: '#main',
      drop: '.related, .newsletter-component, [data-ad-unit-path]',
      byline: '[rel="author"]',
    },
  ],
};
