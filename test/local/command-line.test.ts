import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
let scratch: string;
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'picketline-cli-'));
});
afterAll(() => rm(scratch, { recursive: true }));

/** Runs a command as a user does. */
function picketline(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import', 'tsx', 'local/main.ts', ...words],
      { cwd: root, timeout: 60_000 },
      (error, out, err) => resolve({ code: error ? Number(error.code ?? 1) : 0, out, err }),
    );
  });
}

const story = `<!doctype html><html lang="en-GB"><head><title>Talks</title><meta property="og:title" content="Junior doctors to vote">
<meta property="article:published_time" content="2016-03-01T09:00:00Z"></head><body><article><h1>Junior doctors to vote</h1>
<p>The British Medical Association said on Tuesday that junior doctors would be asked whether they backed further strikes in April.</p>
<p>Jeremy Hunt said the contract would be imposed in August all the same, and that patients would be harmed by more walkouts.</p></article></body></html>`;

describe('poll', () => {
  it('takes a feed file that somebody else wrote through the whole pipeline', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/robots.txt') return void response.writeHead(404).end();
      response.setHeader('content-type', 'text/html; charset=utf-8').end(story);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const file = join(scratch, 'feed.xml');
    await writeFile(
      file,
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Elsewhere</title><link>http://127.0.0.1:${port}/</link><description/>
      <item><title>Junior doctors to vote</title><link>http://127.0.0.1:${port}/vote</link><guid>1</guid><pubDate>Tue, 01 Mar 2016 09:00:00 GMT</pubDate></item></channel></rss>`,
    );
    const { code, out } = await picketline(
      'poll',
      file,
      '--allow-local',
      `127.0.0.1:${port}`,
      '--data',
      join(scratch, 'poll'),
      '--json',
    );
    server.close();
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      events: [{ result: 'entries', new: 1 }],
      counts: { polled: 1, collected: 1, tagged: 1, failed: 0 },
    });
  });

  it.each([
    ['an HTML page', '<!doctype html><html><body>Log in</body></html>', /web page|HTML/i],
    ['an empty file', '', /empty/i],
  ])('says what is wrong with %s, and fails', async (name, body, message) => {
    const file = join(scratch, `${name.replace(/\s/g, '-')}.xml`);
    await writeFile(file, body);
    const { code, out } = await picketline('poll', file, '--data', join(scratch, 'bad'));
    expect(code).toBe(1);
    expect(out).toMatch(message);
  });

  it('says that a file is missing', async () => {
    expect(await picketline('poll', 'no-such-feed.xml')).toMatchObject({
      code: 1,
      err: expect.stringContaining('neither an address nor a file'),
    });
  });
});

describe('import', () => {
  const lines = [
    {
      url: 'https://gazette.example/1',
      title: 'Junior doctors to vote',
      published: '2016-03-01T09:00:00Z',
      text: 'The BMA said on Tuesday that junior doctors would be asked about further strikes.\n\nJeremy Hunt said the contract stood.',
    },
    {
      url: 'https://gazette.example/2',
      title: 'Parking',
      published: '2016-03-02T09:00:00Z',
      text: 'Hospital car parks in the county will cost more from April, the trust said on Wednesday afternoon.',
    },
    { url: 'not an address', title: 'x', text: 'y' },
  ];

  it('brings texts in through the same path, counts bad records with their place, and changes nothing the second time', async () => {
    const file = join(scratch, 'history.jsonl');
    await writeFile(file, lines.map((line) => JSON.stringify(line)).join('\n'));
    const words = ['import', 'jsonl', file, '--data', join(scratch, 'import'), '--outlet', 'The Gazette', '--json'];
    const first = await picketline(...words);
    expect(JSON.parse(first.out.slice(first.out.indexOf('{')))).toMatchObject({
      new: 2,
      known: 0,
      bad: 1,
      badRecords: [expect.stringMatching(/^line 3/)],
      counts: { polled: 2, tagged: 1, irrelevant: 1 },
    });
    const second = await picketline(...words);
    expect(JSON.parse(second.out.slice(second.out.indexOf('{')))).toMatchObject({
      new: 0,
      known: 2,
      bad: 1,
      counts: { polled: 2, tagged: 1, irrelevant: 1 },
    });
  });

  it('shows first what it would do, by month', async () => {
    const file = join(scratch, 'history.jsonl');
    const { out } = await picketline('import', 'jsonl', file, '--dry-run');
    expect(out).toContain("2 articles, 0 without a date, 0 outside the codebook's period, 1 bad records");
    expect(out).toContain('2016-03  2');
  });
});

describe('tag', () => {
  it('explains every tag of a page', async () => {
    const file = join(scratch, 'story.html');
    await writeFile(file, story);
    const { code, out } = await picketline('tag', file);
    expect(code).toBe(0);
    expect(out).toMatch(/mention\s+hunt “Jeremy Hunt” \[/);
  });

  it('gives the same as JSON', async () => {
    const file = join(scratch, 'story.html');
    await writeFile(file, story);
    const { tags } = JSON.parse((await picketline('explain', file, '--json')).out);
    expect(tags.mentions.map(({ actor }: { actor: string }) => actor)).toEqual(expect.arrayContaining(['bma', 'hunt']));
  });
});

describe('a mistake is told with its remedy', () => {
  it('a wrong codebook: file and line', async () => {
    const file = join(scratch, 'wrong.yaml');
    await writeFile(file, 'id: x\ntitle: X\nperiod: { from: 2020-01-01 }\nactors: []\nissues: []\n');
    const { code, err } = await picketline('codebook', 'check', file);
    expect(code).toBe(1);
    expect(err).toMatch(/wrong\.yaml:4: actors: a codebook needs at least one actor/);
  });

  it('a folder that can’t be written', async () => {
    const file = join(scratch, 'a-file');
    await writeFile(file, '');
    expect(await picketline('feeds', '--data', join(file, 'inside'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('--data'),
    });
  });

  it.each([
    [
      'bytes of no text',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff, 0xfe]),
      'is neither a page nor a text in UTF-8',
    ],
    [
      'a text in another encoding',
      Buffer.from('Resum\xe9 of the talks', 'latin1'),
      'is neither a page nor a text in UTF-8',
    ],
    ['nothing', Buffer.from(' \n'), 'holds no text'],
  ])('an article that can’t be read: %s', async (_, bytes, fault) => {
    const file = join(scratch, 'article.bin');
    await writeFile(file, bytes);
    const { code, err } = await picketline('tag', file);
    expect(code).toBe(1);
    expect(err).toMatch(new RegExp(`article\\.bin ${fault}\\.\\nGive `));
  });

  it('a port in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as { port: number };
    const { code, err } = await picketline(
      'demo',
      '--exit',
      '--data',
      join(scratch, 'demo'),
      '--archive-port',
      String(port),
    );
    server.close();
    expect(code).toBe(1);
    expect(err).toContain(`Port ${port} is in use.`);
    expect(err).toContain('--archive-port');
  });

  it('a command that doesn’t exist', async () => {
    expect(await picketline('dance')).toMatchObject({
      code: 1,
      err: expect.stringContaining("unknown command 'dance'"),
    });
  });
});
