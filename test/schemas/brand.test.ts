import { describe, expect, it } from 'vitest';
import leicestershire from '../../councils/leicestershire/council.json' with { type: 'json' };
import { contrastOf } from '../../schemas/contrast.ts';
import { council } from '../../schemas/council.ts';
import { logoFaults } from '../../schemas/logo.ts';
import { readCouncilFile } from '../../services/runtime/council-file.ts';

const from = { status: 'example', source: 'A test' } as const;
const read = (brand: object) => {
  try {
    readCouncilFile('councils/x/council.json', council, { ...leicestershire, brand: { ...from, ...brand } });
    return 'taken';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe('the contrast of two colours', () => {
  it.each([
    ['#000000', '#ffffff', 21],
    ['#ffffff', '#ffffff', 1],
    ['#767676', '#ffffff', 4.54],
    ['#ffffff', '#777777', 4.48],
  ])('of %s and %s is %d, whichever is the text', (one, other, ratio) => {
    expect(contrastOf(one, other)).toBeCloseTo(ratio, 2);
    expect(contrastOf(other, one)).toBeCloseTo(ratio, 2);
  });
});

describe('a council’s look', () => {
  it('is taken where everything can be read: colours, font, logo, and its own website', () => {
    expect(
      read({
        headerText: '#ffffff',
        link: '#1a65a6',
        button: '#00703c',
        font: 'arial',
        homeUrl: 'https://www.example.org/',
        logo: { width: 160, height: 48 },
      }),
    ).toBe('taken');
  });

  it('is refused with the field, what was measured and what is allowed, every fault at once', () => {
    const said = read({ headerText: '#8a4b22', link: '#ff8800', button: '#ffdd00' });

    expect(said).toContain(
      'councils/x/council.json: brand.headerText: Its contrast with the header (#7a3b12) is 1.26 to 1, and at least 4.5 to 1 is allowed (it is "#8a4b22")',
    );
    expect(said).toMatch(
      /brand\.link: Its contrast with a white page \(#ffffff\) is 2\.\d\d to 1, and at least 4\.5 to 1/,
    );
    expect(said).toMatch(/brand\.link: Its contrast with the footer \(#f4f8fb\) is 2\.\d\d to 1/);
    expect(said).toMatch(
      /brand\.button: Its contrast with its white text \(#ffffff\) is 1\.\d\d to 1, and at least 4\.5 to 1/,
    );
    expect(said).toMatch(
      /brand\.button: Its contrast with the footer \(#f4f8fb\) is 1\.\d\d to 1, and at least 3 to 1/,
    );
  });

  it.each([
    [{ colour: '#FFF' }, /brand/],
    [{ link: 'blue' }, /Give a colour as # and six small letters/],
    [{ font: 'GDS Transport' }, /brand\.font/],
    [{ homeUrl: 'http://www.example.org' }, /begins with https/],
    [{ logo: { width: 900, height: 40 } }, /at most 290 wide/],
    [{ focus: '#ffdd00' }, /focus/],
  ])('is refused where it is no such thing: %j', (brand, says) => {
    expect(read(brand)).toMatch(says);
  });
});

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 48"${attributes}>${inside}</svg>`;

describe('a logo', () => {
  it.each([
    ['a plain drawing', svg('<title>X</title><g fill="#fff"><path d="M0 0h10v10z"/></g>')],
    [
      'one with a prolog, a comment and a gradient of its own',
      `<?xml version="1.0"?>\n<!-- ours -->\n${svg('<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs><rect fill="url(#a)" width="9" height="9"/>')}`,
    ],
    ['one that uses a part of itself', svg('<symbol id="b"><circle r="4"/></symbol><use href="#b"/>')],
  ])('is taken: %s', (_, file) => {
    expect(logoFaults(file)).toEqual([]);
  });

  it.each([
    ['a script', svg('<script>alert(1)</script>'), /<script> is not allowed/],
    [
      'an event handler',
      svg('<rect width="9" height="9" onload="alert(1)"/>'),
      /<rect onload="…"> is an event handler/,
    ],
    ['an event handler on the drawing itself', svg('', " onload='alert(1)'"), /event handler/],
    ['an event handler without quotes', svg('<rect onload=alert(1) />'), /not name="value"/],
    ['another file by a link', svg('<use href="https://x.example/a.svg#b"/>'), /outside the file/],
    ['another file by an old link', svg('<use xlink:href="//x.example/a"/>'), /outside the file/],
    ['an image', svg('<image href="data:image/png;base64,AA"/>'), /<image> is not allowed/],
    ['HTML within it', svg('<foreignObject><p>x</p></foreignObject>'), /<foreignObject> is not allowed/],
    ['a link', svg('<a href="javascript:alert(1)"><rect/></a>'), /<a> is not allowed/],
    ['an animation', svg('<animate attributeName="href" to="javascript:alert(1)"/>'), /<animate> is not allowed/],
    ['a style that loads', svg('<style>@import "https://x.example"</style>'), /<style> is not allowed/],
    ['a style attribute', svg('<rect style="fill:red"/>'), /no styles within/],
    ['a fill from elsewhere', svg('<rect fill="url(https://x.example/#a)"/>'), /outside the file/],
    ['an entity', `<!DOCTYPE svg [<!ENTITY x "y">]>${svg('&x;')}`, /DOCTYPE/],
    [
      'a stylesheet instruction',
      `<?xml version="1.0"?><?xml-stylesheet href="x.css"?>${svg('')}`,
      /processing instruction/,
    ],
    [
      'something hidden in a comment that never ends',
      svg('<!-- <script>alert(1)</script>'),
      /not allowed|belongs to no element/,
    ],
    ['no namespace', '<svg viewBox="0 0 9 9"></svg>', /xmlns/],
    ['no viewBox', '<svg xmlns="http://www.w3.org/2000/svg"></svg>', /viewBox/],
    ['another kind of file', 'GIF89a', /not one <svg> drawing/],
    ['far too much', svg(`<path d="${'M0 0'.repeat(10_000)}"/>`), /more than 30000 bytes/],
  ])('is refused with a sentence where it has %s', (_, file, says) => {
    expect(logoFaults(file).join('\n')).toMatch(says);
  });
});
