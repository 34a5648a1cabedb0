/**
 * What `npm start` runs: `start.ts`, with what Node makes of TypeScript kept for the next start, which then needs neither its time nor the
 * 25 MB of its compiler. No TypeScript itself, since that would load the compiler. It is written
 * when the platform ends, and twice before, since not everything is loaded at once.
 */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache(join(import.meta.dirname, '../.careway/compiled'));
await import('./start.ts');
for (const seconds of [1, 30]) setTimeout(flushCompileCache, seconds * 1000).unref();
