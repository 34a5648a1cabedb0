import { type Brand, type Font, fontStacks } from '../schemas/brand.ts';
import { readableOn } from '../schemas/contrast.ts';
import { type Asset, cssType, type HashedFiles, hashedFiles, scriptType } from './hashed-files.ts';
import { logos } from './logos.ts';
import { movingPictures, type Story } from './moving-pictures.ts';
import { pictures } from './pictures.ts';
import { script } from './script.ts';
import { stylesheet } from './stylesheet.ts';

type Name =
  | 'careway.css'
  | 'careway.js'
  | 'icon.svg'
  | `picture-${string}.svg`
  | `${'moving' | 'still'}-${Story}.svg`
  | `logo-${string}.svg`;

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
    ...movingPictures.flatMap(([name, { moving, still }]): [Name, Asset][] => [
      [`moving-${name}.svg`, svg(moving)],
      [`still-${name}.svg`, svg(still)],
    ]),
    ...[...logos()].map(([slug, body]): [Name, Asset] => [`logo-${slug}.svg`, svg(body)]),
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

/** The paths of a drawing that moves and of the same that stands still, by its name. */
export const storyUrls = (name: Story) => ({
  moving: assetUrl(`moving-${name}.svg`),
  still: assetUrl(`still-${name}.svg`),
});

/** The path of a council's logo, by its slug. @throws RangeError where there is no file `councils/<slug>/logo.svg` */
export const logoUrl = (slug: string): string => assetUrl(`logo-${slug}.svg`);

/** The path of the small stylesheet that gives a council its colour, `#005ea5`. The colour is in the name; nothing is stored. */
export const colourUrl = (colour: string): string => `/assets/colour-${colour.slice(1).toLowerCase()}.css`;

type Look = Pick<Brand, 'headerText' | 'link' | 'button' | 'font'>;

/** The path of the small stylesheet with the rest of a council's look, in its name too; undefined where the council says nothing of it. */
export const lookUrl = ({ headerText, link, button, font }: Look): string | undefined =>
  [headerText, link, button, font].every((one) => one === undefined)
    ? undefined
    : `/assets/look-${[headerText, link, button].map((one) => one?.slice(1) ?? 'own').join('-')}-${font ?? 'system'}.css`;

/** A file by its name in `/assets/`, or undefined where there is none. */
export const asset = (file: string): Asset | undefined => {
  const colour = /^colour-([0-9a-f]{6})\.css$/.exec(file)?.[1];
  if (colour !== undefined) return { body: colourRules(`#${colour}`), contentType: cssType };
  const look = /^look-((?:[0-9a-f]{6}|own)-(?:[0-9a-f]{6}|own)-(?:[0-9a-f]{6}|own))-([a-z]+)\.css$/.exec(file);
  if (look?.[1] && look[2] && isFont(look[2]))
    return { body: lookRules(look[1].split('-'), look[2]), contentType: cssType };
  return Object.hasOwn(assets(), file) ? assets()[file] : undefined;
};

const isFont = (name: string): name is Font => Object.hasOwn(fontStacks, name);

const colourRules = (hex: string): string => `:root{--careway-colour:${hex};--careway-on-colour:${readableOn(hex)}}`;

/** Darker under the pointer; the focus stays as it is, which stands out from any page. */
const lookRules = ([headerText, link, button]: readonly string[], font: Font): string => {
  const named = [
    ...(headerText === 'own' ? [] : [`--careway-on-colour:#${headerText}`]),
    ...(link === 'own'
      ? []
      : [`--govuk-link-colour:#${link};--govuk-link-hover-colour:color-mix(in srgb,#${link} 75%,#000)`]),
    `--careway-font:${fontStacks[font]}`,
  ];
  const main = '.govuk-button:not(.govuk-button--secondary,.govuk-button--warning,.govuk-button--inverse,:focus)';
  return [
    `:root{${named.join(';')}}`,
    ...(button === 'own'
      ? []
      : [
          `${main}{background-color:#${button};box-shadow:0 2px 0 color-mix(in srgb,#${button} 50%,#000)}`,
          `${main}:hover{background-color:color-mix(in srgb,#${button} 80%,#000)}`,
        ]),
  ].join('');
};
