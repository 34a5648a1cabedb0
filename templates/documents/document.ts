import type { Council } from '../../schemas/council.ts';
import { wordsIn } from '../glossary.ts';

/**
 * A copy that a person is given, as what it says and not how it looks: `document.njk` prints it as HTML and `pdf.ts` as tagged PDF,
 * so that the two cannot differ.
 */

/** One part of a copy, in reading order. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered: boolean }
  /** The first cell of each row is its heading; the columns of `amounts`, counted from 0, are money. */
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly amounts: readonly number[];
    }
  /** A table of two columns whose sums are drawn too: each bar from where and how far, in thousandths of the whole. */
  | {
      readonly kind: 'shares';
      readonly caption: string;
      readonly head: readonly [string, string];
      readonly rows: readonly {
        readonly label: string;
        readonly amount: string;
        readonly bar?: { readonly from: number; readonly width: number; readonly colour: string };
      }[];
    };

/** A whole copy. `id` names it in its address; `facts` say whose it is and when it was made, right under the title. */
export type Copy = {
  readonly id: string;
  readonly title: string;
  readonly councilName: string;
  readonly reference: string;
  readonly facts: readonly Fact[];
  readonly blocks: readonly Block[];
};

/** A short name with its value: "Decided on", "Monday 16 February 2026". */
export type Fact = { readonly label: string; readonly value: string };

/** Whose copy it is and when it was made; each kind of copy adds what it says. */
export type CopyHead = Pick<Copy, 'id' | 'councilName' | 'reference'> & { readonly madeOn: string };

export const heading = (text: string, level: 2 | 3 = 2): Block => ({ kind: 'heading', level, text });

/** Text as people typed it: each line is a paragraph, and nothing is printed where there is none. */
export const text = (typed: string | undefined): Block[] =>
  (typed ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'text', text: line }));

/** A list, or nothing where it would be empty. */
export const list = (items: readonly string[], numbered = false): Block[] =>
  items.length > 0 ? [{ kind: 'list', items, numbered }] : [];

/** A table, or nothing where it would have no rows. */
export const table = (
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  amounts: readonly number[] = [],
): Block[] => (rows.length > 0 ? [{ kind: 'table', caption, head, rows, amounts }] : []);

/** A heading with what stands under it, or nothing where nothing does. */
export const section = (title: string, under: readonly Block[], level: 2 | 3 = 2): Block[] =>
  under.length > 0 ? [heading(title, level), ...under] : [];

const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** Whole pence as people read them: 4155 is "£41.55". */
export const pounds = (pence: number): string => money.format(pence / 100);

const calendar = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A calendar date, `YYYY-MM-DD`, as people read it: "16 February 2026". */
export const day = (date: string): string => calendar.format(new Date(`${date}T00:00:00Z`));

/** The first letter as a capital: the law's terms are written to stand within a sentence. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** The label of a coded answer; a code without one is shown with spaces, so that nothing is left out. */
export const said = (labels: Readonly<Record<string, string>>, code: string): string =>
  labels[code] ?? capital(code.replaceAll(/[-_]/g, ' '));

/** Every piece of text that a copy prints. */
export const textsOf = ({ facts, blocks, title, councilName }: Copy): string[] => [
  councilName,
  title,
  ...facts.flatMap(({ label, value }) => [label, value]),
  ...blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items;
    if (block.kind === 'shares') return [block.caption, ...block.rows.map(({ label }) => label)];
    return block.kind === 'table' ? [block.caption, ...block.head, ...block.rows.flat()] : [block.text];
  }),
];

/** A copy that is read away from the site, with the council's own words that stand in it explained at its end. */
export const withWordsExplained = (copy: Copy, { glossary }: Pick<Council, 'glossary'>): Copy => {
  const words = wordsIn(textsOf(copy).join(' \n '), glossary);
  const explained = list(words.map(({ term, meaning }) => `${term}: ${meaning}`));
  return { ...copy, blocks: [...copy.blocks, ...section('What the words mean', explained)] };
};
