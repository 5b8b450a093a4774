import { createServer, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { PermanentError, TransientError } from '../../shared/errors.ts';
import { postWebhook } from '../../shared/web/post-webhook.ts';

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** A webhook that answers each post in turn; the last answer stays. */
async function webhook(answers: ((response: ServerResponse) => void)[]) {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const answer = answers[Math.min(bodies.length, answers.length - 1)]!;
    bodies.push(Buffer.concat(chunks).toString());
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => server.close());
  const { port } = server.address() as { port: number };
  return { url: `http://127.0.0.1:${port}/hook`, allowList: [`127.0.0.1:${port}`], bodies };
}

const status =
  (code: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    response.writeHead(code, headers).end('x');

async function post(answers: ((response: ServerResponse) => void)[]) {
  const hook = await webhook(answers);
  const waits: number[] = [];
  const wait = async (milliseconds: number) => void waits.push(milliseconds);
  const thrown = await postWebhook(hook.url, { text: 'hello' }, { allowList: hook.allowList, wait }).catch(
    (error: Error) => error,
  );
  return { thrown, waits, bodies: hook.bodies };
}

describe('posting to a webhook', () => {
  it('sends once when it is taken', async () => {
    expect(await post([status(200)])).toEqual({ thrown: undefined, waits: [], bodies: ['{"text":"hello"}'] });
  });

  it('waits as long as Retry-After asks', async () => {
    const { thrown, waits, bodies } = await post([status(429, { 'retry-after': '7' }), status(200)]);
    expect({ thrown, waits, posts: bodies.length }).toEqual({ thrown: undefined, waits: [7_000], posts: 2 });
  });

  it('tries a failing server again, waiting longer each time, and gives up as transient', async () => {
    const { thrown, waits } = await post([status(500)]);
    expect(thrown).toBeInstanceOf(TransientError);
    expect(waits).toEqual([1_000, 2_000, 4_000]);
  });

  it('tries a broken connection again', async () => {
    const { thrown, bodies } = await post([(response) => response.destroy(), status(200)]);
    expect({ thrown, posts: bodies.length }).toEqual({ thrown: undefined, posts: 2 });
  });

  it('takes a revoked webhook as final', async () => {
    const { thrown, bodies } = await post([status(404)]);
    expect(thrown).toBeInstanceOf(PermanentError);
    expect(bodies).toHaveLength(1);
  });

  it('reaches no address that is not public', async () => {
    await expect(postWebhook('http://169.254.169.254/latest', {})).rejects.toThrow(/public|169\.254/);
  });
});
