/** Prints how much each example person is asked, before and now, and fails where it is more than it may be. `npm run walk` */
import type { FormSize } from '../../domain/forms/form-size.ts';
import { overCeiling, walks } from '../support/walked-people.ts';

const cell = (size: FormSize | undefined): string =>
  size === undefined ? 'none' : `${size.pages} / ${size.fields} / ${size.longTexts} (${size.mustWrite})`;

console.log('Pages / fields / long texts (those that must be written)\n');
console.log('| Who | Before | Now | At most |\n| --- | --- | --- | --- |');
for (const walk of walks) {
  const { pages, fields, mustWrite } = walk.ceiling ?? {};
  console.log(
    `| ${walk.name} | ${cell(walk.before)} | ${cell(walk.now)} | ${walk.ceiling ? `${pages} / ${fields} (${mustWrite})` : ''} |`,
  );
}
const over = walks.flatMap((walk) => overCeiling(walk).map((what) => `${walk.name}: ${what}`));
for (const one of over) console.error(`Too long. ${one}`);
process.exitCode = over.length > 0 ? 1 : 0;
