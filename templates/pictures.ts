/**
 * Our own drawings for Easy Read: thick dark lines, few colours, one thing each, made to be known at the size of a thumb. They are
 * decoration beside words that say the same. Longer than most files because a drawing cannot be split.
 */

import {
  blue,
  box,
  brown,
  bubble,
  circle,
  cross,
  dial,
  dots,
  envelope,
  face,
  frown,
  green,
  grey,
  head,
  heart,
  ink,
  lines,
  path,
  pencil,
  person,
  plus,
  red,
  roofAndWalls,
  sheet,
  shield,
  skin,
  smile,
  svgFile,
  tick,
  word,
  yellow,
} from './drawing.ts';

const drawings = {
  activities:
    circle(30, 62, 20, '#fff') +
    path('M22 50l10-4 10 6-2 12-12 3-8-8z', ink) +
    path('M58 12h26v40H58z', blue) +
    path('M64 12v40M70 24h8') +
    path('M62 88l10-24 10 24M66 80h12'),
  advice: circle(48, 48, 38, blue) + word(48, 68, 58, 'i', '#fff'),
  alarm:
    path('M20 70h56c-8-6-6-14-8-28-1-12-9-18-20-18s-19 6-20 18c-2 14 0 22-8 28z', yellow) +
    path('M40 72a8 8 0 0 0 16 0') +
    path('M48 24v-8M14 34c0-8 4-14 8-18M82 34c0-8-4-14-8-18'),
  ambulance:
    path('M6 30h52v40H6z', '#fff') +
    path('M58 42h16l14 14v14H58z', yellow) +
    path('M64 48h8l8 8H64z', blue) +
    plus(32, 49, 0.9) +
    circle(24, 72, 9, grey) +
    circle(70, 72, 9, grey),
  'bad-day':
    path('M26 56a15 15 0 0 1 2-30 20 20 0 0 1 38-2 16 16 0 0 1 6 32z', grey) +
    `<g stroke="#1d70b8" stroke-width="6">${path('M30 68l-5 14M48 68l-5 14M66 68l-5 14')}</g>`,
  bed:
    path('M8 26v54M8 70h80M88 80V56') +
    path('M8 54h80v16H8z', blue) +
    path('M14 40h20a6 6 0 0 1 6 6v8H14z', '#fff') +
    circle(26, 40, 8, skin),
  birthday:
    path('M14 54h68v32H14z', yellow) +
    path('M14 66q8 8 17 0t17 0 17 0 17 0v-12H14z', red) +
    `<g fill="#fff">${box(27, 36, 7, 18, blue, 1)}${box(45, 36, 7, 18, blue, 1)}${box(63, 36, 7, 18, blue, 1)}</g>` +
    path(
      'M30 30c-4-6 0-8 0-14 4 6 6 10 0 14zM48 30c-4-6 0-8 0-14 4 6 6 10 0 14zM66 30c-4-6 0-8 0-14 4 6 6 10 0 14z',
      yellow,
    ),
  books:
    path('M10 22c14-6 28-4 38 4 10-8 24-10 38-4v56c-14-6-28-4-38 4-10-8-24-10-38-4z', '#fff') +
    path('M48 26v56M20 38c6-2 12-2 18 1M20 52c6-2 12-2 18 1M58 39c6-3 12-3 18-1M58 53c6-3 12-3 18-1'),
  bus:
    box(8, 20, 80, 52, red, 8) +
    path('M16 30h16v18H16zM38 30h16v18H38z', '#cfe6f7') +
    path('M62 30h18v36H62z', '#cfe6f7') +
    path('M8 58h54') +
    circle(26, 74, 10, grey) +
    circle(68, 74, 10, grey),
  calendar:
    box(12, 18, 72, 66, '#fff', 5) +
    path('M12 23a5 5 0 0 1 5-5h62a5 5 0 0 1 5 5v15H12z', red) +
    path('M30 10v16M66 10v16') +
    dots([28, 50], [42, 50], [56, 50], [70, 50], [28, 62], [42, 62], [70, 62], [28, 74], [42, 74], [56, 74]) +
    circle(56, 62, 8, yellow),
  carer:
    person(30, 40, green) +
    smile(30, 46, 5) +
    person(66, 46, blue, 0.85, brown) +
    path('M48 70c10-6 18-6 26-2', 'none') +
    heart(50, 16, 0.5),
  child:
    circle(48, 24, 14, skin) +
    dots([43, 23], [53, 23]) +
    smile(48, 28, 5) +
    path('M36 42h24l6 28H30z', yellow) +
    path('M40 70v18M56 70v18M35 48 20 58M61 48l15 10') +
    path('M36 18c4-10 20-10 24 0', brown),
  choose: path('M48 14v76') + path('M48 18h28l10 10-10 10H48z', green) + path('M48 44H20L10 54l10 10h28z', yellow),
  cleaning:
    path('M70 6 46 46') +
    path('M36 42 56 54 44 84 14 70z', yellow) +
    path('M26 74l8-16M36 79l7-16') +
    path('M62 60h26l-4 28H66z', blue) +
    path('M64 60c2-14 20-14 22 0'),
  clock: dial(48, 48, 38),
  clothes: path('M34 12 10 26l8 20 10-4v44h40V42l10 4 8-20-24-14c-4 10-24 10-28 0z', blue),
  communicate:
    bubble(8, 10, 46, 30, path('M18 21h26M18 30h18'), 6) +
    path('M42 50h46v28H78v12L66 78H42z', yellow) +
    path('M52 60h26M52 69h18'),
  computer:
    box(12, 14, 72, 50, '#fff', 4) + box(20, 22, 56, 34, '#cfe6f7', 0) + path('M40 64v12h16V64') + path('M26 80h44'),
  control:
    path('M20 26h56M20 50h56M20 74h56') +
    circle(58, 26, 9, yellow) +
    circle(34, 50, 9, green) +
    circle(62, 74, 9, blue),
  culture:
    circle(48, 48, 38, '#cfe6f7') + path('M48 10c-26 22-26 54 0 76 26-22 26-54 0-76zM12 36h72M12 60h72M48 10v76'),
  danger: `${path('M48 8 92 86H4z', yellow)}<path d="M48 34v26" stroke-width="9"/>${circle(48, 73, 3, ink)}`,
  doctor:
    person(48, 28, '#fff', 1.1) +
    smile(48, 34, 5) +
    path('M36 50v12a10 10 0 0 0 20 0V50') +
    circle(46, 76, 5, grey) +
    plus(70, 76, 0.55),
  ear:
    path('M30 44C26 20 46 8 62 16c16 8 16 26 8 38-6 10-12 12-14 22-2 12-20 14-24 2', skin) +
    path('M42 42c-2-14 18-18 22-6 2 8-6 10-10 16-3 5-1 8-6 10'),
  email: box(10, 14, 76, 54, '#fff', 4) + path('M36 68v12h24V68M26 82h44') + envelope(26, 26, 44, 30),
  equality:
    circle(48, 48, 40, '#fff') +
    person(26, 40, red, 0.5) +
    person(48, 40, green, 0.5, brown) +
    person(70, 40, blue, 0.5, '#fbe0c4'),
  eye: path('M4 48c22-36 66-36 88 0-22 36-66 36-88 0z', '#fff') + circle(48, 48, 18, blue) + circle(48, 48, 8, ink),
  fall:
    circle(30, 26, 11, skin) +
    path('M38 36 58 54l22-6M58 54 44 66l10 16M42 42 22 52M48 46l16-16') +
    path('M8 88h80') +
    path('M76 22l10-6M80 34h10M66 12l4-9'),
  family: person(26, 30, green, 0.85) + person(70, 30, red, 0.85, brown) + person(48, 56, yellow, 0.65),
  form: sheet(
    box(32, 34, 10, 10) +
      box(32, 52, 10, 10) +
      box(32, 70, 10, 10) +
      path('M50 39h16M50 57h16M50 75h16') +
      tick(38, 37, 0.45),
  ),
  friends: person(30, 34, yellow) + smile(30, 40, 5) + person(68, 34, blue, 1, brown) + smile(68, 40, 5),
  'good-day':
    circle(48, 48, 20, yellow) +
    `<g stroke-width="6">${path('M48 8v10M48 78v10M8 48h10M78 48h10M20 20l7 7M69 69l7 7M76 20l-7 7M27 69l-7 7')}</g>`,
  happy: face(yellow, smile(48, 56, 18)),
  health: `${heart(48, 46, 1.7)}<path d="M10 50h22l7-14 12 28 8-14h26" stroke="#fff" stroke-width="5" fill="none"/>`,
  heart: heart(48, 46, 1.8),
  helping:
    path('M6 62c14-10 24-8 30-2h18c6 0 6 10 0 10H40M54 66l22-16c8-4 12 4 6 10L60 82H6', skin) + heart(52, 26, 0.9),
  hobby:
    path('M48 12c24 0 38 16 38 34 0 16-12 16-20 14-8-1-12 4-9 12 2 8-2 14-9 14-24 0-38-16-38-37s16-37 38-37z', brown) +
    circle(32, 34, 6, red) +
    circle(54, 28, 6, yellow) +
    circle(70, 42, 6, blue) +
    circle(30, 56, 6, green),
  'home-safe': roofAndWalls() + shield(48, 58, 0.75),
  hospital:
    box(14, 28, 68, 60, '#fff', 2) +
    path('M32 10h32v26H32z', '#fff') +
    plus(48, 23, 0.75) +
    box(22, 44, 12, 12, blue, 0) +
    box(62, 44, 12, 12, blue, 0) +
    path('M40 88V64h16v24', yellow),
  house:
    roofAndWalls() + path('M40 84V58h16v26', blue) + box(24, 50, 10, 12, '#fff', 0) + box(62, 50, 10, 12, '#fff', 0),
  landlord: roofAndWalls() + circle(40, 62, 8, '#fff') + path('M48 62h22M64 62v8M58 62v6'),
  language:
    bubble(6, 8, 48, 34, word(30, 35, 28, 'A'), 8) +
    path('M42 48h48v34H78v10L68 82H42z', yellow) +
    word(66, 76, 28, 'é'),
  learning: path('M48 20 92 38 48 56 4 38z', ink) + path('M24 48v20c12 10 36 10 48 0V48', blue) + path('M86 40v26'),
  letter: envelope(8, 22, 80, 54),
  list: sheet(
    path('M44 36h22M44 54h22M44 72h22') + circle(34, 36, 3, ink) + circle(34, 54, 3, ink) + circle(34, 72, 3, ink),
  ),
  lonely:
    circle(34, 34, 12, skin) +
    path('M22 50c10-6 22-2 26 12h20v24h-8V70H28z', blue) +
    path('M12 86h70M22 54v32') +
    frown(36, 40, 4),
  meal:
    circle(48, 50, 26, '#fff') +
    circle(48, 50, 15, yellow) +
    path('M12 16v20c0 6 8 6 8 0V16M16 16v66') +
    path('M84 82V16c-8 6-10 24-4 34h4', grey),
  medicine:
    path('M34 10h28v14H34z', '#fff') +
    path('M28 24h40v62H28z', brown) +
    path('M28 42h40v28H28z', '#fff') +
    plus(48, 56, 0.7),
  memory: head(word(46, 64, 48, '?')),
  money:
    box(6, 18, 74, 38, green, 3) +
    circle(43, 37, 11, '#fff') +
    word(43, 45, 20, '£') +
    circle(66, 68, 17, yellow) +
    word(66, 76, 22, '£'),
  'name-label':
    box(8, 26, 80, 50, '#fff', 8) +
    path('M8 34a8 8 0 0 1 8-8h64a8 8 0 0 1 8 8v8H8z', red) +
    path('M20 60c6-10 8 8 14-2s8 8 14-2 8 8 14-2 6 4 12 0'),
  night: path('M58 10a40 40 0 1 0 28 56A34 34 0 0 1 58 10z', yellow) + path('M76 22v12M70 28h12'),
  no: circle(48, 48, 40, '#fff') + cross(48, 48, 1.4),
  none: `${circle(48, 48, 36, '#fff')}<path d="M23 73 73 23" stroke="${red}" stroke-width="9"/>`,
  paper: sheet(lines(36, 50, 64, 78)),
  pen: `<g transform="translate(54 44) scale(1.5)">${pencil(0, 0)}</g>${path('M8 88c8-8 12 6 22 0')}`,
  person: person(48, 32, blue, 1.1) + smile(48, 38, 6),
  'care-home': roofAndWalls('#fff') + person(34, 58, blue, 0.42) + person(62, 58, green, 0.42, brown),
  phone:
    box(26, 6, 44, 84, ink, 8) +
    box(32, 16, 32, 58, '#cfe6f7', 0) +
    `<circle cx="48" cy="82" r="3" fill="#fff" stroke="none"/>` +
    path('M39 46c6 12 10 12 14 8l-4-5-4 2-5-8 3-2-3-6c-6 2-5 6-1 11z', ink),
  pills:
    `<g transform="rotate(-35 40 42)">${box(12, 28, 56, 28, '#fff', 14)}${path('M40 28h14a14 14 0 0 1 0 28H40z', red)}</g>` +
    circle(68, 72, 15, '#fff') +
    path('M58 72h20'),
  question: circle(48, 48, 38, yellow) + word(48, 68, 56, '?'),
  remember:
    `<path d="M32 90V60c-12-6-12-22-4-26V16c0-8 12-8 12 0v22l24 4c8 2 10 8 8 18l-4 30z" fill="${skin}"/>` +
    `<path d="M26 28h16M42 26l12-8v18z" stroke="${red}" fill="${red}"/>`,
  respect:
    path('M4 36h14v30H4zM78 36h14v30H78z', blue) +
    path('M18 42c10-6 18-4 26 0l14-2 20 4v18c-8 12-20 18-30 16-12-2-24-10-30-16z', skin) +
    path('M44 42 34 54c4 6 10 4 14-2l6-4 16 16') +
    heart(48, 20, 0.6),
  rest:
    path('M22 20h40a8 8 0 0 1 8 8v34H14V28a8 8 0 0 1 8-8z', blue) +
    path('M6 46h14v18h46V46h14v34H6z', blue) +
    path('M14 80v8M72 80v8'),
  sad: face(blue, frown(48, 68, 18)),
  safe: shield(48, 46, 1.25),
  share:
    circle(22, 48, 13, yellow) +
    circle(72, 22, 13, blue) +
    circle(72, 74, 13, green) +
    path('M34 42 60 28M34 54l26 14'),
  shop: path('M12 34h72l-6 54H18z', yellow) + path('M32 44V26a16 16 0 0 1 32 0v18'),
  sign:
    sheet(lines(30, 42) + path('M32 72c6-12 8 6 14-4s8 4 12-2') + path('M32 80h34')) +
    `<g transform="translate(70 52) scale(.7)">${pencil(0, 0)}</g>`,
  speak: person(28, 44, blue, 0.95) + bubble(46, 8, 44, 30, path('M56 18h24M56 28h16'), 4),
  stairs: path('M8 86h80V22H70v16H50v16H30v16H8z', grey) + path('M14 56 56 18M56 18H42M56 18v14'),
  steering:
    circle(48, 48, 38, grey) +
    circle(48, 48, 24, '#fff') +
    circle(48, 48, 9, grey) +
    path('M24 48h15M57 48h15M48 57v15'),
  support:
    path('M48 56c10-12 26-10 28 0 2 12-16 22-28 32-12-10-30-20-28-32 2-10 18-12 28 0z', red) +
    person(30, 20, blue, 0.55) +
    person(66, 20, green, 0.55, brown),
  thinking:
    person(32, 54, green, 0.9) +
    path('M50 38a13 13 0 0 1 4-25 17 17 0 0 1 30 4 12 12 0 0 1-4 21z', '#fff') +
    circle(50, 48, 3),
  toilet:
    path('M22 12h18v34H22z', '#fff') +
    path('M22 46h56c0 18-14 26-26 26l4 16H30l4-18c-8-6-12-14-12-24z', '#fff') +
    path('M46 40h32v6H46z', blue) +
    path('M28 20h6'),
  understand: head(path('M48 24a15 15 0 0 1 9 27v7H39v-7a15 15 0 0 1 9-27z', yellow) + path('M41 65h14')),
  unsure: face('#fff', path('M32 66h32')),
  wheelchair:
    circle(42, 64, 24) +
    circle(42, 64, 6, grey) +
    circle(78, 82, 8, grey) +
    circle(40, 13, 10, skin) +
    path('M30 28h18l4 14h14v12H34z', blue) +
    path('M62 48l8 26h14') +
    path('M22 28v26h14'),
  washing:
    path('M8 50h80c0 22-8 32-22 32H30C16 82 8 72 8 50z', '#fff') +
    path('M30 82l-4 8M66 82l4 8') +
    path('M18 50V22c0-10 14-10 14 0') +
    circle(46, 40, 8, '#cfe6f7') +
    circle(60, 34, 10, '#cfe6f7') +
    circle(72, 42, 7, '#cfe6f7') +
    `<g stroke="#1d70b8">${path('M32 28v4M32 38v4')}</g>`,
  work: box(8, 32, 80, 52, brown, 5) + path('M34 32V18h28v14') + path('M8 54h80') + box(42, 48, 12, 12, yellow, 2),
  'worried-person':
    person(48, 32, grey, 1.1) +
    path('M41 42q7-6 14 0') +
    `<path d="M72 18c6 10 6 14 0 14s-6-4 0-14z" fill="#1d70b8" stroke="none"/>` +
    path('M36 25l7-4M60 25l-7-4'),
  'write-down': `${sheet(lines(36, 50, 64))}<g transform="translate(66 66) scale(.75)">${pencil(0, 0)}</g>`,
  yes: circle(48, 48, 40, '#fff') + tick(48, 48, 1.5),
} as const satisfies Readonly<Record<string, string>>;

/** Every drawing as an SVG file, by the name that questions and options give. */
export const pictures: ReadonlyMap<string, string> = new Map(
  Object.entries(drawings).map(([name, inside]) => [name, svgFile(inside)]),
);
