/**
 * A template's own words as messages that can be said in another language.
 *
 * Nothing in a template says that it is to be translated: each run of text between two block elements is one message, with `{1}`, `{2}` … for
 * what is printed in it and its links and bold words as bare tags: `Read <a>how we use it</a>, {1}.` What is looked up is the English, so a sentence that is changed
 * is translated anew. Words among the arguments of a macro (`text: "Continue"`) are messages too. A translator's list is made of the same reading
 * (`messagesIn`).
 */
const inline = new Set(['a', 'strong', 'b', 'em', 'span', 'br']);

type Piece =
  | { readonly is: 'text' | 'output' | 'boundary'; readonly source: string }
  | { readonly is: 'tag'; readonly source: string; readonly name: string; readonly closes: boolean };

const quoted = `"(?:[^"\\\\]|\\\\.)*"|'(?:[^'\\\\]|\\\\.)*'`;
const tokens = new RegExp(
  [
    /\{#[\s\S]*?#\}/.source,
    `\\{%(?:${quoted}|[\\s\\S])*?%\\}`,
    `\\{\\{(?:${quoted}|[\\s\\S])*?\\}\\}`,
    /<!--[\s\S]*?-->/.source,
    /<!?\/?[a-zA-Z](?:\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|"(?:\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|[^"])*"|[^>"])*>/.source,
  ].join('|'),
  'g',
);

const pieceOf = (source: string): Piece => {
  if (source.startsWith('{{')) return { is: 'output', source };
  const [, slash, name = ''] = /^<(\/?)([a-zA-Z][a-zA-Z0-9]*)/.exec(source) ?? [];
  if (inline.has(name)) return { is: 'tag', source, name, closes: slash === '/' };
  return { is: 'boundary', source };
};

/** Parts of a template in which no text is words for people. */
const notWords = /<(style|script)\b[\s\S]*?<\/\1>/g;

/** @param lines whether each line is a message of its own, as in the text of a mail */
const piecesOf = (source: string, lines: boolean): Piece[] => {
  const found: Piece[] = [];
  let at = 0;
  const take = (from: number, to: number): void => {
    const text = source.slice(from, to);
    for (const part of lines ? text.split(/(\n\s*)/) : [text]) {
      if (part !== '') found.push({ is: part.startsWith('\n') && lines ? 'boundary' : 'text', source: part });
    }
  };
  const skipped = [...source.matchAll(notWords)].map((one) => [one.index, one.index + one[0].length] as const);
  for (const token of source.matchAll(tokens)) {
    if (token.index < at) continue;
    const inside = skipped.find(([from, to]) => token.index >= from && token.index < to);
    take(at, token.index);
    if (inside) {
      found.push({ is: 'boundary', source: source.slice(token.index, inside[1]) });
      at = inside[1];
    } else {
      found.push(pieceOf(token[0]));
      at = token.index + token[0].length;
    }
  }
  take(at, source.length);
  return found;
};

/** Whether a text has words for people, and not just a full stop or a dash. */
const hasWords = (text: string): boolean => /\p{L}/u.test(text.replaceAll(/&[a-z]+;/g, ''));

const expressionOf = (output: string): string => output.replace(/^\{\{-?\s*/, '').replace(/\s*-?\}\}$/, '');

/** A string of Nunjucks. */
const literal = (text: string): string => JSON.stringify(text);

/** A tag as an expression: what its attributes print is worked out and escaped as the template would. */
const tagExpression = (source: string): string | undefined => {
  if (source.includes('{%')) return undefined;
  const parts = source.split(/(\{\{[\s\S]*?\}\})/).filter((part) => part !== '');
  return parts
    .map((part) => (part.startsWith('{{') ? `((${expressionOf(part)}) | escape)` : literal(part)))
    .join(' ~ ');
};

/** A run without the one element that holds all of it: the words of a link that stands alone are the message. */
const peeled = (run: readonly Piece[]): { before: Piece[]; inner: readonly Piece[]; after: Piece[] } => {
  const before: Piece[] = [];
  const after: Piece[] = [];
  let inner = run;
  for (;;) {
    const [first] = inner;
    const last = inner.at(-1);
    if (first === undefined || last === undefined) break;
    if (first.is === 'text' && first.source.trim() === '') {
      before.push(first);
      inner = inner.slice(1);
    } else if (last.is === 'text' && last.source.trim() === '') {
      after.unshift(last);
      inner = inner.slice(0, -1);
    } else if (
      inner.length > 2 &&
      first.is === 'tag' &&
      !first.closes &&
      last.is === 'tag' &&
      last.closes &&
      last.name === first.name &&
      !closesEarly(inner, first.name)
    ) {
      before.push(first);
      after.unshift(last);
      inner = inner.slice(1, -1);
    } else break;
  }
  return { before, inner, after };
};

