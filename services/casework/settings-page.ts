import { type Council, estimateName } from '../../schemas/council.ts';
import { toldStages } from '../../templates/pages/stages.ts';
import type { Deps } from '../deps.ts';
import { overlaysOf } from '../runtime/council-lists.ts';
import { problems } from '../runtime/problems.ts';
import { supportOf } from '../runtime/support-catalogues.ts';
import type { SiteResponse, StaffRequest } from '../web/site.ts';
import { staffPage } from './staff-frame.ts';

const whenMoney: Readonly<Record<Council['financialAssessment'], string>> = {
  'before-plan': 'Before the plan',
  'beside-plan': 'While the plan is written',
  'after-plan': 'When the plan is agreed',
};

/** What a group of facts changes for people, where it is wrong or not there. */
const changes: Readonly<Record<keyof Council['provenance'], string>> = {
  postcodeDistricts: 'Who is told that their home may be in another council’s area.',
  contact: 'Whom people reach, on every page, mail and letter.',
  complaints: 'To whom people are sent who complain.',
  colour: 'How the pages look.',
  terms: 'What people read for the worker, the assessment and the budget.',
  eligibilityNotice: 'What people are told of who can get support.',
  notices: 'What people are told of paying, advice, waiting and reviews.',
  financialAssessment: 'When the money is looked at, and so the whole order of the journey.',
  targets: 'The day by which people are told that they hear from the council.',
  teams: 'Which mailbox hears of work, and by when it is chased.',
};

const groupNames: Readonly<Record<keyof Council['provenance'], string>> = {
  postcodeDistricts: 'Postcode districts',
  contact: 'How to reach the council',
  complaints: 'Who handles complaints',
  colour: 'Colour',
  terms: 'Its own terms',
  eligibilityNotice: 'The three conditions in its words',
  notices: 'Notices',
  financialAssessment: 'When finances are assessed',
  targets: 'Targets',
  teams: 'Teams and their mailboxes',
};

const notConfirmed = { unconfirmed: 'Not confirmed', example: 'An example of ours', confirmed: '' } as const;

/** What still lacks a fact: what is not there, and what nobody at the council has confirmed, each with what it changes for people. */
export const lacking = (council: Council) => {
  const { contact, privacyUrl, provenance, glossary, review } = council;
  const absent = (is: unknown, name: string, changed: string) =>
    is === undefined ? [{ name, state: 'Not given', changes: changed, source: '' }] : [];
  return [
    ...absent(contact.phone, 'Phone number', 'People without a number are sent to GOV.UK, or to the website.'),
    ...absent(contact.email, 'Email address', 'No page or mail names an address to write to.'),
    ...absent(contact.hours, 'Opening hours', 'Nobody is told when a call is answered.'),
    ...absent(contact.post, 'Postal address', 'No letter says where to write to.'),
    ...absent(privacyUrl, 'Privacy notice', 'The page about privacy leads to no notice of the council’s own.'),
    ...absent(council.colour, 'Colour', 'Pages have Careway’s colour.'),
    ...absent(glossary, 'Words that it explains', 'No word is explained where it stands.'),
    ...(review.status === 'confirmed'
      ? []
      : [
          {
            name: 'Windows of review',
            state: 'Not confirmed',
            changes: 'When people are asked how it is going.',
            source: review.source,
          },
        ]),
    ...Object.entries(provenance).flatMap(([group, { status, source }]) => {
      const key = group as keyof Council['provenance'];
      return status === 'confirmed'
        ? []
        : [{ name: groupNames[key], state: notConfirmed[status], changes: changes[key], source }];
    }),
    ...Object.entries(overlaysOf(council)).flatMap(([list, { provenance: own }]) =>
      own?.status === 'confirmed'
        ? []
        : [
            {
              name: `Changes in the list “${list}”`,
              state: notConfirmed[own?.status ?? 'unconfirmed'],
              changes: 'Which questions are asked there, and in which words.',
              source: own?.source ?? '',
            },
          ],
    ),
  ];
};

const settingsOf = (council: Council, catalogued: number): readonly (readonly [string, string])[] => {
  const { terms, targets, review, feedback, noticeDays, escalateAfterWorkingDays } = council;
  return [
    ['The worker who assesses', terms.worker],
    ['The key worker', terms.keyWorker],
    ['The assessment', terms.assessment],
    ['The first figure of a budget', estimateName(terms)],
    ['Complaints go to', council.complaints.role],
    ['Finances are assessed', whenMoney[council.financialAssessment]],
    ['A plan is checked by', (council.plans?.checkedBy ?? 'manager').replace('-', ' ')],
    [
      'People hear within',
      `${targets.standard} days; urgent ${targets.urgent}; where a carer cannot go on ${targets['carer-breakdown']}`,
    ],
    [
      'The first review',
      `${review.first.fromWeeks} to ${review.first.toWeeks} weeks, aimed at ${review.first.targetWeeks}`,
    ],
    ['Later reviews', `at least every ${review.later.months} months`],
    ['Reminders of reviews', `${review.reminderLeadDays.first} and ${review.reminderLeadDays.later} days before`],
    ['Notice before support ends', `${noticeDays} days`],
    ['Late work goes to managers after', `${escalateAfterWorkingDays} working days`],
    ['What people say of pages is kept', `${feedback.keepDays} days, read by the ${feedback.readBy.replace('-', ' ')}`],
    ['Entries in its own support catalogue', String(catalogued)],
    ['Question lists that it changes', Object.keys(council.lists ?? {}).join(', ') || 'none'],
  ];
};

/** A council's settings in words, what still lacks a fact, and its words and colour as people see them. Managers only. */
export const settingsPage = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  request: StaffRequest,
): Promise<SiteResponse> => {
  const { council, staff } = request;
  if (!staff.roles.includes('manager')) throw problems.notYours();
  const own = (await supportOf(council.slug)).filter(({ national }) => !national).length;
  return staffPage(deps, request, 'staff/settings.njk', {
    title: 'Settings',
    file: `councils/${council.slug}/council.json`,
    lacks: lacking(council),
    settings: settingsOf(council, own).map(([name, value]) => ({ name, value })),
    notices: Object.values(council.notices),
    stages: toldStages(council),
    glossary: council.glossary ?? [],
    preview: `/${council.slug}`,
    colour: council.colour ?? '',
  });
};
