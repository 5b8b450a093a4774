import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { addAlerts } from '../../local/commands/alerts.ts';
import { addDigest } from '../../local/commands/digest.ts';
import { addMessages } from '../../local/commands/messages.ts';
import { withPipeline } from '../../local/open-store.ts';
import { publishCodebook } from '../../shared/store/published-codebooks.ts';
import { ferryCodebook } from '../pipeline/harness.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'picketline-morning-'));
  await withPipeline({ data: folder, json: false }, ({ runtime }) =>
    publishCodebook(runtime.store, ferryCodebook(), '2020-03-10T12:00:00.000Z'),
  );
}, 60_000);
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a command prints over a dispute of which nothing has been collected. */
async function run(...words: string[]): Promise<string> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const program = new Command().exitOverride();
  for (const add of [addDigest, addAlerts, addMessages]) add(program);
  await program.parseAsync([...words, '--data', folder], { from: 'user' });
  return log.mock.calls.join('\n');
}

describe('before anything is collected', () => {
  it.each([
    ['text', 'The ferry dispute: Tuesday 2020-03-10'],
    ['html', '<h1 style="font-size:20px;margin:0 0 8px">The ferry dispute: Tuesday 2020-03-10</h1>'],
    ['slack', '"text": "The ferry dispute: Tuesday 2020-03-10"'],
  ])('digest --format %s says so', async (format, title) => {
    const printed = await run('digest', '--preview', '--date', '2020-03-10', '--format', format);
    expect(printed).toContain(title);
    expect(printed).toContain('Picketline did not run on this day.');
    expect(printed).toContain('0 of 0 feeds heard');
  });

  it('alerts backtest would have sent none, and still says under which thresholds', async () => {
    const printed = await run('alerts', 'backtest', '--budget', '1/week');
    expect(printed).toContain('ferry-dispute, 2020-03-01 to 2020-03-31: 0 alerts, 0 held');
    expect(printed).toContain('In the codebook: alerts: { volume: 2.0,');
  });

  it('messages finds no article to carry a line', async () => {
    const file = join(folder, 'lines.yaml');
    const side = (actor: string) => `{ actors: [${actor}], lines: [{ id: a, text: Tired crews make mistakes }] }`;
    await writeFile(file, `dispute: ferry-dispute\nyou: ${side('union')}\nthem: ${side('line')}\n`);
    expect(await run('messages', file)).toContain('in 0 articles (–), 0 texts; answered 0 of 0 times');
  });
});

describe('what can’t be done says why and what to do', () => {
  it.each([
    ['digest --send without a webhook', '', /SLACK_WEBHOOK_URL holds no address/],
    ['digest --send to an address that is no webhook', 'htps://hooks.example/secret', /no channel/],
    [
      'digest --send to this machine',
      'https://127.0.0.1/secret',
      /refused it \(the address is not one that may be asked/,
    ],
  ])('%s', async (_, address, message) => {
    vi.stubEnv('SLACK_WEBHOOK_URL', address);
    await expect(run('digest', '--send', '--date', '2020-03-09')).rejects.toThrow(message);
  });

  it.each([
    [['digest', '--format', 'pdf'], /Allowed choices are text, html, slack/],
    [['digest', '--date', 'yesterday'], /a day is written YYYY-MM-DD/],
    [['alerts', 'backtest', '--budget', 'few'], /a budget is written 1\/week/],
    [['messages', 'no-such-file.yaml'], /can't be read/],
  ])('%s', async (words, message) => {
    await expect(run(...words)).rejects.toThrow(message);
  });
});
