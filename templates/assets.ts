import { type Asset, cssType, type HashedFiles, hashedFiles, scriptType } from './hashed-files.ts';
import { pictures } from './pictures.ts';
import { script } from './script.ts';
import { stylesheet } from './stylesheet.ts';

type Name = 'careway.css' | 'careway.js' | 'icon.svg' | `picture-${string}.svg`;

/** A plain square, so that browsers need not ask for an icon that is not there. It carries no council's mark. */
const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#1c4e63"/>' +
  '<path d="M22 11a8 8 0 1 0 0 10" fill="none" stroke="#fff" stroke-width="4" stroke-linecap="round"/></svg>';

let made: HashedFiles | undefined;

const make = (): HashedFiles => {
  const svg = (body: string): Asset => ({ body, contentType: 'image/svg+xml' });
  const sources: [Name, Asset][] = [
    ['careway.css', { body: stylesheet(), contentType: cssType }],
    ['careway.js', { body: script(), contentType: scriptType }],
    ['icon.svg', svg(icon)],
    ...[...pictures].map(([name, body]): [Name, Asset] => [`picture-${name}.svg`, svg(body)]),
  ];
  return hashedFiles(sources);
};

const all = () => {
  made ??= make();
  return made;
};

/** Every file that is the same for all councils, by its name in `/assets/`. Made once, when first asked for. */
export const assets = (): Readonly<Record<string, Asset>> => all().files;

/**
 * The path of a file: `careway.css` is `/assets/careway-3f0a….css`.
 *
 * @throws RangeError for a picture that is not drawn
 */
export const assetUrl = (name: Name): string => {
  const url = all().urls.get(name);
  if (url === undefined) throw new RangeError(`There is no ${name}`);
  return url;
};

/** The path of a drawing for Easy Read, by its name. */
export const pictureUrl = (name: string): string => assetUrl(`picture-${name}.svg`);

/** The path of the small stylesheet that gives a council its colour, `#005ea5`. The colour is in the name; nothing is stored. */
export const colourUrl = (colour: string): string => `/assets/colour-${colour.slice(1).toLowerCase()}.css`;

/** A file by its name in `/assets/`, or undefined where there is none. */
export const asset = (file: string): Asset | undefined => {
  const colour = /^colour-([0-9a-f]{6})\.css$/.exec(file)?.[1];
  if (colour !== undefined) return { body: colourRules(colour), contentType: cssType };
  return Object.hasOwn(assets(), file) ? assets()[file] : undefined;
};

const colourRules = (hex: string): string =>
  `:root{--careway-colour:#${hex};--careway-on-colour:${luminance(hex) > 0.179 ? '#0b0c0c' : '#fff'}}`;

/** Relative luminance, 0 to 1: above 0.179 black stands out more than white. @see WCAG 2.2, definition of relative luminance */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
