import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MemoryLevel } from 'memory-level';
import type { Temporal } from 'temporal-polyfill';
import { onTestFinished } from 'vitest';
import { exampleStaff } from '../../../local/sign-in/example-staff.ts';
import { createSignIn } from '../../../local/sign-in/sign-in.ts';

/** Sign-in served on a free port of the loopback for one test, and again on that port by `restart`. */
export const serveSignIn = async (store: MemoryLevel<string, string>, now: () => Temporal.Instant) => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}/_local/oidc`;
  const start = () => {
    const signIn = createSignIn({ issuer, store, now, staff: exampleStaff(['leicestershire', 'poole']) });
    server.removeAllListeners('request').on('request', signIn.callback);
    return signIn;
  };
  return { issuer, signIn: start(), restart: start };
};
