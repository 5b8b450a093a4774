import { createRemoteJWKSet } from 'jose';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { identifyBy } from '../../functions/query/access/identify.ts';
import { createQueryApp } from '../../functions/query/app.ts';
import { dashboardAssets } from '../../local/dashboard-assets.ts';
import { type Served, serve } from '../../local/serve.ts';
import { type Issuer, startIssuer } from '../access/issuer.ts';
import { type Corpus, startCorpus } from '../query/corpus.ts';
import { hasBrowser, launchBrowser } from './browser.ts';

let corpus: Corpus;
let issuer: Issuer;
let served: Served;
let browser: Browser;

describe.skipIf(!hasBrowser())('signing in to the page', () => {
  beforeAll(async () => {
    corpus = await startCorpus();
    const { runtime } = corpus.harness.pipeline;
    issuer = await startIssuer(Date.now);
    const signingKeys = createRemoteJWKSet(new URL(issuer.settings.jwksUri));
    const identify = identifyBy({ store: runtime.store, now: Date.now, settings: issuer.settings, signingKeys });
    const asset = await dashboardAssets();
    const app = createQueryApp({ ...runtime, asset, access: { settings: issuer.settings, identify } });
    served = await serve((request) => app.fetch(request), 0, '--port');
    browser = await launchBrowser();
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await issuer?.served.close();
    await corpus?.harness.stop();
  });

  async function open(query: string): Promise<{ page: Page; asked: string[] }> {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${served.url}/${query}`);
    return { page, asked };
  }

  it('goes by way of the issuer, and comes back to what was asked for', async () => {
    issuer.groups = ['picketline-read'];
    const query = '?view=statements&from=2020-03-16&to=2020-03-31';
    const { page, asked } = await open(query);
    await page.locator('.row').first().waitFor();
    const address = new URL(page.url());
    expect(address.searchParams.get('view')).toBe('statements');
    expect(address.searchParams.get('from')).toBe('2020-03-16');
    expect(address.searchParams.has('code')).toBe(false);
    expect(asked.filter((url) => url.startsWith(`${issuer.served.url}/authorize`))).toHaveLength(1);
    expect(asked.every((url) => url.startsWith(served.url) || url.startsWith(issuer.served.url))).toBe(true);
    // A reload stays signed in, and no token is left in an address.
    await page.reload();
    await page.locator('.row').first().waitFor();
    expect(asked.filter((url) => url.startsWith(`${issuer.served.url}/authorize`))).toHaveLength(1);
    expect(asked.some((url) => url.includes('eyJ'))).toBe(false);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('signed out').waitFor();
    expect(new URL(page.url()).searchParams.get('logout_uri')).toBe(`${served.url}/`);
    await page.goto(served.url);
    await page.locator('.chart').first().waitFor();
    expect(asked.filter((url) => url.startsWith(`${issuer.served.url}/authorize`))).toHaveLength(2);
    await page.context().close();
  });

  it('says what is missing to somebody without a role, and asks the issuer once', async () => {
    issuer.groups = ['guests'];
    const { page, asked } = await open('');
    await page.getByText('Reading needs the role').waitFor();
    expect(asked.filter((url) => url.startsWith(`${issuer.served.url}/authorize`))).toHaveLength(1);
    await page.context().close();
  });

  it('takes no code that it did not ask for', async () => {
    const { page, asked } = await open('?code=stolen&state=another');
    await page.getByText('No sign-in was begun in this tab').waitFor();
    expect(asked.some((url) => url.startsWith(`${issuer.served.url}/token`))).toBe(false);
    await page.context().close();
  });
});
