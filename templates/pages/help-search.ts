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

const rootsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !common.has(word))
    .map((word) => root(root(word)));

/**
 * What has every word that was looked for, or the beginning of it; what has them all in its title comes first.
 *
 * A search without any telling word, such as "how do I", finds everything.
 */
export const found = <Item>(
  items: readonly Item[],
  query: string,
  textOf: (item: Item) => { title: string; rest: string },
): Item[] => {
  const wanted = rootsOf(query);
  const has = (text: string): boolean => {
    const roots = rootsOf(text);
    return wanted.every((word) => roots.some((one) => one.startsWith(word)));
  };
  const texts = items.map((item) => ({ item, ...textOf(item) }));
  const inTitle = texts.filter(({ title }) => has(title));
  const elsewhere = texts.filter((one) => !inTitle.includes(one) && has(`${one.title} ${one.rest}`));
  return [...inTitle, ...elsewhere].map(({ item }) => item);
};
