/**
 * What `start.js` starts: the whole platform on this machine. `CAREWAY_PORT` and `CAREWAY_DATA` let several copies run side by side, `CAREWAY_LIMITS=off` lets one
 * address ask for as much as it likes, and `CAREWAY_PROXIES` names the proxies in front, `127.0.0.1/32` or several with commas.
 */
import { performance } from 'node:perf_hooks';
import { startServer } from './server.ts';

const folder = process.env['CAREWAY_DATA'] ?? '.careway/data';
const port = Number(process.env['CAREWAY_PORT'] ?? 3000);

try {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`CAREWAY_PORT must be a port from 0 to 65535, not ${process.env['CAREWAY_PORT']}`);
  }
  const { url, platform, stop } = await startServer({
    folder,
    port,
    clock: 'ticking',
    limited: process.env['CAREWAY_LIMITS'] !== 'off',
    proxies: (process.env['CAREWAY_PROXIES'] ?? '').split(',').filter((range) => range !== ''),
  });
  const councils = platform.councils.map((slug) => `    ${url}/${slug}`).join('\n');
  console.log(`
  Careway is running.

  Start here     ${url}/_local
  Mailbox        ${url}/_local/mailbox
  API            ${url}/openapi.json
  Councils
${councils}

  Data in ${folder}. Press Ctrl+C to stop; what is there is kept.
  Ready in ${Math.round(performance.now())} ms.
`);
  const end = () => void stop().then(() => process.exit(0));
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
