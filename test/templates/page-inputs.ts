/** What a browser would send for the form on a page, as an urlencoded body: HTML standard, "constructing the entry list". */
export const submittedBody = (html: string): string => {
  const body = new URLSearchParams();
  for (const [, tag, attributes = '', text = ''] of html.matchAll(controls)) {
    const of = attributesOf(attributes);
    const name = of.get('name');
    const left = (of.get('type') === 'radio' || of.get('type') === 'checkbox') && !of.has('checked');
    if (name === undefined || left) continue;
    const value = tag === 'textarea' ? decoded(text).replace(/^\n/, '') : (of.get('value') ?? '');
    body.append(name, value.replaceAll('\n', '\r\n'));
  }
  return body.toString();
};

const controls = /<(input|textarea)\b([^>]*)>(?:([^<]*)<\/textarea>)?/g;

const attributesOf = (attributes: string): ReadonlyMap<string, string> =>
  new Map(
    [...attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name, decoded(value)]),
  );

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const decoded = (text: string): string =>
  text.replaceAll(/&(?:#(\d+)|(\w+));/g, (whole, number, name) =>
    number === undefined ? (entities[name] ?? whole) : String.fromCodePoint(Number(number)),
  );

/** The words of a page or email as a reader sees them, tags gone and spaces made single. */
export const readableText = (html: string): string =>
  decoded(html.replaceAll(/<style>[^<]*<\/style>/g, '').replaceAll(/<[^>]*>/g, ' ')).replaceAll(/\s+/g, ' ');
