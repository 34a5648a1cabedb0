/** What a path fits: the entry with the pattern, and what stands in the path for each of the pattern's names. */
export type PathMatch<Entry> = { readonly entry: Entry; readonly params: Readonly<Record<string, string>> };

/** Sorts a pattern before those that are less exact: by its first segment, then its second; a word before a name before all that are left. */
const order = (segments: readonly string[]): string =>
  segments.map((segment) => (segment.endsWith('+}') ? 2 : segment.startsWith('{') ? 1 : 0)).join('');

const segmentsOf = (path: string): string[] => (path === '/' ? [] : path.replace(/\/$/, '').split('/').slice(1));

/** The segments as they were meant, or undefined where a `%` is not followed by what makes a character. */
const decoded = (path: string): string[] | undefined => {
  try {
    return segmentsOf(path).map(decodeURIComponent);
  } catch {
    return undefined;
  }
};

const paramsOf = (pattern: readonly string[], asked: readonly string[]): Record<string, string> | undefined => {
  const isGreedy = pattern.at(-1)?.endsWith('+}') ?? false;
  if (isGreedy ? asked.length < pattern.length : asked.length !== pattern.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of pattern.entries()) {
    const [, name, all] = /^\{(\w+)(\+?)\}$/.exec(segment) ?? [];
    const value = all ? asked.slice(index).join('/') : (asked[index] ?? '');
    if (name === undefined ? value !== segment : value === '') return undefined;
    if (name !== undefined) params[name] = value;
  }
  return params;
};

/**
 * Finds by a path the entry whose pattern it fits best, as API Gateway does: `{name}` stands for one segment, `{name+}` for one or more at the
 * end; at the first segment in which two patterns differ, a word beats a name, and a name beats all that are left. A slash at the end is none.
 *
 * Example: with `/{council}` and `/{council}/{path+}`, `/rutland/help` fits the second, with `council` "rutland" and `path` "help".
 */
export const pathMatcher = <Entry extends { readonly path: string }>(entries: readonly Entry[]) => {
  const patterns = entries
    .map((entry) => ({ entry, segments: segmentsOf(entry.path) }))
    .toSorted((a, b) => order(a.segments).localeCompare(order(b.segments)));
  return (path: string): PathMatch<Entry> | undefined => {
    const asked = decoded(path);
    if (asked === undefined) return undefined;
    for (const { entry, segments } of patterns) {
      const params = paramsOf(segments, asked);
      if (params !== undefined) return { entry, params };
    }
    return undefined;
  };
};
