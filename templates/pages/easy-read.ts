import { pictureUrl } from '../assets.ts';

/** Text as it may stand in HTML, in an element or in an attribute. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/** Answers that are the same wherever they may be given, and their drawings. */
const usualPictures: ReadonlyMap<string, string> = new Map([
  ['yes', 'yes'],
  ['no', 'no'],
  ['not-sure', 'question'],
  ['none', 'none'],
  ['nobody', 'none'],
]);

/** Words with their drawing to the left, as HTML. The words say all; a screen reader passes the drawing by. */
export const pictured = (words: string, picture: string): string =>
  `<span class="careway-pictured"><img src="${pictureUrl(picture)}" alt="" width="72" height="72"><span>${escaped(words)}</span></span>`;

/** An answer in Easy Read as HTML; undefined where it has neither words of its own nor a drawing that all answers of its kind have. */
export const picturedOption = (option: {
  value: string;
  label: string;
  easyRead?: { label: string; picture: string } | undefined;
}): string | undefined => {
  if (option.easyRead) return pictured(option.easyRead.label, option.easyRead.picture);
  const usual = usualPictures.get(option.value);
  return usual && pictured(option.label, usual);
};
