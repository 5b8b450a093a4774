import { createServer, type ServerResponse } from 'node:http';

/** How the server answers one post; one that does nothing lets it hang. */
export type Answer = (response: ServerResponse) => void;

export const answer =
  (status: number, headers: Record<string, string> = {}, text = 'x'): Answer =>
  (response) =>
    void response.writeHead(status, headers).end(text);

export interface Webhook {
  url: string;
  allowList: string[];
  /** What was posted, in order. */
  bodies: string[];
  close(): Promise<void>;
}

/** A webhook on the loopback address that answers each post in turn; the last answer stays. */
export async function startWebhook(answers: Answer[]): Promise<Webhook> {
  const bodies: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const next = answers[Math.min(bodies.length, answers.length - 1)]!;
    bodies.push(Buffer.concat(chunks).toString());
    next(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}/hook`,
    allowList: [`127.0.0.1:${port}`],
    bodies,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
