import type { Publisher } from './publisher.ts';

export const itv: Publisher = {
  hosts: ['itv.com'],
  layouts: [
    {
      until: '2019-12-31',
      body: '.article__body, .update__body',
      drop: '.update__meta, .update__share, .update__related',
    },
    {
      from: '2020-01-01',
      body: '[data-testid="article-body"], .article-body',
      drop: '[data-testid="related-content"]',
    },
  ],
};
