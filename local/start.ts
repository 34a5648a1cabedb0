/**
 * What `start.js` starts: the whole platform on this machine. `CAREWAY_PORT` and `CAREWAY_DATA` let several copies run side by side, `CAREWAY_LIMITS=off` lets one
 * address ask for as much as it likes, and `CAREWAY_PROXIES` names the proxies in front, `127.0.0.1/32` or several with commas.
 */
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { commandLine, dataFolder } from './command-line.ts';
import { writeCouncilIndexes } from './new-council/council-index.ts';

const usage = `npm start runs the whole of Careway on this machine, until Ctrl+C. It takes no options, but reads four settings:

  CAREWAY_PORT     the port, 3000 where none is given; 0 takes any free one
  CAREWAY_DATA     the folder that its data is kept in, .careway/data where none is given
  CAREWAY_LIMITS   off lets one address ask for as much as it likes, as a load test does
  CAREWAY_PROXIES  the addresses of proxies in front, 127.0.0.1/32, or several with commas

  CAREWAY_PORT=3001 CAREWAY_DATA=.careway/other npm start`;

/** @throws where the port is none, with a sentence that says so */
const portOf = (given: string): number => {
  const port = /^\d{1,5}$/.test(given) ? Number(given) : Number.NaN;
  if (port <= 65_535) return port;
  throw new Error(`CAREWAY_PORT must be a port from 0 to 65535, not ${given}`);
};

commandLine(usage, {});
try {
  const [folder, port] = [dataFolder(), portOf(process.env['CAREWAY_PORT'] || '3000')];
  const root = join(import.meta.dirname, '..');
  const { expectCouncilFiles } = await import('./council-files.ts');
  await expectCouncilFiles(root);
  await writeCouncilIndexes(root);
  // Loaded after that, since it loads every file of a council.
  const { startServer } = await import('./server.ts');
  const { url, platform, refused, stop } = await startServer({
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
  void refused.then(async ({ message }) => {
    console.error(message);
    // What hangs may not keep it from ending: all that was answered is in the folder.
    setTimeout(() => process.exit(1), 5_000).unref();
    await stop().finally(() => process.exit(1));
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
