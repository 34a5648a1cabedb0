import { createServer } from 'node:http';
import { registerHooks } from 'node:module';
import type { AddressInfo } from 'node:net';
import { MemoryLevel } from 'memory-level';
import { Temporal } from 'temporal-polyfill';

/**
 * A process for `loads-late.test.ts`: tells whether oidc-provider was imported after a token was issued, and again after
 * the first request to the provider. Hooks see only what is imported after them, hence the late import of sign-in.
 */
const imported: string[] = [];
registerHooks({
  resolve: (specifier, context, next) => {
    imported.push(specifier);
    return next(specifier, context);
  },
});
const { exampleStaff } = await import('../../../local/sign-in/example-staff.ts');
const { createSignIn } = await import('../../../local/sign-in/sign-in.ts');

const server = createServer().listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/_local/oidc`;
const staff = exampleStaff(['poole']);
const store = new MemoryLevel<string, string>();
const signIn = createSignIn({ issuer, store, now: () => Temporal.Now.instant(), staff });
server.on('request', signIn.callback);

const isLoaded = () => imported.includes('oidc-provider');
await signIn.issueAccessToken({ council: 'poole', role: 'manager' });
const afterToken = isLoaded();
const { status } = await fetch(`${issuer}/jwks`);
process.stdout.write(JSON.stringify({ afterToken, status, afterRequest: isLoaded() }));
server.closeAllConnections();
server.close();
