import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Brand } from '../../schemas/brand.ts';
import { asset, lookUrl } from '../../templates/assets.ts';
import { render } from '../../templates/environment.ts';
import { logos, readLogos } from '../../templates/logos.ts';
import { siteOf } from '../../templates/pages/pages.ts';
import { precompiledLogos } from '../../templates/precompile.ts';
import { aCouncil } from '../support/a-council.ts';
import { htmlFaults } from './html-faults.ts';

const from = { status: 'example', source: 'A test' } as const;
const pageOf = (brand: Partial<Brand>) =>
  render('pages/problem.njk', {
    site: siteOf(aCouncil({ brand: { ...from, ...brand } }), (slug) => `/assets/logo-${slug}-0.svg`),
    title: 'Page not found',
    detail: 'Check the address.',
    links: [],
    typed: false,
  });
const cssOf = (brand: Partial<Brand>) => asset((lookUrl(brand as Brand) ?? '').replace('/assets/', ''))?.body ?? '';

describe('a page of a council with a look of its own', () => {
  it('has its logo, named by the council’s name and of a size that does not jump', async () => {
    const html = pageOf({ logo: { width: 160, height: 48 } });

    expect(html).toContain(
      'src="/assets/logo-leicestershire-0.svg" alt="Leicestershire County Council" width="160" height="48"',
    );
    expect(await htmlFaults(html)).toEqual([]);
  });

  it('leads from the council’s name to its own website and from the service’s name to its start, where it has said where', async () => {
    const html = pageOf({ homeUrl: 'https://www.example.org/' });

    expect(html).toMatch(
      /<a href="https:\/\/www\.example\.org\/" class="govuk-generic-header__homepage-link">\s*Leicestershire County Council/,
    );
    expect(html).toMatch(/<a href="\/leicestershire" class="govuk-service-navigation__link">\s*Care and support/);
    expect(await htmlFaults(html)).toEqual([]);
  });

  it('leads from the council’s name to the start of the service where it has said nothing, and has no second bar', () => {
    const html = pageOf({});

    expect(html).toMatch(
      /<a href="\/leicestershire" class="govuk-generic-header__homepage-link">\s*Leicestershire County Council/,
    );
    expect(html).not.toContain('service-navigation');
  });

  it('has its colours and font in a small stylesheet of its own, and the focus as it was', () => {
    const css = cssOf({ headerText: '#ffffff', link: '#1a4f91', button: '#00703c', font: 'verdana' });

    expect(css).toContain('--careway-on-colour:#ffffff');
    expect(css).toContain('--govuk-link-colour:#1a4f91');
    expect(css).toContain('{background-color:#00703c;');
    expect(css).toContain('--careway-font:Verdana,Geneva,sans-serif');
    expect(css).toContain(':not(.govuk-button--secondary,.govuk-button--warning,.govuk-button--inverse,:focus)');
    expect(pageOf({ link: '#1a4f91' })).toContain('href="/assets/look-own-1a4f91-own-system.css"');
  });

  it('has no further stylesheet where nothing is said', () => {
    expect(lookUrl({})).toBeUndefined();
  });

  it.each([
    'look-own-own-own-comic.css',
    'look-own-own-own-constructor.css',
    'look-own-own-system.css',
    'look-xyz-own-own-system.css',
  ])('has no file “%s”', (file) => {
    expect(asset(file)).toBeUndefined();
  });
});

describe('the logos of a folder', () => {
  it('are read by the council’s slug, and one that may not be shown is refused with its file and what is wrong', () => {
    const folder = mkdtempSync(join(tmpdir(), 'careway-logos-'));
    try {
      for (const slug of ['good', 'none', 'wrong']) mkdirSync(join(folder, slug));
      const good = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>';
      writeFileSync(join(folder, 'good/logo.svg'), good);
      expect([...readLogos(folder)]).toEqual([['good', good]]);
      writeFileSync(join(folder, 'wrong/logo.svg'), good.replace('<rect', '<script/><rect'));
      expect(() => readLogos(folder)).toThrow('councils/wrong/logo.svg: <script> is not allowed in a logo');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('are in a bundle as they are in the project', async () => {
    const module = await import(`data:text/javascript,${encodeURIComponent(await precompiledLogos())}`);

    expect([...module.logos()]).toEqual([...logos()]);
  });
});
