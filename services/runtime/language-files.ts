// Written from the folders of `councils/` by whatever starts, tests or checks the project. Nobody edits it.
// biome-ignore-all format: a council of a long name would be laid out in another way

/** The languages of each council beside English, by their tags: `docs/languages.md` says how one is added. */
export const languageFiles: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
};
