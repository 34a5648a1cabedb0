/**
 * What `npm start` runs: `start.ts`, with what Node makes of TypeScript kept for the next start, which then needs neither its time nor the
 * 25 MB of its compiler. No TypeScript itself, since that would load the compiler, and nothing that an older Node has not: it says so instead. It is
 * written when the platform ends, and twice before, since not everything is loaded at once.
 */
import * as nodeModule from 'node:module';
import { join } from 'node:path';

// The first that runs TypeScript as it is. What `npm ci` brings is newer.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18) || (major === 23 && minor < 6)) {
  console.error(`Careway needs Node 24, and this is Node ${process.versions.node}. Run npm ci, which brings it, and then npm start;
  where npm may run no scripts of packages, npm ci --ignore-scripts=false brings it.`);
  process.exit(1);
}
nodeModule.enableCompileCache(join(import.meta.dirname, '../.careway/compiled'));
await import('./start.ts');
for (const seconds of [1, 30]) setTimeout(nodeModule.flushCompileCache, seconds * 1000).unref();
