import { describe, expect, it } from 'vitest';
import { addressKey, readChannels } from '../../shared/report/channels.ts';
import { claimLapsesAfterMs, type Delivery, type DeliveryStep, nextStep } from '../../shared/report/delivery.ts';
import { digestInstant, dueDay } from '../../shared/report/digest-schedule.ts';
import { stages } from '../../shared/stages.ts';

const now = Date.parse('2020-03-10T07:00:00Z');
const ago = (milliseconds: number) => new Date(now - milliseconds).toISOString();
const standing = (changes: Partial<Delivery>): Delivery => ({
  state: 'sent',
  claimedAt: ago(60_000),
  attempts: 1,
  ...changes,
});

describe('the next step of a delivery', () => {
  it.each<[string, Delivery | undefined, number | undefined, DeliveryStep]>([
    ['nothing stands: post', undefined, undefined, 'post'],
    ['sent: leave', standing({}), undefined, 'leave'],
    ['kept without a webhook: leave', standing({ state: 'kept' }), undefined, 'leave'],
    ['nobody knows whether it arrived: leave', standing({ state: 'unconfirmed' }), undefined, 'leave'],
    ['another run is posting: leave', standing({ state: 'posting' }), undefined, 'leave'],
    [
      'that run is dead: lost',
      standing({ state: 'posting', claimedAt: ago(claimLapsesAfterMs + 1) }),
      undefined,
      'lost',
    ],
    ['Slack was down: post', standing({ state: 'waiting' }), undefined, 'post'],
    [
      'Slack asked for more patience: leave',
      standing({ state: 'waiting', notBefore: ago(-60_000) }),
      undefined,
      'leave',
    ],
    ['refused by this address: say so', standing({ state: 'refused', refusedBy: 'here' }), undefined, 'still-refused'],
    ['refused by an older address: post', standing({ state: 'refused', refusedBy: 'old' }), undefined, 'post'],
    ['sent within the cool-down: leave', standing({}), 60_001, 'leave'],
    ['sent before the cool-down: post', standing({}), 60_000, 'post'],
  ])('%s', (_, row, coolDownMs, expected) =>
    expect(nextStep(row, { now, address: 'here', coolDownMs })).toBe(expected),
  );

  it('a claim outlives every function, so that no claim lapses under a run that lives', () => {
    for (const { timeoutSeconds, secrets } of stages)
      if (secrets) expect(claimLapsesAfterMs).toBeGreaterThan(timeoutSeconds * 1_000);
  });
});

describe('the channels of a webhook setting', () => {
  it.each<[string, string, { name: string; address: string }[]]>([
    ['nothing', '', []],
    ["a new stack's random word", 'Xy7"k!_,2 q', []],
    ['one address', ' https://hooks.example/a\n', [{ name: 'slack', address: 'https://hooks.example/a' }]],
    [
      'one a line',
      'press https://hooks.example/a\nboard https://hooks.example/b',
      [
        { name: 'press', address: 'https://hooks.example/a' },
        { name: 'board', address: 'https://hooks.example/b' },
      ],
    ],
  ])('%s', (_, setting, expected) => expect(readChannels(setting)).toEqual(expected));

  it.each([
    ['a wrong scheme', 'htps://hooks.example/secret', /Line 1/],
    ['a name that stands twice', 'a https://h.example/secret\na https://i.example/secret', /"a" stands twice/],
    ['two addresses on a line', 'https://h.example/secret https://i.example/secret', /Line 1/],
  ])('%s is refused without telling the address', (_, setting, message) => {
    expect(() => readChannels(setting)).toThrow(message);
    expect(() => readChannels(setting)).not.toThrow(/secret/);
  });

  it('addresses are told apart by a key that tells nothing else', () => {
    expect(addressKey('https://hooks.example/a')).not.toBe(addressKey('https://hooks.example/b'));
    expect(addressKey('https://hooks.example/a')).toMatch(/^[0-9a-f]{12}$/);
  });
});

describe('seven in the morning, by the wall clock', () => {
  const seven = { hour: 7, minute: 0 };
  it.each([
    ['winter', '2016-02-12T06:59:59Z', 'Europe/London', null],
    ['winter', '2016-02-12T07:00:00Z', 'Europe/London', '2016-02-11'],
    ['the night the clocks go forward', '2016-03-27T05:59:59Z', 'Europe/London', null],
    ['the night the clocks go forward', '2016-03-27T06:00:00Z', 'Europe/London', '2016-03-26'],
    ['the morning after', '2016-03-28T06:00:00Z', 'Europe/London', '2016-03-27'],
    ['the night the clocks go back', '2016-10-30T06:59:59Z', 'Europe/London', null],
    ['the night the clocks go back', '2016-10-30T07:00:00Z', 'Europe/London', '2016-10-29'],
    ['late in the evening', '2016-02-12T23:59:00Z', 'Europe/London', '2016-02-11'],
    ['another zone', '2016-02-12T11:59:00Z', 'America/New_York', null],
    ['another zone', '2016-02-12T12:00:00Z', 'America/New_York', '2016-02-11'],
    ['a zone off the hour', '2016-02-12T01:15:00Z', 'Asia/Kathmandu', '2016-02-11'],
  ])('%s: at %s in %s the digest due is that of %s', (_, instant, zone, expected) =>
    expect(dueDay(Date.parse(instant), zone, seven)).toBe(expected),
  );

  it.each([
    ['2016-03-26', '2016-03-27T06:00:00.000Z'],
    ['2016-10-29', '2016-10-30T07:00:00.000Z'],
  ])('the digest of %s goes out at %s', (day, expected) =>
    expect(digestInstant(day, 'Europe/London', seven)).toBe(expected),
  );
});
