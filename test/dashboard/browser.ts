import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Where Debian, other Linuxes and macOS keep a Chromium. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The Chromium of this machine, or the one that CHROMIUM names; null when there is none. */
const executable = (): string | null =>
  [process.env.CHROMIUM ?? '', ...usualPlaces].find((path) => path !== '' && existsSync(path)) ?? null;

/**
 * Whether browser tests can run. Without a Chromium they are skipped with a line that says so, unless
 * PICKETLINE_BROWSER=required (as in .ci/run), where that is an error.
 */
export function hasBrowser(): boolean {
  if (executable()) return true;
  const remedy = 'Install Chromium (Debian: apt-get install chromium) or name one with CHROMIUM=/path.';
  if (process.env.PICKETLINE_BROWSER === 'required') throw new Error(`No Chromium is found. ${remedy}`);
  console.warn(`Browser tests are skipped: no Chromium is found. ${remedy}`);
  return false;
}

const flags = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
];

/** A Chromium of its own, with an empty profile. */
export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath: executable()!, args: flags });
