/** The text of a JSON file as `npm run check` wants it: two spaces, and a list of words on one line as far as it fits. */
export const fileText = (value: unknown): string =>
  `${JSON.stringify(value, null, 2)}\n`.replaceAll(
    /^( *.*)\[\n((?: +(?:"(?:[^"\\]|\\.)*"|\d+),?\n)+) *\](,?)$/gm,
    (whole, before: string, items: string, after: string) => {
      const line = `${before}[${items.trim().split(/\n */).join(' ')}]${after}`;
      return line.length > 120 ? whole : line;
    },
  );
