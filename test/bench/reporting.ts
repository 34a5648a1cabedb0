import { flushCompileCache } from 'node:module';

/** What a process has used: CPU time in milliseconds, user and system, and resident memory in bytes. */
export type Usage = { readonly cpuMs: number; readonly residentBytes: number };

/** What this process has used since it began. */
export const usage = (): Usage => {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, residentBytes: process.memoryUsage.rss() };
};

/**
 * The part of a server that a benchmark starts by `fork`: the first message tells what to start with, the answer to it on which port it
 * listens, and every further message is answered with what the process has used.
 */
export const serveParent = <Given>(start: (given: Given) => Promise<number>): void => {
  process.once('message', async (given) => {
    // The parent sends what the server that it forks takes.
    const port = await start(given as Given);
    process.on('message', () => {
      flushCompileCache();
      process.send?.(usage());
    });
    process.send?.({ port });
  });
};
