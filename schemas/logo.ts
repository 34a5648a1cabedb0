/** A logo is a small drawing: more than this is a picture of another kind, and slow on a phone. */
const mostBytes = 30_000;

/** What a drawing may be made of. Whatever is not here could run, load, link or be written into a page. */
const elements = new Set(
  'svg g path rect circle ellipse line polyline polygon text tspan title desc defs linearGradient radialGradient stop clipPath mask use symbol'.split(
    ' ',
  ),
);

const tag = /<\s*(\/?)\s*([\w:-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g;
const attribute = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const faultsOfAttribute = (element: string, name: string, value: string): string[] => {
  const said = `<${element} ${name}="…">`;
  if (/^on/i.test(name)) return [`${said} is an event handler, which could run a program`];
  if (/^style$/i.test(name))
    return [`${said} is not allowed: the pages allow no styles within them, so give fill and stroke as attributes`];
  if (/(^|:)(href|src|base)$/i.test(name) && !/^#[\w-]+$/.test(value.trim()))
    return [`${said} refers to something outside the file`];
  if (/url\(/i.test(value) && !/^url\(\s*['"]?#[\w-]+['"]?\s*\)$/i.test(value.trim()))
    return [`${said} refers to something outside the file`];
  if (/(javascript|data)\s*:/i.test(value)) return [`${said} could run a program or carry another file`];
  return [];
};

/**
 * Why a file may not be shown as a council's logo, each as a sentence; none where it may. Nothing is taken out of a file: whoever made it puts it
 * right, so that what is shown is what was drawn.
 *
 * An SVG that is shown as an image runs nothing and loads nothing, but its file can be opened by its address too.
 */
export const logoFaults = (svg: string): string[] => {
  const text = svg.replaceAll(/^\uFEFF/g, '').trim();
  const drawing = text.replace(/^<\?xml[^?]*\?>\s*/, '').replaceAll(/<!--[\s\S]*?-->/g, '');
  const faults: string[] = [];
  if (new TextEncoder().encode(svg).length > mostBytes) faults.push(`it has more than ${mostBytes} bytes`);
  if (/<!(DOCTYPE|ENTITY|\[CDATA)/i.test(drawing))
    faults.push('it has a DOCTYPE, an entity or CDATA, which can hide what it is made of');
  if (/<\?/.test(drawing))
    faults.push('it has a processing instruction such as <?xml-stylesheet?>, which loads another file');
  if (!/^<svg[\s>]/.test(drawing.trimStart()) || !/<\/svg>$/.test(drawing.trimEnd()))
    faults.push('it is not one <svg> drawing');
  if (!/<svg[^>]*\sxmlns=["']http:\/\/www\.w3\.org\/2000\/svg["']/.test(drawing))
    faults.push('its <svg> has no xmlns="http://www.w3.org/2000/svg", without which a browser shows nothing');
  if (!/<svg[^>]*\sviewBox=["'][\d\s.,-]+["']/.test(drawing))
    faults.push('its <svg> has no viewBox, so it cannot be made smaller');
  const read = [...drawing.matchAll(tag)];
  for (const [, closing, name = '', rest = ''] of read) {
    if (!elements.has(name)) faults.push(`<${name}> is not allowed in a logo`);
    if (closing) continue;
    for (const [, attr = '', double, single] of rest.matchAll(attribute))
      faults.push(...faultsOfAttribute(name, attr, double ?? single ?? ''));
    if (/[^\s/]/.test(rest.replaceAll(attribute, ''))) faults.push(`<${name}> has something that is not name="value"`);
  }
  if (/[<>]/.test(drawing.replaceAll(tag, ''))) faults.push('it has a < or > that belongs to no element');
  return [...new Set(faults)];
};
