import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalUrl } from '../../shared/article/canonical-url.ts';

const story = 'https://courier.example/health/strike-off';

describe('one address for one article', () => {
  test.each([
    'http://courier.example/health/strike-off',
    'https://www.courier.example/health/strike-off/',
    'https://m.courier.example/health/strike-off',
    'https://www.mobile.courier.example/health/strike-off',
    'https://amp.courier.example/health/strike-off',
    'https://COURIER.example:443/health/strike-off#comments',
    'http://courier.example:80//health//strike-off',
    'https://courier.example/health/strike-off?utm_source=rss&utm_medium=feed',
    'https://courier.example/health/strike-off?at_medium=RSS&at_campaign=KARANGA',
    'https://courier.example/health/strike-off?CMP=share_btn_tw&fbclid=abc&ITO=1490',
    'https://courier.example/health/strike-off/amp/',
    'https://courier.example/amp/health/strike-off',
    'https://courier.example/health/strike-off.amp',
    'https://courier.example/health/strike-off?amp',
    'https://courier.example/health/strike-off?outputType=amp',
    'https://courier.example/health/strike-off/index.html',
    'https://courier.example/health/%73trike-off',
    'https://www.google.com/amp/s/www.courier.example/health/strike-off',
    'https://courier-example.cdn.ampproject.org/c/s/courier.example/health/strike-off',
  ])('%s', (address) => expect(canonicalUrl(address)).toBe(story));

  test.each<[string, string]>([
    ['https://courier.example/?p=12&utm_source=x', 'https://courier.example/?p=12'],
    ['https://courier.example/a?b=2&a=1', 'https://courier.example/a?a=1&b=2'],
    ['https://courier.example', 'https://courier.example/'],
    ['https://courier.example/a?print=1', 'https://courier.example/a'],
    ['https://courier.example:8443/a', 'https://courier.example:8443/a'],
    ['https://courier.example/A%c3%a9', 'https://courier.example/A%C3%A9'],
    ['https://m.example/a', 'https://m.example/a'],
    ['https://courier.example/champ/amplifier', 'https://courier.example/champ/amplifier'],
    ['https://bücher.example/a', 'https://xn--bcher-kva.example/a'],
  ])('%s', (address, expected) => expect(canonicalUrl(address)).toBe(expected));

  test('different stories stay different', () => {
    const addresses = [
      'https://courier.example/a',
      'https://courier.example/b',
      'https://courier.example/a?id=1',
      'https://courier.example/a?id=2',
      'https://news.courier.example/a',
      'https://courier.example/A',
    ];
    expect(new Set(addresses.map(canonicalUrl)).size).toBe(addresses.length);
  });

  test('applying it twice changes nothing', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withQueryParameters: true, withFragments: true }),
        fc.constantFrom('', '/amp', '?amp', '/index.html', '//', '/amp/amp/'),
        (address, end) => {
          if (!URL.canParse(address + end)) return;
          const once = canonicalUrl(address + end);
          expect(canonicalUrl(once)).toBe(once);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
