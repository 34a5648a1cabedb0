/** Writes the indexes of councils anew from their folders, before commands that read them: a folder that is deleted takes its council away. */
import { join } from 'node:path';
import { writeCouncilIndexes } from './new-council/council-index.ts';

await writeCouncilIndexes(join(import.meta.dirname, '..'));
