/** Prints the table of `docs/reading-age.md`. */
import { readingAgeTable } from './reading-ages.ts';

console.log(readingAgeTable());
