import { carefulLines, reachLines } from '../../domain/journey/before-contact.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import type { PresentCase } from '../store/case-store.ts';

/** Something that stands above every section of a case, for whoever opens it. */
export type CaseAlert = { readonly variant: 'warning' | 'information'; readonly title: string; readonly text: string };

/** Most alerts that stand above a section: more than that nobody reads. */
const most = 3;

/** That the person has died stands above everything, so that nobody writes or calls as if they lived. */
const deathOf = ({ person: { died } }: PresentCase): CaseAlert[] => {
  if (died === undefined) return [];
  const on = died.on ? ` on ${readableDate(died.on)}` : '';
  const state = died.confirmed
    ? 'It is confirmed.'
    : `It was recorded on ${readableDate(londonDate(died.recorded.at))} and nobody has confirmed it yet.`;
  return [
    {
      variant: 'warning',
      title: 'This person has died',
      text: `They died${on}. ${state} Nobody is written to about them. Speak with the family before you do anything.`,
    },
  ];
};

/** All that whoever makes contact must know, however much that is. */
export const carefulOf = ({ case: careCase, person, records }: PresentCase): readonly string[] =>
  carefulLines({ careCase, person, records });

/** How many there are more than are shown, and where they stand. */
const andMore = (count: number): string =>
  count > 0 ? ` There ${count === 1 ? 'is 1 more' : `are ${count} more`}, under People and sharing.` : '';

/** What stands above every section: that the person has died, then what whoever makes contact must know. At most three beside the first. */
export const alertsOf = (opened: PresentCase): CaseAlert[] => {
  const all = carefulOf(opened);
  const shown = all.slice(0, most);
  return [
    ...deathOf(opened),
    ...shown.map((text, index): CaseAlert => {
      const isLast = index === shown.length - 1;
      // Two regions of one name are told apart by nobody who hears them.
      const title = index === 0 ? 'Be careful' : `Be careful (${index + 1})`;
      return { variant: 'warning', title, text: isLast ? `${text}${andMore(all.length - shown.length)}` : text };
    }),
  ];
};

/** How the person is reached safely, in one line for the bar and in all of them for the overview. */
export const safeContactOf = ({ case: careCase, person, records }: PresentCase): readonly string[] =>
  reachLines({ careCase, person, records });
