import type { RichTextBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestDocument } from '../../shared/report/digest-document.ts';
import type { DigestReport } from '../../shared/report/digest-report.ts';
import { htmlPage } from '../../shared/report/html.ts';
import { plainText } from '../../shared/report/plain-text.ts';
import { slackLimits, slackMessage } from '../../shared/report/slack-message.ts';

const hostile = [
  '<!channel> & <https://evil.example|click>',
  '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>',
  '*bold* _it_ `code` ```block``` @here #general',
  'javascript:alert(1)',
  `${'H'.repeat(10_000)}`,
  '😀'.repeat(4_000),
  '&'.repeat(5_000),
  'line\nbreak\u0000\u2028',
];

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom(...hostile));
const url = fc.oneof(fc.webUrl(), fc.constantFrom('javascript:alert(1)', 'https://a.example/"><script>', 'x'), text);
const many = <T>(arbitrary: fc.Arbitrary<T>) => fc.array(arbitrary, { maxLength: 70 });
const tone = fc.option(fc.double({ min: -1, max: 1, noNaN: true }));
const printed = { sentence: text, outlet: text, url };

/** Any report at all, far beyond what a morning brings. */
const reports: fc.Arbitrary<DigestReport> = fc.record({
  title: text,
  day: fc.constant('2016-02-11'),
  counts: fc.record({ copies: fc.nat(), texts: fc.nat(), outlets: fc.nat() }),
  usual: fc.option(fc.record({ copies: fc.nat(), weeks: fc.nat() })),
  isFirst: fc.boolean(),
  actors: many(
    fc.record({
      name: text,
      copies: fc.nat(),
      outletTone: tone,
      tone,
      spark: fc.array(tone, { minLength: 14, maxLength: 14 }),
    }),
  ),
  mover: fc.option(
    fc.record({
      name: text,
      what: fc.constantFrom('tone', 'articles'),
      value: fc.double({ min: -1, max: 1, noNaN: true }),
      usual: fc.double({ min: -1, max: 1, noNaN: true }),
      days: fc.nat(),
      sentences: many(fc.record(printed)),
    }),
  ),
  stances: many(
    fc.record({
      ...printed,
      actor: text,
      proposition: text,
      stance: fc.constantFrom('for', 'against', 'neutral'),
      change: fc.constantFrom('new', 'changed'),
    }),
  ),
  firsts: many(fc.record({ ...printed, actor: text })),
  outlets: many(fc.record({ outlet: text, copies: fc.nat() })),
  late: many(fc.record({ title: text, outlet: text, url, day: fc.constant('2016-02-10') })),
  feeds: fc.record({
    wasPolled: fc.boolean(),
    heard: fc.nat(),
    expected: fc.nat(),
    missing: many(text),
    silent: many(text),
  }),
  unfinished: fc.nat(),
  undelivered: many(text),
  link: fc.option(url),
});

const richTexts = (report: DigestReport) =>
  slackMessage(digestDocument(report)).blocks.filter((block) => block.type === 'rich_text') as RichTextBlock[];

/** Every text element of a rich text block. */
const elementsOf = (block: RichTextBlock) =>
  block.elements.flatMap((part) =>
    part.type === 'rich_text_section' || part.type === 'rich_text_quote' ? part.elements : [],
  );

describe('the Slack message, whatever the report holds', () => {
  it('stays inside the limits on blocks, headers and texts', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const { text: fallback, blocks } = slackMessage(digestDocument(report));
        expect(blocks.length).toBeLessThanOrEqual(slackLimits.blocks);
        expect(fallback.length).toBeLessThanOrEqual(slackLimits.fallback);
        expect(fallback.length).toBeGreaterThan(0);
        for (const block of blocks) {
          if (block.type === 'header') expect(block.text.text.length).toBeLessThanOrEqual(slackLimits.header);
        }
        for (const block of richTexts(report)) {
          const elements = elementsOf(block);
          const size = elements.reduce((sum, each) => sum + ('text' in each ? (each.text?.length ?? 0) : 0), 0);
          expect(size).toBeLessThanOrEqual(slackLimits.text);
          expect(block.elements.length).toBeGreaterThan(0);
          for (const part of block.elements)
            expect((part as { elements: unknown[] }).elements.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('holds literal text and links to the web only: no mention, no broadcast, no markup field', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const message = slackMessage(digestDocument(report));
        expect(message.text).not.toMatch(/<|>|&(?!(amp|lt|gt);)/);
        for (const element of richTexts(report).flatMap(elementsOf)) {
          expect(['text', 'link']).toContain(element.type);
          if (element.type === 'link') expect(element.url).toMatch(/^https?:\/\//);
        }
        expect(JSON.stringify(message)).not.toContain('"mrkdwn"');
      }),
      { numRuns: 25 },
    );
  });

  it('always says how the feeds did', () => {
    fc.assert(
      fc.property(reports, (report) => {
        expect(JSON.stringify(richTexts(report).at(-1))).toContain('feeds heard');
        expect(plainText(digestDocument(report))).toContain('feeds heard');
        expect(htmlPage(digestDocument(report))).toContain('feeds heard');
      }),
      { numRuns: 15 },
    );
  });
});

describe('the HTML page, whatever the report holds', () => {
  it('has no tag, attribute or address that the report brought', () => {
    fc.assert(
      fc.property(reports, (report) => {
        const tags = htmlPage(digestDocument(report)).match(/<[^>]*>/g) ?? [];
        for (const tag of tags) {
          expect(tag).toMatch(
            /^<(\/?(html|head|title|body|table|tr|td|h1|h2|p|strong|code|a|blockquote|hr|meta)|!doctype)( [a-z-]+="[^"<]*"| lang="en"| html)*>$/,
          );
          for (const [, target] of tag.matchAll(/href="([^"]*)"/g)) expect(target).toMatch(/^https?:\/\//);
        }
      }),
      { numRuns: 25 },
    );
  });
});
