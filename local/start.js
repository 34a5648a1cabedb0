/**
 * What `npm start` runs: `start.ts`, with what Node makes of TypeScript kept for the next start, which then needs neither its time nor the
 * 25 MB of its compiler. No TypeScript itself, since that would load the compiler. It is written when the platform ends, and once before.
 */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache(join(import.meta.dirname, '../.careway/compiled'));
await import('./start.ts');
setTimeout(flushCompileCache, 10_000).unref();