const closesEarly = (run: readonly Piece[], name: string): boolean => {
  let depth = 0;
  return run.slice(0, -1).some((piece) => {
    if (piece.is === 'tag' && piece.name === name) depth += piece.closes ? -1 : 1;
    return depth === 0;
  });
};

type Message = { readonly key: string; readonly call: string };

const messageOf = (run: readonly Piece[]): Message | undefined => {
  const values: string[] = [];
  const tags: string[] = [];
  let key = '';
  for (const piece of run) {
    if (piece.is === 'output') {
      values.push(`(${expressionOf(piece.source)})`);
      key += `{${values.length}}`;
    } else if (piece.is === 'tag') {
      const expression = piece.closes || piece.name === 'br' ? literal(piece.source) : tagExpression(piece.source);
      if (expression === undefined) return undefined;
      if (!piece.closes && piece.name !== 'br') tags.push(expression);
      key += piece.closes ? `</${piece.name}>` : `<${piece.name}>`;
    } else key += piece.source;
  }
  key = key.replaceAll(/\s+/g, ' ');
  return { key, call: `sayHtml(${[literal(key), `[${values.join(', ')}]`, `[${tags.join(', ')}]`].join(', ')})` };
};

/** Words among the arguments of a macro or in an expression: a string that begins as a sentence does. */
const wordsInCode = /"([A-Z][^"\\]*[a-z][^"\\]*)"(?!\s*[:\]])/g;
/** What is said by a call that stands in the template, as in an attribute of a tag. */
const hearCalls = (source: string, heard: (key: string) => void): void => {
  for (const [, key] of source.matchAll(/sayText\("([^"]+)"/g)) heard(key ?? '');
};

const spokenCode = (source: string, heard: (key: string) => void): string => {
  hearCalls(source, heard);
  return source.replace(wordsInCode, (whole, key: string, at: number) => {
    // Compared, or the name of a template: no words for people.
    if (/(?:[=!]=|import|from|include|extends|sayText\()\s*$/.test(source.slice(0, at))) return whole;
    heard(key);
    return `sayText(${whole})`;
  });
};

const read = (source: string, lines: boolean, heard: (key: string) => void): string => {
  let made = '';
  let run: Piece[] = [];
  const finish = (): void => {
    if (!run.some((piece) => piece.is === 'text' && hasWords(piece.source))) {
      made += run.map((piece) => (piece.is === 'output' ? spokenCode(piece.source, heard) : piece.source)).join('');
      run = [];
      return;
    }
    const { before, inner, after } = peeled(run);
    const [first] = inner;
    const last = inner.at(-1);
    const lead = first?.is === 'text' ? (/^\s*/.exec(first.source)?.[0] ?? '') : '';
    const tail = last?.is === 'text' ? (/\s*$/.exec(last.source)?.[0] ?? '') : '';
    const trimmed = inner.map((piece, index) => ({
      ...piece,
      source:
        piece.is !== 'text'
          ? piece.source
          : piece.source.slice(
              index === 0 ? lead.length : 0,
              index === inner.length - 1 ? piece.source.length - tail.length : undefined,
            ),
    }));
    const message = messageOf(trimmed);
    if (message) {
      heard(message.key);
      // Nunjucks takes the space around a tag that has a hyphen; a run may begin or end with such an output.
      const open = first?.is === 'output' && first.source.startsWith('{{-') ? '{{-' : '{{';
      const close = last?.is === 'output' && last.source.endsWith('-}}') ? '-}}' : '}}';
      made += `${sourceOf(before)}${lead}${open} ${message.call} ${close}${tail}${sourceOf(after)}`;
    } else made += sourceOf(run);
    run = [];
  };
  for (const piece of piecesOf(source, lines)) {
    if (piece.is !== 'boundary') run.push(piece);
    else {
      finish();
      if (!piece.source.startsWith('{%')) hearCalls(piece.source, heard);
      made += piece.source.startsWith('{%') ? spokenCode(piece.source, heard) : piece.source;
    }
  }
  finish();
  return made;
};

const sourceOf = (pieces: readonly Piece[]): string => pieces.map(({ source }) => source).join('');

/** The source of a template whose words are looked up in the language of whoever reads. @param lines whether it is text, and each line a message */
export const withMessages = (source: string, lines = false): string => read(source, lines, () => {});

/** The messages of a template, in English, in order. */
export const messagesIn = (source: string, lines = false): string[] => {
  const found = new Set<string>();
  read(source, lines, (key) => found.add(key));
  return [...found];
};
