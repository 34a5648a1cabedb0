/** The floor of the form: a bare `node:http` server that reads each request and answers it with recorded bytes. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { serveParent } from './reporting.ts';

/** What it answers, by method and path. */
export type Recorded = Readonly<Record<string, { status: number; headers: Record<string, string>; body: string }>>;

serveParent(async ({ recorded }: { recorded: Recorded }) => {
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') await text(request);
    const ready = recorded[`${request.method} ${request.url}`];
    response.writeHead(ready?.status ?? 404, ready?.headers).end(ready?.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Listening on an address, not on a pipe.
  return (server.address() as AddressInfo).port;
});
