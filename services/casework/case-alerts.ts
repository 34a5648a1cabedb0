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

/** What stands above every section: that the person has died, then what whoever makes contact must know. At most three beside the first. */
export const alertsOf = (opened: PresentCase): CaseAlert[] => [
  ...deathOf(opened),
  ...carefulLines({ careCase: opened.case, person: opened.person, records: opened.records })
    .map((text): CaseAlert => ({ variant: 'warning', title: 'Be careful', text }))
    .slice(0, most),
];

/** How the person is reached safely, in one line for the bar and in all of them for the overview. */
export const safeContactOf = ({ case: careCase, person, records }: PresentCase): readonly string[] =>
  reachLines({ careCase, person, records });
