import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { auditState, keepCode } from '../../functions/query/audits.ts';
import { readCodebook } from '../../local/read-codebook.ts';
import { openReplay, type Replay } from '../../local/replay-archive.ts';
import type { Served } from '../../local/serve.ts';
import { servePage } from '../../local/serve-page.ts';
import type { AuditCode } from '../../shared/reliability/audit-code.ts';
import { toArray } from '../../shared/store/to-array.ts';
import { hasBrowser, launchBrowser } from './browser.ts';

const root = join(import.meta.dirname, '..', '..');
/** Screenshots for people to look at; git ignores the folder. */
const pictures = join(root, '.picketline', 'screenshots');
/** A part of the sample archive: the second strike, the decision to impose, and a day with a dead feed. */
const period = { from: '2016-02-08', to: '2016-02-16' };
const strikeWeek = `from=${period.from}&to=${period.to}`;

/** Long enough for a busy machine, short enough to fail before the test's own limit. */
const waitInMilliseconds = 12_000;

let folder: string;
let replay: Replay;
let served: Served;
let browser: Browser;
let context: BrowserContext;
/** What the page itself complained of: nothing may. */
let complaints: string[] = [];

describe.skipIf(!hasBrowser())('the page in Chromium', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'picketline-page-'));
    const codebook = await readCodebook(join(root, 'codebooks', 'junior-doctors-2016.yaml'));
    replay = await openReplay({ folder, codebook, archivePort: 0, period });
    served = await servePage(replay.pipeline.runtime, 0);
    await mkdir(pictures, { recursive: true });
    browser = await launchBrowser();
  }, 240_000);

  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await replay?.pipeline.stop();
    await replay?.site.close();
    await rm(folder, { recursive: true });
  });

  afterEach(async () => {
    await context?.close();
    expect(complaints).toEqual([]);
  });

  async function open(
    query: string,
    options: { dark?: boolean; width?: number; ready?: string; at?: string; late?: Promise<void> } = {},
  ): Promise<Page> {
    await context?.close();
    complaints = [];
    context = await browser.newContext({
      colorScheme: options.dark ? 'dark' : 'light',
      viewport: { width: options.width ?? 1360, height: 900 },
      acceptDownloads: true,
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(waitInMilliseconds);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    if (options.late)
      await page.route(/\/coverage\?/, async (route) => {
        await options.late;
        await route.continue();
      });
    await page.goto(`${options.at ?? served.url}/?${query}`);
    await page
      .locator(options.ready ?? '.chart svg, .row')
      .first()
      .waitFor();
    // Charts are drawn one by one, each after a paint.
    await expect.poll(() => page.locator('.chart:not(:has(svg))').count(), { timeout: waitInMilliseconds }).toBe(0);
    return page;
  }

  const dots = (page: Page) =>
    page.locator('section[aria-label="Tone towards each actor"] svg:not(.events) > g[aria-label="dot"] circle');
  const tipText = async (page: Page) => (await page.locator('.tip > *').allTextContents()).join(' ');
  const totalOf = async (page: Page) =>
    Number(await page.locator('.evidence [data-total]').first().getAttribute('data-total'));
  /** Rows drawn, each with the copies folded under it. */
  const listed = async (page: Page) => {
    const rows = await page.locator('.evidence .row').count();
    const copies = await page.locator('.evidence .row .copies li').count();
    return rows + copies;
  };

  describe('from a point to its sentences', () => {
    it('choosing an actor, then a click on a point, lists as many sentences as the point counts', async () => {
      const page = await open(`view=trend&${strikeWeek}&step=day`);
      await page.getByRole('button', { name: /^Actors/ }).click();
      await page.getByRole('searchbox', { name: 'Find in actors' }).fill('hunt');
      await page.getByRole('checkbox', { name: 'Jeremy Hunt' }).check();
      await page.keyboard.press('Escape');
      await page.locator('svg text', { hasText: 'British Medical Association' }).waitFor({ state: 'detached' });
      const points = await dots(page).count();
      expect(points).toBeGreaterThan(3);
      for (let index = 0; index < points; index += 1) {
        await dots(page).nth(index).hover();
        const [, articles, sentences] = /n = (\d+) articles?, (\d+) sentences?/.exec(await tipText(page))!;
        await dots(page).nth(index).click();
        await page.locator('.evidence .row').first().waitFor();
        await page.locator(`.evidence [data-total="${sentences}"]`).waitFor();
        expect(await page.locator('.evidence .total').textContent()).toContain(`in ${articles} article`);
        expect(await listed(page)).toBe(Number(sentences));
      }
    });

    it('from the sentence to its rule is one more click, and its link scrolls the original to it', async () => {
      const page = await open(`view=trend&${strikeWeek}&actors=hunt&pick=tone~2016-02-11~2016-02-11~hunt`, {
        ready: '.evidence .row',
      });
      const row = page.locator('.evidence .row').first();
      await row.getByText(/^Why:/).click();
      expect(await row.locator('.rule').textContent()).toMatch(/tone\..*Codebook [0-9a-f]+, tagger \d+/s);
      expect(await row.getByRole('link').getAttribute('href')).toMatch(/^http.*#:~:text=/);
    });

    it('a bar of the volume chart lists its articles', async () => {
      const page = await open(`view=trend&${strikeWeek}&step=day`);
      const chart = page.locator('section[aria-label="Articles"] .chart');
      await chart.focus();
      await page.keyboard.press('End');
      await page.keyboard.press('Home');
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight');
      const articles = Number(/(\d+) articles?/.exec(await tipText(page))![1]);
      expect(articles).toBeGreaterThan(0);
      await page.keyboard.press('Enter');
      await page.locator(`.evidence [data-total="${articles}"]`).waitFor();
    });

    it('who is at a point of a chart stays there when more of its data comes', async () => {
      let come = () => {};
      const late = new Promise<void>((resolve) => {
        come = resolve;
      });
      const page = await open(`view=trend&${strikeWeek}&step=day`, { late });
      const chart = page.locator('section[aria-label="Articles"] .chart');
      await chart.focus();
      await page.keyboard.press('Home');
      const drawn = await chart.locator('.canvas > svg').elementHandle();
      const told = await tipText(page);
      expect(told).not.toBe('');
      come();
      await expect.poll(() => drawn!.evaluate((svg) => svg.isConnected), { timeout: waitInMilliseconds }).toBe(false);
      await expect.poll(() => tipText(page), { timeout: waitInMilliseconds }).toContain(told.slice(0, 20));
    });

    it('cells of the side table, bars of the stance chart and lines of the map do likewise', async () => {
      const page = await open(`view=stances&${strikeWeek}&step=day`);
      const cell = page.locator('.side-cell').first();
      const counted = Number(/(\d+) statements?/.exec((await cell.locator('small').last().textContent()) ?? '')![1]);
      await cell.click();
      await page.locator(`.evidence [data-total="${counted}"]`).waitFor();
      expect(await listed(page)).toBe(counted);

      const chart = page.locator('section[aria-label="For and against over time"] .chart');
      await chart.focus();
      await page.keyboard.press('ArrowRight');
      const inBar = Number(/(\d+) statements? (for|against)/.exec(await tipText(page))![1]);
      await page.keyboard.press('Enter');
      await page.locator(`.evidence [data-total="${inBar}"]`).waitFor();
      expect(await listed(page)).toBe(inBar);

      await page.getByRole('link', { name: 'Map' }).click();
      const map = page.locator('section[aria-label="Who speaks on what"] .chart');
      await map.locator('svg').first().waitFor();
      await map.focus();
      await page.keyboard.press('ArrowRight');
      const ofNode = Number(/(\d+) statements?/.exec(await tipText(page))![1]);
      await page.keyboard.press('Enter');
      await page.locator(`.evidence [data-total="${ofNode}"]`).waitFor();
    });
  });

  describe('choosing what is shown', () => {
    it("another voice is another number: outlets' own words and others' add up to all", async () => {
      const counted = async (voice: string) => {
        const page = await open(
          `view=trend&${strikeWeek}&actors=hunt&voice=${voice}&pick=tone~2016-02-11~2016-02-11~hunt`,
          {
            ready: '.evidence [data-total]',
          },
        );
        return totalOf(page);
      };
      const [outlet, quoted, all] = [await counted('outlet'), await counted('quoted'), await counted('all')];
      expect(outlet + quoted).toBe(all);
      expect(Math.min(outlet, quoted)).toBeGreaterThan(0);
    });

    it('an outlet chosen narrows point and list alike', async () => {
      const page = await open(`view=stances&${strikeWeek}&step=day`);
      const before = await page.locator('.side-cell').count();
      await page.getByRole('button', { name: /^Outlets/ }).click();
      await page.getByRole('checkbox', { name: 'Crown Wire Service' }).check();
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('.side-cell').count()).toBeLessThan(before);
      const cell = page.locator('.side-cell').first();
      const counted = Number(/(\d+) statements?/.exec((await cell.locator('small').last().textContent()) ?? '')![1]);
      await cell.click();
      await page.locator(`.evidence [data-total="${counted}"]`).waitFor();
      for (const source of await page.locator('.evidence .source').allTextContents())
        expect(source).toContain('Crown Wire Service');
    });

    it('the statements can be searched, filtered and sorted', async () => {
      const page = await open(`view=statements&${strikeWeek}`);
      const sure = Number(await page.locator('[data-total]').getAttribute('data-total'));
      await page.getByLabel('Sure at least').selectOption('0');
      await expect
        .poll(async () => Number(await page.locator('[data-total]').getAttribute('data-total')))
        .toBeGreaterThan(sure);
      const all = Number(await page.locator('[data-total]').getAttribute('data-total'));
      await page.getByLabel('Side').selectOption('against');
      await expect
        .poll(async () => Number(await page.locator('[data-total]').getAttribute('data-total')))
        .toBeLessThan(all);
      await page.getByRole('searchbox', { name: 'Search' }).fill('imposing');
      await expect
        .poll(async () => (await page.locator('.sentence').allTextContents()).every((text) => /imposing/i.test(text)))
        .toBe(true);
      expect(await page.locator('.claim .against').count()).toBe(await page.locator('.claim').count());
      await page.getByLabel('Order').selectOption('confidence');
      // The order is asked of the API: the rows follow a moment later.
      await expect
        .poll(async () => {
          const rules = await page.locator('.rule summary').allTextContents();
          const shares = rules.map((text) => Number(/(\d+) %/.exec(text)![1]));
          return shares.length > 1 && shares.every((share, at) => at === 0 || share <= shares[at - 1]!);
        })
        .toBe(true);
    });

    it('a link reopens exactly the view, with the point that was chosen', async () => {
      const page = await open(`view=trend&${strikeWeek}&step=day&actors=hunt,bma&voice=outlet`);
      await dots(page).nth(1).click();
      await page.locator('.evidence .row').first().waitFor();
      const [address, seen] = [page.url(), await page.locator('.evidence').textContent()];
      const again = await open(new URL(address).search.slice(1), { ready: '.evidence .row' });
      expect(await again.locator('.evidence').textContent()).toBe(seen);
      expect(again.url()).toBe(address);
      expect(await again.locator('.overlay .chosen').count()).toBe(1);
    });

    it('back and forward walk through views and points', async () => {
      const page = await open(`view=trend&${strikeWeek}`);
      await page.getByRole('link', { name: 'Stances' }).click();
      await page.locator('.side-cell').first().click();
      await page.locator('.evidence').waitFor();
      await page.goBack();
      await page.locator('.evidence').waitFor({ state: 'detached' });
      await page.goBack();
      await page.getByRole('heading', { name: 'Tone towards each actor' }).waitFor();
    });
  });

  it('a dead feed is hatched and named, never a plain dip', async () => {
    const { coverage } = replay.pipeline.runtime.store;
    const row = (await coverage.get({ series: 'junior-doctors-2016#~feeds', day: '2016-02-12' }))!;
    const [dead, ...others] = row.feeds;
    const hatched =
      'section[aria-label="Articles"] [fill^="url(#hatch"] rect, section[aria-label="Articles"] rect[fill^="url(#hatch"]';
    const before = await open(`view=trend&${strikeWeek}&step=day&day=2016-02-12`);
    await before.getByRole('button', { name: /feeds heard/ }).waitFor();
    expect(await before.locator(hatched).count()).toBe(0);

    await coverage.put({ ...row, feeds: [{ ...dead!, status: 'failing', isHeard: false, failedPolls: 1 }, ...others] });
    const page = await open(`view=trend&${strikeWeek}&step=day&day=2016-02-12`);
    await page.getByRole('button', { name: new RegExp(`Not heard:.*${dead!.outlet}`) }).waitFor();
    // Once over the bars and once in the band of feeds.
    await expect.poll(() => page.locator(hatched).count()).toBe(2);
    await page.getByRole('button', { name: /feeds heard/ }).click();
    await page.locator('.feeds-table').waitFor();
    expect(await page.locator('.feeds-table tbody tr').first().textContent()).toContain(`${dead!.outlet}dead`);
    await coverage.put(row);
  });

  it('a person marks a tag: it is kept with name and time, and the accuracy follows', async () => {
    const page = await open(`view=statements&${strikeWeek}`);
    await page.getByText('No tag has been marked yet').waitFor();
    const row = page.locator('.row').first();
    await row.getByRole('button', { name: /^Mark as wrong/ }).click();
    await row.getByLabel(/Your name/).fill('Ada <b>');
    await row.getByRole('button', { name: 'Keep' }).click();
    await row.getByText('wrong – Ada <b>').waitFor();
    await page.getByText('Statements 0 % of 1 (0 % to 79 %)').waitFor();
    await row.getByRole('button', { name: /^Mark as right/ }).click();
    await page.getByText('Statements 100 % of 1 (21 % to 100 %)').waitFor();
    const marks = await toArray(replay.pipeline.runtime.store.marks.scan());
    expect(marks.map(({ who, verdict }) => [who, verdict]).sort()).toEqual([
      ['Ada <b>', 'right'],
      ['Ada <b>', 'wrong'],
    ]);
  });

  it('two people code a sample by keyboard, blind and each going on where they stopped; then its disagreement is decided', async () => {
    const coding = `view=coding&${strikeWeek}`;
    const first = await open(coding, { ready: '.draw-form' });
    const form = first.locator('.draw-form');
    await form.getByLabel('Name', { exact: true }).fill('strike-week');
    await form.getByLabel('Units').fill('12');
    await form.getByLabel('Your name').fill('Ada');
    await form.getByRole('button', { name: 'Draw' }).click();

    const begin = async (page: Page, name: string) => {
      await page.getByLabel(/Your name, kept/).fill(name);
      await page.getByRole('button', { name: 'Begin' }).click();
      await page.locator('.coding-unit').waitFor();
      expect(await page.locator('main').textContent()).not.toMatch(/tone\.|statement\.|% sure/);
    };
    const count = (page: Page, text: string) =>
      page.locator('.coding-unit .total', { hasText: text }).or(page.getByText(text)).first().waitFor();
    await begin(first, 'Ada');
    // Against, in quotation marks; then one by mouse, and the page closed in between.
    await first.keyboard.press('2');
    await first.getByText('against: how is it said?').waitFor();
    await first.keyboard.press('1');
    await count(first, '2 of 12');
    await first.reload();
    await count(first, '2 of 12');
    for (let unit = 2; unit <= 12; unit += 1) {
      await count(first, `${unit} of 12`);
      await first.getByRole('button', { name: /none/ }).click();
    }
    await first.getByText('You have coded all 12 units').waitFor();

    const second = await open(`${coding}&audit=strike-week`, { ready: '.name-form' });
    await second.getByLabel(/Your name, kept/).fill('ada');
    await second.getByRole('button', { name: 'Begin' }).click();
    await second.getByText(/Somebody codes this draw as/).waitFor();
    complaints = complaints.filter((text) => !text.includes('409'));
    await begin(second, 'Ben');
    for (let unit = 1; unit <= 12; unit += 1) {
      await count(second, `${unit} of 12`);
      await second.keyboard.press('4');
    }
    await second.getByText('You have coded all 12 units').waitFor();

    const results = await open(`${coding}&audit=strike-week`, { ready: '.figures' });
    await results.getByText('0 of 1 disagreements decided').waitFor();
    await results.getByLabel(/Your name, kept/).fill('Cleo');
    await results.locator('.code-choice').focus();
    await results.keyboard.press('4');
    await results.getByText('the gold set is complete').waitFor();
    const [gold] = await Promise.all([
      results.waitForEvent('download'),
      results.getByRole('button', { name: 'Gold set' }).click(),
    ]);
    const { units } = JSON.parse(await readFile(await gold.path(), 'utf8')) as { units: { source: string }[] };
    expect(units.map(({ source }) => source).sort()).toEqual([...Array(11).fill('agreed'), 'decided']);
    expect(await results.locator('.balances tbody tr').count()).toBeGreaterThan(5);
    await results.evaluate(axe.source);
    const { violations } = await results.evaluate<axe.AxeResults>('axe.run()');
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 160))])).toEqual([]);
    await results.screenshot({ path: join(pictures, 'coding-results.png'), fullPage: true });
  });

  it('a coded sample draws corrected shares beside the raw ones in the stances view', async () => {
    const empty = await open(`view=stances&from=2016-01-04&to=2016-01-10&step=day`, { ready: '.status, .chart svg' });
    await empty.getByText('shares corrected for the tagger’s errors').waitFor();
    const audits = `${served.url}/api/disputes/junior-doctors-2016/audits`;
    const send = async (path: string, body: object) => {
      const sent = await fetch(`${audits}${path}`, {
        ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
      });
      expect(sent.status).toBe(201);
    };
    const { from, to } = period;
    await send('', {
      id: 'shares',
      size: 240,
      sampling: 'stratified',
      from: '2016-02-08',
      to: '2016-02-14',
      who: 'Ada',
    });
    const { store } = replay.pipeline.runtime;
    const { units } = await auditState('junior-doctors-2016', 'shares', store);
    // People see a few statements where the tagger saw none, and none where it saw some.
    const codeOf = ({ tagger }: { tagger: AuditCode }, index: number) =>
      index % 9 > 0 ? tagger : tagger === 'none' ? 'for' : 'none';
    for (const who of ['Ada', 'Ben']) {
      await send('/shares/coders', { who });
      for (const [index, unit] of units.entries()) {
        const given = { unit: unit.id, code: codeOf(unit, index), voice: null, who, at: '2016-02-17T09:00:00.000Z' };
        await keepCode('junior-doctors-2016', 'shares', 'code', given, store);
      }
    }
    const { series } = (await (await fetch(`${audits}/shares/series?interval=week`)).json()) as {
      series: {
        issue: string;
        points: { for: number; against: number; raw: number | null; corrected: object | null }[];
      }[];
    };
    const told = series.flatMap(({ points }) => points);
    expect(told.some(({ corrected }) => corrected !== null)).toBe(true);
    const page = await open(`view=stances&from=${from}&to=${to}&step=week`);
    const chart = page.locator('section[aria-label="Share for, corrected"]');
    await chart.locator('svg').first().waitFor();
    const shown = told.filter(({ raw }) => raw !== null);
    const dots = chart.locator('svg:not(.events) > g[aria-label="dot"] circle');
    await expect.poll(() => dots.count()).toBe(shown.length + shown.filter(({ corrected }) => corrected).length);
    await chart.getByRole('button', { name: 'Table' }).click();
    expect(await chart.locator('table').textContent()).toContain('low (95 %)');
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 160))])).toEqual([]);
    await chart.screenshot({ path: join(pictures, 'corrected-shares.png') });
  });

  it('works by keyboard alone: to the chart, along its points, into the rows and back', async () => {
    const page = await open(`view=trend&${strikeWeek}&step=day&actors=hunt`);
    const chart = page.locator('section[aria-label="Tone towards each actor"] .chart');
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      if (await chart.evaluate((element) => element.matches(':focus'))) break;
    }
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const read = await chart.locator('[aria-live]').textContent();
    expect(read).toContain('Jeremy Hunt');
    await page.keyboard.press('Enter');
    await page.locator('.evidence .row').first().waitFor();
    expect(await page.evaluate('document.activeElement.className')).toBe('evidence');
    await page.keyboard.press('Escape');
    await page.locator('.evidence').waitFor({ state: 'detached' });
    expect(await chart.evaluate((element) => element.matches(':focus'))).toBe(true);
  });

  it('gives each chart as table, CSV, SVG and PNG', async () => {
    const page = await open(`view=trend&${strikeWeek}&step=day&actors=hunt`);
    const figure = page.locator('section[aria-label="Tone towards each actor"]');
    await figure.getByRole('button', { name: 'Table' }).click();
    const rows = await figure.locator('.data-table tbody tr').count();
    expect(rows).toBe(await dots(page).count());
    const saved = async (kind: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        figure.getByRole('button', { name: kind }).click(),
      ]);
      expect(download.suggestedFilename()).toBe(`tone-junior-doctors-2016-2016-02-08-2016-02-16.${kind.toLowerCase()}`);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    };
    expect((await saved('CSV')).toString().trim().split('\r\n')).toHaveLength(rows + 1);
    const svg = (await saved('SVG')).toString();
    expect(svg).toContain('Tone towards each actor');
    expect(svg).not.toContain('var(--');
    expect((await saved('PNG')).subarray(1, 4).toString()).toBe('PNG');
  });

  describe('bad input', () => {
    it.each([
      ['no article in the period', 'view=trend&from=2015-09-01&to=2015-09-10', 'No articles from'],
      ['no statement in the period', 'view=map&from=2015-09-01&to=2015-09-10', 'No statement by the chosen actors'],
      ['an actor that is no more', `view=trend&${strikeWeek}&actors=hunt,nobody`, 'no longer has: actor “nobody”'],
      ['a search that finds nothing', `view=statements&${strikeWeek}&text=zebra`, 'No statement fits'],
    ])('%s is said', async (_, query, text) => {
      const page = await open(query, { ready: '.status' });
      await page.getByText(text).waitFor();
    });

    it('a store without a codebook says what to do', async () => {
      const empty = await servePage({ ...replay.pipeline.runtime, codebooks: async () => [] }, 0);
      const page = await open('', { ready: '.status', at: empty.url });
      await page.getByText('No dispute is watched yet').waitFor();
      await empty.close();
    });

    it('a single day of data is drawn as it is', async () => {
      const page = await open('view=trend&from=2016-02-11&to=2016-02-11&actors=hunt');
      expect(await dots(page).count()).toBe(1);
    });

    it('markup in a headline is shown, not run', async () => {
      const { store } = replay.pipeline.runtime;
      const texts = await toArray(store.texts.scan());
      const hostile = '<img src=x onerror="document.title=\'run\'">"><script>document.title="run"</script>';
      for (const text of texts) await store.texts.put({ ...text, title: hostile });
      const page = await open(`view=statements&${strikeWeek}`);
      expect(await page.locator('.source a').first().textContent()).toBe(hostile);
      expect(await page.title()).not.toBe('run');
      for (const text of texts) await store.texts.put(text);
    });

    it('an article erased since leaves its count and says what is missing', async () => {
      const { store } = replay.pipeline.runtime;
      const query = `view=trend&${strikeWeek}&actors=hunt&pick=tone~2016-02-11~2016-02-11~hunt`;
      const before = await totalOf(await open(query, { ready: '.evidence .row' }));
      const mentions = await toArray(
        store.mentions.query({ series: 'junior-doctors-2016#hunt' }, 'at', { prefix: '2016-02-11' }),
      );
      const { articleId, textRevision } = mentions[0]!;
      const text = (await store.texts.get({ id: articleId, revision: textRevision }))!;
      await store.texts.delete({ id: articleId, revision: textRevision });
      const page = await open(query, { ready: '.evidence .status' });
      await page.getByText(/can’t be shown: the article was erased/).waitFor();
      expect(await totalOf(page)).toBe(before);
      await store.texts.put(text);
    });
  });

  describe.each([
    ['trend', `view=trend&${strikeWeek}&step=day&pick=tone~2016-02-11~2016-02-11~hunt`],
    ['stances', `view=stances&${strikeWeek}&step=day`],
    ['map', `view=map&${strikeWeek}&pick=statements~2016-02-08~2016-02-16~hunt~~`],
    ['statements', `view=statements&${strikeWeek}`],
  ])('the %s view', (view, query) => {
    it.each([
      ['light', { dark: false, width: 1360 }],
      ['dark', { dark: true, width: 1360 }],
      ['phone', { dark: false, width: 390 }],
    ])('has no violation that axe-core finds: %s', async (look, options) => {
      const page = await open(query, options);
      if (query.includes('pick=')) await page.locator('.evidence .row').first().waitFor();
      await page.screenshot({ path: join(pictures, `${view}-${look}.png`), fullPage: look !== 'phone' });
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
      expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 160))])).toEqual([]);
      const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
});
