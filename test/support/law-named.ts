/** How law is named: an act or regulations with their year, a part of them by its number, the statutory guidance. */
const named =
  /\b(?:[A-Z][a-z]+ )?Act (?:19|20)\d\d\b|\bRegulations? (?:19|20)\d\d|\bSI (?:19|20)\d\d\/\d+|\bCare Act\b|\b(?:regulation|reg|section|article|schedule|paragraph|annex|chapter) \d+|\bss?\.\s?\d+|\bAnnex [A-Z]\b|statutory guidance/gi;

/** Every place at which a text names law, with the words around it. Staff read the law beside their work; people are told what it means. */
export const lawNamedIn = (text: string): string[] =>
  [...text.matchAll(named)].map(({ index, 0: found }) =>
    text.slice(Math.max(0, index - 50), index + found.length + 50).replaceAll(/\s+/g, ' '),
  );
