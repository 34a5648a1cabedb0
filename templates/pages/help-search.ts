import MiniSearch from 'minisearch';

/** Words that stand in every question and so find nothing. */
const common = new Set(
  'a about an and any are as at be can could did do does for from get have how i if in is it me my of on or our should that the their them they this to us was we what when where which who why will with would you your'.split(
    ' ',
  ),
);

/** A word without the endings that make another form of it: "reviews", "reviewed" and "reviewing" are all "review". */
const root = (word: string): string => {
  for (const [ending, rest] of endings) {
    if (word.endsWith(ending) && word.length - ending.length >= 3) return word.slice(0, -ending.length) + rest;
  }
  return word;
};

const endings = [
  ['ies', 'y'],
  ['ing', ''],
  ['ed', ''],
  ['s', ''],
  ['e', ''],
] as const;

const plainly = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '');

/** A word as it is compared; undefined for one that tells nothing. */
const telling = (word: string): string | undefined => {
  const plain = plainly(word);
  return plain === '' || common.has(plain) ? undefined : root(root(plain));
};

/** Words end where no letter, number or apostrophe stands. */
const wordsOf = (text: string): string[] => text.split(/[^\p{L}\p{N}\p{M}'’]+/u);

/**
 * What has the words that were looked for, the beginning of them, or nearly them, as who is in a hurry spells: what says them in its title comes
 * first. Where nothing has all of them, what has some.
 *
 * A search without any telling word, such as "how do I", finds everything.
 */
export const found = <Item>(
  items: readonly Item[],
  query: string,
  textOf: (item: Item) => { title: string; rest: string },
): Item[] => {
  if (!wordsOf(query).some((word) => telling(word))) return [...items];
  const index = new MiniSearch<{ id: number; title: string; rest: string }>({
    fields: ['title', 'rest'],
    tokenize: wordsOf,
    processTerm: telling,
    searchOptions: {
      boost: { title: 10 },
      prefix: true,
      // A word of up to four letters is one of many that are nearly it.
      fuzzy: (word) => (word.length > 4 ? 0.25 : false),
    },
  });
  index.addAll(items.map((item, id) => ({ id, ...textOf(item) })));
  const all = index.search(query, { combineWith: 'AND' });
  return (all.length > 0 ? all : index.search(query)).flatMap(({ id }) => items[id] ?? []);
};
