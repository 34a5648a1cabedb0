import { describe, expect, it } from 'vitest';
import { asset } from '../../templates/assets.ts';
import {
  precompiledStaffEnvironment,
  precompiledStaffScript,
  precompiledStaffStylesheet,
} from '../../templates/precompile.ts';
import { staffAsset, staffAssetUrl } from '../../templates/staff-assets.ts';
import { renderStaff } from '../../templates/staff-environment.ts';
import { ownTemplates } from '../../templates/template-files.ts';

const file = (url: string) => url.replace('/assets/', '');

describe('the files of the staff site', () => {
  it('are a stylesheet without a font or picture of others, and a script', () => {
    const css = staffAsset(file(staffAssetUrl('staff.css')));
    const script = staffAsset(file(staffAssetUrl('staff.js')));

    expect(css?.body).toContain('.moj-sub-navigation');
    expect(css?.body).not.toMatch(/GDS Transport|url\(/);
    expect(script?.body).toContain('govuk-service-navigation');
  });

  it('are not among those of the public site', () => {
    expect(asset(file(staffAssetUrl('staff.css')))).toBeUndefined();
    expect(staffAsset('constructor')).toBeUndefined();
  });
});

describe('the bundle of the staff site', () => {
  it('holds every template of staff with moj-frontend’s, the stylesheet and the script', async () => {
    const environment = await precompiledStaffEnvironment();

    expect(ownTemplates('staff').filter((name) => !environment.includes(`"${name}"`))).toEqual([]);
    expect(environment).toContain('"moj/components/identity-bar/template.njk"');
    expect(await precompiledStaffStylesheet()).toContain('.moj-identity-bar');
    expect(await precompiledStaffScript()).toContain('govuk-service-navigation');
  });
});

describe('the frame of the staff site', () => {
  it('escapes what it shows', () => {
    expect(
      renderStaff('staff/problem.njk', {
        title: '<b>',
        detail: '',
        errors: [],
        links: [],
        frame: {
          name: 'X',
          colour: '',
          icon: '',
          home: '/',
          styles: [],
          script: '',
          navigation: [],
          who: '<i>',
          csrf: '',
          findUrl: '',
          signOutUrl: '',
          alert: false,
        },
      }),
    ).toContain('&lt;i&gt;');
  });
});
