/**
 * What our drawings are made of: thick dark lines, few colours, made for a square of 96 by 96.
 */

/** The few colours of our drawings. */
export const blue = '#5694ca';
export const yellow = '#ffdd00';
export const green = '#2fa866';
export const red = '#e0533c';
export const skin = '#f3c69f';
export const brown = '#a5683a';
export const grey = '#c9cdd0';
export const ink = '#0b0c0c';

/** A line, or a shape where it is filled. */
export const path = (d: string, fill = 'none', more = '') => `<path d="${d}" fill="${fill}"${more}/>`;
/** A circle by its centre. */
export const circle = (x: number, y: number, r: number, fill = '#fff') =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
/** A box by its upper left corner. */
export const box = (x: number, y: number, width: number, height: number, fill = '#fff', round = 3) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}"/>`;
/** Small points, such as eyes. */
export const dots = (...places: readonly (readonly [number, number])[]) =>
  places.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="1.5" fill="${ink}"/>`).join('');
/** A letter or two, drawn as text. */
export const word = (x: number, y: number, size: number, text: string, fill = ink) =>
  `<text x="${x}" y="${y}" font-size="${size}" font-family="sans-serif" font-weight="700" text-anchor="middle" stroke="none" fill="${fill}">${text}</text>`;

/** Head and shoulders, the head's centre at the point given. */
export const person = (x: number, y: number, colour = blue, size = 1, face = skin) =>
  `<g transform="translate(${x} ${y}) scale(${size})">${path('M-23 54v-14a23 21 0 0 1 46 0v14z', colour)}${circle(0, 0, 15, face)}${dots([-5, -1], [5, -1])}</g>`;
/** A glad mouth. */
export const smile = (x: number, y: number, wide = 7) => path(`M${x - wide} ${y}q${wide} ${wide} ${wide * 2} 0`);
/** A sad mouth. */
export const frown = (x: number, y: number, wide = 7) => path(`M${x - wide} ${y}q${wide} ${-wide} ${wide * 2} 0`);
/** What somebody says. */
export const bubble = (x: number, y: number, width: number, height: number, inside: string, tailX: number) =>
  `${path(`M${x} ${y}h${width}v${height}h${-(width - tailX - 12)}l-10 12v-12h${-(tailX + 2)}z`, '#fff')}${inside}`;
/** A heart. */
export const heart = (x: number, y: number, size: number, fill = red) =>
  path(
    'M0 22C-30 2-22-20-9-18-4-17 0-12 0-9c0-3 4-8 9-9 13-2 21 20-9 40z',
    fill,
    ` transform="translate(${x} ${y}) scale(${size})"`,
  );
/** A house without door or windows. */
export const roofAndWalls = (colour = yellow) => path('M18 42v42h60V42', colour) + path('M8 48 48 12l40 36', red);
/** Yes, or done. */
export const tick = (x: number, y: number, size: number, colour = green) =>
  `<path d="M-16 2-5 14 17-14" fill="none" stroke="${colour}" stroke-width="9" transform="translate(${x} ${y}) scale(${size})"/>`;
/** No. */
export const cross = (x: number, y: number, size: number) =>
  `<path d="M-13-13 13 13M13-13-13 13" fill="none" stroke="${red}" stroke-width="9" transform="translate(${x} ${y}) scale(${size})"/>`;
/** A sheet of paper with a corner turned down. */
export const sheet = (inside: string) => `${path('M22 8h38l16 16v64H22z', '#fff')}${path('M60 8v16h16')}${inside}`;
/** Lines of writing on a sheet. */
export const lines = (...rows: readonly number[]) => path(rows.map((y) => `M32 ${y}h34`).join(''));
/** A pencil, its point down. */
export const pencil = (x: number, y: number) =>
  `<g transform="translate(${x} ${y}) rotate(45)">${path('M-6-34H6V10L0 22-6 10z', yellow)}${path('M-6 10H6')}${path('M-6-26H6')}</g>`;
/** The cross of health. */
export const plus = (x: number, y: number, size: number, fill = red) =>
  path('M-5-14H5v9h9V5H5v9H-5V5h-9V-5h9z', fill, ` transform="translate(${x} ${y}) scale(${size})"`);
/** A letter or an email. */
export const envelope = (x: number, y: number, width: number, height: number) =>
  box(x, y, width, height) + path(`M${x} ${y + 3}l${width / 2} ${height * 0.55} ${width / 2} ${-height * 0.55}`);
/** A head from the side. */
export const head = (inside: string) =>
  `${path('M30 90V74C18 66 14 54 16 42 20 18 44 6 64 14c18 8 20 26 18 36l6 12-8 3v12H64v13z', skin)}${inside}`;
/** A shield with a tick: safe. */
export const shield = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})">${path('M0-32 26-22V0C26 18 12 30 0 36-12 30-26 18-26 0v-22z', blue)}${tick(0, 2, 0.9, '#fff')}</g>`;
/** A face with its mouth. */
export const face = (fill: string, mouth: string) =>
  circle(48, 48, 38, fill) +
  `<circle cx="35" cy="40" r="4" fill="${ink}"/><circle cx="61" cy="40" r="4" fill="${ink}"/>${mouth}`;
/** A clock. */
export const dial = (x: number, y: number, r: number) =>
  circle(x, y, r) + path(`M${x} ${y - r * 0.6}V${y}l${r * 0.45} ${r * 0.3}`);

/** A drawing as an SVG file, so many squares wide. */
export const svgFile = (inside: string, squares = 1): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${96 * squares} 96" fill="none" stroke="${ink}" stroke-width="4" stroke-linecap="round" stroke-linejoin="round">${inside}</svg>`;
