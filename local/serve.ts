import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve as serveNode } from '@hono/node-server';
import { SettingError } from '../shared/errors.ts';

export interface Served {
  url: string;
  port: number;
  close(): Promise<void>;
}

/**
 * Serves on the loopback address only; port 0 takes any free one.
 * @param flag the option that changes the port, for the message
 * @throws SettingError when the port is in use
 */
export async function serve(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
  flag: string,
): Promise<Served> {
  const server = serveNode({ fetch, port, hostname: '127.0.0.1' }) as ServerType;
  try {
    if (!server.listening) await once(server, 'listening');
  } catch (cause) {
    const inUse = (cause as NodeJS.ErrnoException).code === 'EADDRINUSE';
    throw new SettingError(
      inUse ? `Port ${port} is in use.` : `Port ${port} can't be opened: ${(cause as Error).message}`,
      `Stop what uses it, or choose another with ${flag}.`,
      { cause },
    );
  }
  const taken = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${taken}`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}

/** @throws SettingError when the port is in use, before any work is done for it */
export async function assertPortFree(port: number, flag: string): Promise<void> {
  const probe = await serve(() => new Response(), port, flag);
  await probe.close();
}
