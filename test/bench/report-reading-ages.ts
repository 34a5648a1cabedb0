/** Prints the table of `docs/reading-age.md`. */
import { readingAgeTable } from '../templates/reading-ages.ts';

console.log(readingAgeTable());
