import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { asset, assets, assetUrl, colourUrl, pictureUrl } from '../../templates/assets.ts';
import { movingPictures } from '../../templates/moving-pictures.ts';
import { pictures } from '../../templates/pictures.ts';

const css = () => asset(assetUrl('careway.css').replace('/assets/', ''))?.body ?? '';

describe('the stylesheet', () => {
  it('is under 40 KB compressed', () => {
    expect(gzipSync(css()).length).toBeGreaterThan(5_000);
    expect(gzipSync(css()).length).toBeLessThan(40_000);
  });

  it('has a system font, and neither GOV.UK’s font nor its crest nor any other file', () => {
    expect(css()).toContain('font-family:var(--careway-font,system-ui');
    expect(css()).not.toMatch(/GDS Transport|@font-face|url\(|sourceMappingURL|Calvert/);
  });

  it('has as many opening as closing braces, so that what was taken out took no rule apart', () => {
    expect(css().split('{').length).toBe(css().split('}').length);
  });

  it('holds our rules after govuk-frontend’s', () => {
    expect(css().indexOf('.careway-header')).toBeGreaterThan(css().indexOf('.govuk-button'));
  });
});

describe('assets', () => {
  it('names the stylesheet, the script, the icon and each drawing by its content', () => {
    const [css, js, icon, ...drawn] = Object.keys(assets());
    const moving = drawn.filter((name) => name.startsWith('moving-') || name.startsWith('still-'));
    const drawings = drawn.filter((name) => !moving.includes(name));

    expect([css, js, icon]).toEqual([
      expect.stringMatching(/^careway-[0-9a-f]{12}\.css$/),
      expect.stringMatching(/^careway-[0-9a-f]{12}\.js$/),
      expect.stringMatching(/^icon-[0-9a-f]{12}\.svg$/),
    ]);
    expect(drawings).toHaveLength(pictures.size);
    expect(moving).toHaveLength(movingPictures.length * 2);
    expect(drawings.filter((name) => !/^picture-[a-z-]+-[0-9a-f]{12}\.svg$/.test(name))).toEqual([]);
  });

  it('has no drawing of what is not drawn', () => {
    expect(() => pictureUrl('unicorn')).toThrow(RangeError);
  });

  it.each([
    '',
    'careway.css',
    '__proto__',
    'constructor',
    'colour-12345.css',
    'colour-12345g.css',
    'colour-005EA5.css',
  ])('has no file “%s”', (file) => {
    expect(asset(file)).toBeUndefined();
  });
});

describe('a council’s colour', () => {
  it.each([
    { colour: '#005EA5', on: '#ffffff' },
    { colour: '#ffdd00', on: '#0b0c0c' },
    { colour: '#000000', on: '#ffffff' },
    { colour: '#ffffff', on: '#0b0c0c' },
    { colour: '#767676', on: '#0b0c0c' },
    { colour: '#757575', on: '#ffffff' },
  ])('$colour has $on on it', ({ colour, on }) => {
    const made = asset(colourUrl(colour).replace('/assets/', ''));

    expect(made).toEqual({
      body: `:root{--careway-colour:${colour.toLowerCase()};--careway-on-colour:${on}}`,
      contentType: 'text/css; charset=utf-8',
    });
  });
});
