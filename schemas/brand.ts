import * as z from 'zod';
import { contrastOf, hexColour } from './contrast.ts';

/** The fonts that a council may have its pages in: those that nearly every device has. GOV.UK's own may be used on gov.uk alone. */
export const fontStacks = {
  system: 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif',
  arial: 'Arial,Helvetica,sans-serif',
  tahoma: 'Tahoma,Geneva,Verdana,sans-serif',
  trebuchet: '"Trebuchet MS","Lucida Grande",Arial,sans-serif',
  verdana: 'Verdana,Geneva,sans-serif',
} as const;
export type Font = keyof typeof fontStacks;

const colour = z
  .string()
  .regex(hexColour, { error: 'Give a colour as # and six small letters or figures, such as #1d4f91' });

/**
 * How a council's pages look like its own, as data. What is left out is as on the pages of a council that says nothing. The mark of the keyboard's
 * focus is no choice: its yellow and black stand out from any page.
 */
export const brand = z.strictObject({
  /** The council's mark, from the file `logo.svg` beside `council.json`: how large it is shown, in CSS pixels. It is named by the council's name. */
  logo: z
    .strictObject({
      width: z.int().min(16).max(290, { error: 'A logo is at most 290 wide, so that it fits a small phone' }),
      height: z.int().min(16).max(80),
    })
    .optional(),
  /** Text on the header, whose background is the council's `colour`. */
  headerText: colour.optional(),
  link: colour.optional(),
  /** The background of the main buttons, whose text is white. */
  button: colour.optional(),
  font: z.enum(Object.keys(fontStacks) as [Font, ...Font[]]).optional(),
  /** The council's own website, to which its name in the header leads; left out, the name leads to the start of this service. */
  homeUrl: z.url({ protocol: /^https$/, error: 'Give an address that begins with https://' }).optional(),
  status: z.enum(['confirmed', 'unconfirmed', 'example']),
  source: z.string().min(1),
});
export type Brand = z.infer<typeof brand>;

/** The lightest and the darkest page that links and buttons stand on: the footer's and the white of all others. */
const pages = [
  ['a white page', '#ffffff'],
  ['the footer', '#f4f8fb'],
] as const;
/** What text needs, and what a part of a page needs that is to be found. WCAG 2.2, 1.4.3 and 1.4.11. */
const [forText, forParts] = [4.5, 3];

/** A pair of colours that stand out too little: the field, and a sentence with what was measured and what is allowed. */
type WeakContrast = { readonly path: readonly ['brand', string]; readonly value: string; readonly message: string };

/** Every pair of a council's colours that cannot be told apart well enough. */
export const weakContrasts = ({
  colour: given,
  brand: own = {} as Brand,
}: {
  readonly colour?: string | undefined;
  readonly brand?: Brand | undefined;
}): WeakContrast[] => {
  const header = given ?? '#1c4e63';
  const check = (
    field: string,
    value: string | undefined,
    [name, other]: readonly [string, string],
    least: number,
  ): WeakContrast[] => {
    if (typeof value !== 'string' || !hexColour.test(value) || !hexColour.test(other)) return [];
    const ratio = contrastOf(value, other);
    // A ratio is told as it is compared, never rounded up to what is allowed.
    const measured = (Math.floor(ratio * 100) / 100).toFixed(2);
    const message = `Its contrast with ${name} (${other}) is ${measured} to 1, and at least ${least} to 1 is allowed`;
    return ratio < least ? [{ path: ['brand', field], value, message }] : [];
  };
  return [
    ...check('headerText', own.headerText, ['the header', String(header)], forText),
    ...pages.flatMap((page) => check('link', own.link, page, forText)),
    // White text on it is the harder of the two: what has that stands out from a white page as well.
    ...check('button', own.button, ['its white text', '#ffffff'], forText),
    ...check('button', own.button, pages[1], forParts),
  ];
};
