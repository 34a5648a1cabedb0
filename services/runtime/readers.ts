import { AsyncLocalStorage } from 'node:async_hooks';
import { hearFrom, type Reader } from '../../schemas/say.ts';

const readers = new AsyncLocalStorage<Reader>();
hearFrom(() => readers.getStore());

/** Answers somebody in their language; whatever is said meanwhile is said in it. */
export const answering = <T>(reader: Reader, run: () => T): T => readers.run(reader, run);

/** Does what is not for whoever is answered: what is stored and what staff read is English. */
export const inEnglishFor = <T>(run: () => T): T => readers.exit(run);
