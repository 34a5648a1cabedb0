/**
 * What is pasted along and nobody sees: control characters, zero-width spaces, byte order marks, marks of a direction, and letters that are
 * drawn as nothing. The joiners that Urdu, Gujarati and Bengali are written with stay, and so do the marks that isolate a direction.
 */
const unseen =
  /[\p{Cc}\u00AD\u061C\u115F\u1160\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u206A-\u206F\u2800\u3164\uFEFF\uFFA0\u{E0000}-\u{E007F}]/gu;

/** What shows nothing by itself: spaces of any kind, joiners, isolating marks, marks that choose a variant. */
const showsNothing = /^[\s\p{Z}\p{Cf}\p{Variation_Selector}]*$/u;

/**
 * A text as it was meant: one kind of line end, without what nobody sees and without space around it; empty where it then shows nothing. Every
 * text that somebody types goes through here before anything is checked.
 */
export const asTyped = (raw: string): string => {
  const text = raw
    .replace(/\r\n?/g, '\n')
    .replace(unseen, (one) => (one === '\n' || one === '\t' ? one : ''))
    .trim();
  return showsNothing.test(text) ? '' : text;
};

const straight = (text: string): string => text.replace(/[\u2018\u2019\u02BC]/g, "'");

/** A name as it was meant: an apostrophe is straight, whichever the telephone writes, so that one person has one name. */
export const asTypedName = (raw: string): string => straight(asTyped(raw));

/** An email address as it was meant: telephones write curly apostrophes, and a full stop after whatever ends a sentence. */
export const asTypedEmail = (raw: string): string => straight(asTyped(raw)).replace(/\.+$/, '');
