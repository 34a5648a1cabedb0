import type { Council } from '../../schemas/council.ts';
import { assetUrl, colourUrl } from '../assets.ts';
import { siteOf } from '../pages/pages.ts';
import { staffAssetUrl } from '../staff-assets.ts';
import { renderStaff } from '../staff-environment.ts';
import { alertOf } from './done.ts';

/** What stands around a page of staff. */
export type StaffFrame = {
  readonly council: Council;
  /** Who is signed in; nobody on the pages before that. */
  readonly who?: string | undefined;
  /** Stands in every form; empty where a program shows its bearer token. */
  readonly csrf?: string | undefined;
  /** The address that is shown, whose entry of the navigation is marked. */
  readonly path: string;
  /** The parts of the site for who is signed in, with how much waits there. */
  readonly navigation: readonly { readonly href: string; readonly text: string; readonly waiting?: number }[];
  readonly findUrl?: string | undefined;
  readonly signOutUrl?: string | undefined;
  /** The code of what was just done. */
  readonly done?: string | undefined;
};

/** A page of staff in its frame, from a template of this folder and what it shows. */
export const staffPageHtml = (template: `staff/${string}.njk`, frame: StaffFrame, view: object): string => {
  const site = siteOf(frame.council);
  const home = `/${frame.council.slug}/staff/tasks`;
  return renderStaff(template, {
    ...view,
    frame: {
      name: site.name,
      colour: site.colour,
      icon: site.icon,
      home,
      // Staff have the council's name and colour: the rest of its look is for the public.
      styles: [
        assetUrl('careway.css'),
        staffAssetUrl('staff.css'),
        ...(frame.council.colour ? [colourUrl(frame.council.colour)] : []),
      ],
      script: staffAssetUrl('staff.js'),
      navigation: frame.navigation.map(({ href, text, waiting = 0 }) => ({
        href,
        text: waiting > 0 ? `${text} (${waiting})` : text,
        active: frame.path === href || frame.path.startsWith(`${href}/`),
      })),
      who: frame.who ?? '',
      csrf: frame.csrf ?? '',
      findUrl: frame.findUrl ?? '',
      signOutUrl: frame.signOutUrl ?? '',
      alert: alertOf(frame.done) ?? false,
    },
  });
};
