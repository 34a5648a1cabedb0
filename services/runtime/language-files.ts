/**
 * The languages of each council beside English: `councils/<slug>/languages/<tag>.json`, imported here as `councils.ts` imports what a council decides.
 *
 * None of the five gives its forms in another language on its own pages, and a translation is for people who know the language and the field:
 * so none is switched on. `docs/languages.md` says how one is added.
 */
export const languageFiles: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {};
