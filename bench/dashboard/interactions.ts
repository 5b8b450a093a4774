import type { Page } from 'playwright-core';

/** Something a person does to the page. */
export interface Interaction {
  name: string;
  /** Query of the link it starts from. */
  view: string;
  prepare?: (page: Page) => Promise<void>;
  act: (page: Page) => Promise<void>;
  /** Waits until what was asked for stands in the page. */
  settled: (page: Page) => Promise<unknown>;
}

const trend = 'view=trend&step=day&actors=bma,hunt,jdc,malawana';
const tone = '[aria-label="Tone towards each actor"] .chart';
const nextFrame = (page: Page) => page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done)))');

const picture = `${tone} .canvas > svg`;

/** Marks the picture that stands, to know the next one. */
const markPicture = (page: Page) => page.locator(picture).evaluate((svg) => svg.setAttribute('data-old', ''));
const drawnAnew = (page: Page) => page.locator(`${picture}:not([data-old])`).waitFor();

/** Until the series that an action asks for is answered, and drawn. */
const answered = async (page: Page, action: Promise<void>) => {
  await Promise.all([page.waitForResponse(/\/series\?/), action]);
  await page.locator('.stale').waitFor({ state: 'detached' });
};

const bareButton = `{
  const button = document.createElement('button');
  button.textContent = 'Bare';
  button.style = 'position: fixed; inset: 0 auto auto 0';
  button.onclick = () => { button.textContent = 'Pressed'; };
  document.body.append(button);
}`;

export const interactions: Interaction[] = [
  {
    name: 'nothing: a bare button',
    view: trend,
    prepare: (page) => page.evaluate(bareButton),
    act: (page) => page.getByRole('button', { name: 'Bare' }).click(),
    settled: nextFrame,
  },
  {
    name: 'another voice',
    view: trend,
    prepare: markPicture,
    act: (page) => page.getByText('Outlets’ own words', { exact: true }).first().click(),
    settled: drawnAnew,
  },
  {
    name: 'days to weeks',
    view: trend,
    prepare: markPicture,
    act: async (page) => {
      await page.locator('label.field', { hasText: 'By' }).locator('select').selectOption('week');
    },
    settled: drawnAnew,
  },
  {
    name: 'an arrow key along the chart',
    view: trend,
    prepare: (page) => page.locator(tone).focus(),
    act: (page) => page.keyboard.press('ArrowRight'),
    settled: (page) => page.locator('.tip').waitFor(),
  },
  {
    name: 'a click on a point, to its sentences',
    view: trend,
    act: (page) => page.locator(tone).click({ position: { x: 500, y: 100 } }),
    settled: (page) => page.locator('.evidence .row').first().waitFor(),
  },
  {
    name: 'the list of actors',
    view: trend,
    act: (page) => page.getByRole('button', { name: /^Actors/ }).click(),
    settled: nextFrame,
  },
  {
    name: 'one more actor',
    view: trend,
    prepare: (page) => page.getByRole('button', { name: /^Actors/ }).click(),
    act: (page) => page.getByRole('checkbox', { name: 'Acas' }).click(),
    settled: (page) => page.locator('svg text', { hasText: /^Acas$/ }).waitFor(),
  },
  {
    name: 'a shorter period',
    view: trend,
    prepare: markPicture,
    act: (page) => answered(page, page.getByRole('textbox', { name: 'From' }).fill('2016-06-01')),
    settled: drawnAnew,
  },
  {
    name: 'one outlet',
    view: trend,
    prepare: async (page) => {
      await page.getByRole('button', { name: /^Outlets/ }).click();
      await page.getByRole('checkbox', { name: 'Outlet 3' }).first().waitFor();
      await markPicture(page);
    },
    act: (page) => answered(page, page.getByRole('checkbox', { name: 'Outlet 3' }).first().click()),
    settled: drawnAnew,
  },
  {
    name: 'to the stances',
    view: trend,
    act: (page) => page.getByRole('link', { name: 'Stances' }).click(),
    settled: (page) => page.locator('.side-cell').first().waitFor(),
  },
  {
    name: 'another day of the side table',
    view: 'view=stances&step=week',
    act: async (page) => {
      const before = await page.locator('.sides').textContent();
      await page.getByRole('button', { name: 'A day earlier' }).click();
      await page.waitForFunction(`document.querySelector('.sides').textContent !== ${JSON.stringify(before)}`);
    },
    settled: nextFrame,
  },
  {
    name: 'to the map',
    view: trend,
    act: (page) => page.getByRole('link', { name: 'Map' }).click(),
    settled: (page) => page.locator('[aria-label="Who speaks on what"] .chart svg').first().waitFor(),
  },
  {
    name: 'to the statements',
    view: trend,
    act: (page) => page.getByRole('link', { name: 'Statements' }).click(),
    settled: (page) => page.locator('.row').first().waitFor(),
  },
  {
    name: 'statements of one side',
    view: 'view=statements&actors=bma',
    act: async (page) => {
      await page.getByLabel('Side').selectOption('against');
    },
    settled: (page) => page.locator('.claim .for').first().waitFor({ state: 'detached' }),
  },
];
