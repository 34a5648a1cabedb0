import {
  blue,
  circle,
  dial,
  envelope,
  green,
  grey,
  lines,
  path,
  person,
  sheet,
  smile,
  svgFile,
  tick,
} from './drawing.ts';

/**
 * Our own drawings that move, beside words that say the same: how the form works, how one comes back to it, and what happens when it is sent.
 *
 * Each is three pictures in a row. They come in one after the other, once, within four seconds, and then stand still (WCAG 2.2.2). The motion only leads up
 * to the drawing that stands. Whoever has asked their device for less motion gets the drawing that stands and nothing else: the page chooses the
 * file, since a browser does not tell a drawing in a page what its reader has asked for. No script.
 */

/** How long one of the three waits for the one before it, and how long it takes to come, in seconds. */
const wait = 1.1;
const takes = 0.9;

const motion = `<style>.c{animation:c ${takes}s ease-out backwards}.t{stroke-dasharray:60;animation:t ${takes}s ease-out backwards}${[
  1, 2, 3,
]
  .map((at) => `.d${at}{animation-delay:${((at - 1) * wait + 0.2).toFixed(1)}s}`)
  .join('')}@keyframes c{from{opacity:0;transform:translateX(-24px)}}@keyframes t{from{stroke-dashoffset:60}}</style>`;

/** One of the three, from where its square begins; an arrow leads to the next. */
const scene = (at: 1 | 2 | 3, inside: string) =>
  `<g transform="translate(${(at - 1) * 104} 0)"><g class="c d${at}">${at > 1 ? path('M-10 48h14M-2 40l8 8-8 8') : ''}<g transform="translate(14 6) scale(.86)">${inside}</g></g></g>`;

const done = (at: 1 | 2 | 3) => `<g class="t d${at}">${tick(48, 64, 0.9)}</g>`;
const question = (at: 1 | 2 | 3) => sheet(path('M32 34h34') + done(at));

const three = (...parts: readonly [string, string, string]) =>
  parts.map((part, index) => scene((index + 1) as 1 | 2 | 3, part)).join('');

const stories = {
  /** One page, one question; each is kept before the next comes. */
  'one-at-a-time': three(question(1), question(2), question(3)),
  /** The form is put away, a mail has a link, and the form is open again where it was. */
  'come-back': three(
    `${question(1)}<g transform="translate(70 70) scale(.5)">${dial(0, 0, 30)}</g>`,
    envelope(8, 24, 80, 52) + circle(76, 72, 13, green) + path('M70 72h12M77 66l6 6-6 6'),
    question(3),
  ),
  /** It is sent, somebody reads it, and gets in touch. */
  'what-next': three(
    sheet(lines(36, 50, 64)) + path('M74 60l16-10-16-10', green),
    person(36, 34, blue) +
      smile(36, 40, 5) +
      `<g transform="translate(46 40) scale(.55)">${sheet(lines(36, 50, 64))}</g>`,
    person(26, 38, grey, 0.85) +
      path('M52 14h36v26H72l-8 10V40H52z', '#fff') +
      path('M60 24h20M60 31h12') +
      smile(26, 43, 4),
  ),
} as const satisfies Readonly<Record<string, string>>;

/** The name of a drawing that moves. */
export type Story = keyof typeof stories;

/** Each as two SVG files by its name: the one that moves, and the one that stands still. */
export const movingPictures = Object.entries(stories).map(
  ([name, inside]) =>
    [name as Story, { moving: svgFile(motion + inside, 3.25), still: svgFile(inside, 3.25) }] as const,
);
