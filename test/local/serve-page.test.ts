import { request as ask } from 'node:http';
import { createConnection } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Served } from '../../local/serve.ts';
import { servePage } from '../../local/serve-page.ts';
import { type Harness, startHarness } from '../pipeline/harness.ts';

let harness: Harness;
let served: Served;
beforeAll(async () => {
  harness = await startHarness();
  served = await servePage(harness.pipeline.runtime, 0);
}, 60_000);
afterAll(async () => {
  await served.close();
  await harness.stop();
});

const statusUnder = (host: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    ask(`${served.url}/api/disputes`, { headers: { host } }, (answer) => resolve(answer.resume().statusCode))
      .on('error', reject)
      .end();
  });

const connects = (address: string) =>
  new Promise<boolean>((resolve) => {
    const socket = createConnection({ host: address, port: served.port });
    socket.on('connect', () => resolve(socket.destroy() !== undefined)).on('error', () => resolve(false));
  });

describe('the local server', () => {
  it('answers this machine, without login', async () => {
    expect(await statusUnder(`127.0.0.1:${served.port}`)).toBe(200);
    expect(await statusUnder(`localhost:${served.port}`)).toBe(200);
  });

  it('can’t be reached at any other address of the machine', async () => {
    expect(await connects('127.0.0.1')).toBe(true);
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    // Another loopback address stands for those of a machine without a network.
    for (const { address } of [...others, { address: '127.0.0.2' }]) expect(await connects(address)).toBe(false);
  });

  it('refuses a page of another name that points here (DNS rebinding)', async () => {
    expect(await statusUnder('rebound.example')).toBe(403);
    expect(await statusUnder(`127.0.0.1.rebound.example:${served.port}`)).toBe(403);
  });
});
