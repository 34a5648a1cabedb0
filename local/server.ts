import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createGateway } from './gateway.ts';
import { createLocalApi } from './local-api.ts';
import { type PlatformOptions, startPlatform } from './platform.ts';
import { createRateLimits } from './rate-limits.ts';

/** The port that something else listens on, with what to do about it. */
export class BusyPort extends Error {
  constructor(port: number, cause: unknown) {
    super(
      `Port ${port} is in use, perhaps by another Careway. Stop that one, or choose another port:\n  CAREWAY_PORT=${port < 65_535 ? port + 1 : 3000} npm start`,
      { cause },
    );
    this.name = 'BusyPort';
  }
}

export type ServerOptions = Omit<PlatformOptions, 'origin'> & {
  readonly port: number;
  /** Whether one address may ask for no more than the manifest's limits allow; a play or a measurement asks for more. @default true */
  readonly limited?: boolean;
};

/**
 * Starts the local platform behind one HTTP server on the loopback address.
 *
 * @param port 0 for any free one
 * @throws BusyPort
 */
export const startServer = async ({ port, limited = true, ...options }: ServerOptions) => {
  let answer: (request: IncomingMessage, response: ServerResponse) => Promise<void> = async (_, response) => {
    response.writeHead(503, { 'retry-after': '1' }).end('Starting');
  };
  const { onError = console.error } = options;
  const answering = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    answering.add(response);
    response.once('close', () => answering.delete(response));
    answer(request, response).catch((error) => {
      onError(error);
      if (!response.headersSent) response.writeHead(502);
      response.end();
    });
  });
  // Longer than clients keep a connection: one that ends while a request comes in resets it.
  server.keepAliveTimeout = 75_000;
  // The port is taken before the data is opened, so that a second copy fails on the port and not on a locked folder.
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') reject(new BusyPort(port, error));
      else if (error.code === 'EACCES') {
        reject(new Error(`You may not take port ${port}. Choose another:\n  CAREWAY_PORT=3000 npm start`));
      } else reject(error);
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const listening = typeof address === 'object' && address ? address.port : port;
  const origin = `http://localhost:${listening}`;
  const platform = await startPlatform({ ...options, origin }).catch((error) => {
    server.close();
    throw error;
  });
  const before = {
    served: platform.councils,
    reached: () => platform.councils.map((slug) => platform.deps.councils.known(slug)),
    ...(options.proxies && { proxies: options.proxies }),
    ...(limited && { rateLimits: createRateLimits(() => platform.clock.now().epochMilliseconds) }),
  };
  const [gateway, localApi] = [createGateway(platform.lambda, before), createLocalApi(platform)];
  answer = async (request, response) => {
    const work = (request.url ?? '').startsWith('/_local') ? localApi(request, response) : gateway(request, response);
    await work;
  };
  // Whoever waits for an answer is told that nothing was kept; nobody else is let in.
  const refused = platform.refused.then(async (why) => {
    server.close();
    await Promise.all([...answering].map((response) => once(response, 'close')));
    return why;
  });
  return {
    platform,
    /** Why the data folder takes nothing more, once whoever asked has been answered: all that is left is to stop. */
    refused,
    url: platform.origin,
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await platform.stop();
    },
  };
};

export type Server = Awaited<ReturnType<typeof startServer>>;
