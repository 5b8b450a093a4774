import type { Publisher } from './publisher.ts';

export const bbc: Publisher = {
  hosts: ['bbc.co.uk', 'bbc.com'],
  layouts: [
    {
      until: '2020-12-31',
      body: '.story-body__inner',
      drop: '.story-body__link, .off-screen, .story-image-copyright, .media-with-caption, .bbc-news-vj-wrapper, .with-extracted-share-icons',
      byline: '.byline__name',
    },
    {
      from: '2020-06-01',
      body: '[data-component="text-block"], [data-component="subheadline-block"], [data-component="unordered-list-block"]',
      byline: '[data-testid="byline-new-contributors"], [data-component="byline-block"]',
    },
  ],
};
