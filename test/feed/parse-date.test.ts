import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDate } from '../../shared/feed/parse-date.ts';

const noon = '2016-02-10T12:00:00.000Z';
const midnight = '2016-02-10T00:00:00.000Z';

describe('dates', () => {
  test.each<[string, string]>([
    // RFC 822 and what became of it
    ['Wed, 10 Feb 2016 12:00:00 GMT', noon],
    ['10 Feb 16 12:00 UT', noon],
    ['Wed,10 Feb 2016 13:00:00 +0100', noon],
    ['Wednesday, 10-Feb-16 12:00:00 Z', noon],
    ['Wed, 10 Feb 2016 07:00:00 EST', noon],
    ['Wed, 10 Feb 2016 12:00:00 XYZ', noon],
    ['Wed, 10 Feb 2016 12:00:00 GMT+00:00', noon],
    ['Wed, 10 Feb 2016 11:59:60 GMT', noon],
    ['Thu, 10 Mar 2016 13:00:00 CET', '2016-03-10T12:00:00.000Z'],
    ['Fri, 10 Jun 2016 13:00:00 BST', '2016-06-10T12:00:00.000Z'],
    ['Fri, 10 Jun 2016 13:00:00 Europe/London', '2016-06-10T12:00:00.000Z'],
    ['Wed, 10 Feb 2016 24:00:00 GMT', '2016-02-11T00:00:00.000Z'],
    ['Wed, 10 Feb 2016', midnight],
    // ISO 8601
    ['2016-02-10T12:00:00Z', noon],
    ['2016-02-10T12:00:00.123456+00:00', noon],
    ['2016-02-10T13:00+01:00', noon],
    ['2016-02-10 12:00:00', noon],
    ['20160210T120000Z', noon],
    ['2016-02-10', midnight],
    ['20160210', midnight],
    ['2016-041', midnight],
    ['2016-02', '2016-02-01T00:00:00.000Z'],
    ['16-02-10', midnight],
    // As people write it
    ['Wed Feb 10 12:00:00 2016', noon],
    ['Wed Feb 10 2016 12:00:00 GMT+0000 (Coordinated Universal Time)', noon],
    ['February 10, 2016, 12:00 p.m.', noon],
    ['Feb 10 2016 at 12:00', noon],
    ['10th February 2016 12:00', noon],
    ['10/02/2016 12:00', noon],
    ['02/13/2016', '2016-02-13T00:00:00.000Z'],
    ['10.02.2016, 12:00 Uhr', noon],
    ['mer., 10 févr. 2016 13:00:00 +0100', noon],
    ['Mi, 10 Feb 2016 13:00:00 +0100', noon],
    ['10 de febrero de 2016', midnight],
    ['Τετ, 10 Φεβ 2016 12:00:00 GMT', noon],
    ['2016년 2월 10일 21:00:00', noon],
    ['1455105600', noon],
  ])('%s', (text, instant) => expect(parseDate(text)).toBe(instant));

  test.each([
    '',
    'now',
    'yesterday',
    'Wed',
    '12',
    '2016-02-30',
    '2016-13-01',
    'Thu, 31 Jun 2016 12:00:00 GMT',
    '2016-02-10T25:00:00Z',
    '2016-02-10T12:61:00Z',
    '2016-02-10-01',
    'Wed, 10 Feb 2016 12:00:00 +00:zz',
    '0000-00-00 00:00:00',
    'Wed, 10 Feb 2016 1:2:3:4 GMT',
    'posted by admin on 10 Feb',
  ])('"%s" is no date', (text) => expect(parseDate(text)).toBeNull());

  test('whatever is written, it is an instant or null, and an instant reads as itself', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const date = parseDate(text);
        expect(date === null || parseDate(date) === date).toBe(true);
      }),
    );
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1995-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          const seconds = new Date(Math.floor(date.getTime() / 1_000) * 1_000);
          expect(parseDate(seconds.toUTCString())).toBe(seconds.toISOString());
          expect(parseDate(seconds.toISOString())).toBe(seconds.toISOString());
        },
      ),
    );
  });
});
