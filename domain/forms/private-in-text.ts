/** What must not stand in words that nobody asked to be about anyone: each with the words by which people know it. */
const privateThings: readonly (readonly [RegExp, string])[] = [
  [/[^\s@]+@[^\s@]+\.[^\s@]+/, 'an email address'],
  [/\b[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}\b/i, 'a reference'],
  [/\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b/i, 'a postcode'],
  [/\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/i, 'a National Insurance number'],
  [/(?:\+?\d[\s()-]?){9,}/, 'a phone number or another long number'],
];

/** What in a text looks as if it were about somebody, in words; undefined where nothing does. A name cannot be told from another word. */
export const privateIn = (text: string): string | undefined =>
  privateThings.find(([pattern]) => pattern.test(text))?.[1];
