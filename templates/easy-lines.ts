/** Where a sentence ends and another begins, outside a tag. */
const nextSentence = /(?<=[.?!](?:<\/\w+>)?) (?=(?:<a[^>]*>|<strong>)?[\p{Lu}“])/u;

/** Whether each element that is opened in it is closed in it. */
const isWhole = (html: string): boolean =>
  [...html.matchAll(/<(\/?)([a-z]+)\b[^>]*>/g)].reduce(
    (depth, [, closes, name]) => (name === 'br' ? depth : depth + (closes ? -1 : 1)),
    0,
  ) === 0;

/** The sentences of a paragraph; what a link or bold words hold stays together. */
const sentencesOf = (html: string): string[] => {
  const found: string[] = [];
  for (const piece of html.split(nextSentence)) {
    const before = found.at(-1);
    if (before === undefined || isWhole(before)) found.push(piece);
    else found[found.length - 1] = `${before} ${piece}`;
  }
  return found;
};

/** A page or mail in which each sentence has a line of its own: one idea at a time, as Easy Read has it. */
export const inEasyLines = (html: string): string =>
  html.replace(/<p( class="govuk-body")?>((?:(?!<p\b)[\s\S])*?)<\/p>/g, (_, named = '', words: string) =>
    sentencesOf(words)
      .map((sentence) => `<p${named}>${sentence}</p>`)
      .join('\n'),
  );

/** The same of the text of a mail. */
export const textInEasyLines = (text: string): string => text.replaceAll(new RegExp(nextSentence, 'gu'), '\n');
