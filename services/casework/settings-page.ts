import { type Council, estimateName } from '../../schemas/council.ts';
import type { Support } from '../../schemas/support-catalogue.ts';
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

/** What each field of the file decides: every one, so that the page shows whatever a council may say. */
const settingNames: Readonly<Record<keyof Council, string>> = {
  slug: 'Its name in addresses',
  name: 'Name',
  area: 'Area',
  postcodeDistricts: 'Postcode districts',
  contact: 'How to reach the council',
  safeguarding: 'Where abuse is reported',
  stagePages: 'Its own pages about parts of the journey',
  complaints: 'Who handles complaints',
  colour: 'Colour',
  brand: 'Logo, other colours and font',
  privacyUrl: 'Privacy notice',
  terms: 'Its own terms',
  glossary: 'Words that it explains',
  eligibilityNotice: 'The three conditions in its words',
  notices: 'Notices',
  carerChargingNotice: 'What carers are told of paying',
  charging: 'Charging',
  financialAssessment: 'When finances are assessed',
  plans: 'Who checks plans',
  planWriting: 'When whoever writes their own plan is reminded',
  access: 'Who may read which part of a case',
  review: 'Windows of review',
  reviewRequests: 'Whose requests for a review it takes',
  reviewSignatures: 'Who signs a review',
  targets: 'Targets',
  carerCannotGoOn: 'How urgent a carer is who cannot go on',
  formMinutes: 'Minutes that forms take',
  stepTargets: 'Working days for kinds of work',
  checkIns: 'Calls to hear how support goes',
  shortTermContacts: 'Contacts while short-term support is given',
  waitingLooks: 'When a wait is looked at again',
  noticeDays: 'Notice before support ends',
  feedback: 'What people say of pages',
  limits: 'How often something may be done',
  escalateAfterWorkingDays: 'When late work goes to managers',
  staffSessions: 'When staff are signed out',
  escalation: 'Who hears of late work above managers',
  remindWorkingDays: 'When staff are reminded of work',
  longAbsenceDays: 'When a key worker counts as away for long',
  lists: 'Question lists that it changes',
  teams: 'Teams and their mailboxes',
  provenance: 'Where facts are from',
};

/** `outOfHours` as words: “out of hours”. */
const inWords = (name: string): string =>
  name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();

/** A value of the file as text, whatever it is made of. */
const asText = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(asText).join(', ');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, part]) => `${inWords(name)}: ${asText(part)}`)
      .join('; ');
  return value === true ? 'yes' : value === false ? 'no' : String(value);
};

/** Every field that a council may have, with what its file says; what is left out is as the platform has it. */
const everySetting = (council: Council) =>
  Object.entries(settingNames).map(([field, name]) => {
    const value = council[field as keyof Council];
    return { field, name, value: value === undefined ? 'Left out' : asText(value) };
  });

const notConfirmed: Readonly<Record<string, string>> = {
  unconfirmed: 'Not confirmed',
  example: 'An example of ours',
  guidance: 'Not confirmed',
};

type Lack = {
  readonly name: string;
  readonly state: string;
  readonly changes: string;
  readonly source: string;
  readonly todo: string;
};

const nameOf = (path: readonly string[]): string => {
  const [field = '', part = ''] = path;
  if (field === 'provenance') return groupNames[part as keyof Council['provenance']];
  if (field === 'lists') return `Changes in the list “${part}”`;
  const name = settingNames[field as keyof Council];
  return path.length > 1 ? `${name}: ${path.slice(1).map(inWords).join(', ')}` : name;
};
const changesOf = ([field = '', part = '']: readonly string[]): string => {
  if (field === 'provenance') return changes[part as keyof Council['provenance']];
  if (field === 'lists') return 'Which questions are asked there, and in which words.';
  if (field === 'review') return 'When people are asked how it is going.';
  if (field === 'safeguarding') return 'Whom people ring who are not safe.';
  return field === 'brand' ? 'How the pages look.' : 'How the council works here.';
};

/** Every fact of the file that says of itself that nobody has confirmed it, wherever it stands. */
const unconfirmed = (value: unknown, path: readonly string[] = []): Lack[] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const { status, source } = value as { status?: unknown; source?: unknown };
  const isOpen =
    typeof status === 'string' && (status in notConfirmed || (path[0] === 'review' && status !== 'confirmed'));
  // A list keeps it beside what it changes.
  const of = path.at(-1) === 'provenance' ? path.slice(0, -1) : path;
  return [
    ...(isOpen
      ? [
          {
            name: nameOf(of),
            state: notConfirmed[status] ?? 'Not confirmed',
            changes: changesOf(of),
            source: typeof source === 'string' ? source : '',
            todo: `Ask the council. Then write “confirmed” into ${path.join('.')}.status, and where it says so into ${path.join('.')}.source.`,
          },
        ]
      : []),
    ...Object.entries(value).flatMap(([name, part]) => unconfirmed(part, [...path, name])),
  ];
};

/** What still lacks a fact: what is not there, and what nobody at the council has confirmed, each with what it changes for people and what to do. */
export const lacking = (council: Council): Lack[] => {
  const { contact, privacyUrl, glossary, safeguarding } = council;
  const absent = (is: unknown, name: string, field: string, changed: string): Lack[] =>
    is === undefined
      ? [
          {
            name,
            state: 'Not given',
            changes: changed,
            source: '',
            todo: `Ask the council, and write it into ${field}.`,
          },
        ]
      : [];
  return [
    ...absent(
      contact.phone,
      'Phone number',
      'contact.phone',
      'People without a number are sent to GOV.UK, or to the website.',
    ),
    ...absent(contact.email, 'Email address', 'contact.email', 'No page or mail names an address to write to.'),
    ...absent(contact.hours, 'Opening hours', 'contact.hours', 'Nobody is told when a call is answered.'),
    ...absent(contact.post, 'Postal address', 'contact.post', 'No letter says where to write to.'),
    ...absent(
      safeguarding?.byDay,
      'Number to report abuse by day',
      'safeguarding.byDay',
      'People are sent to the general number, or to GOV.UK.',
    ),
    ...absent(
      safeguarding?.outOfHours,
      'Number to report abuse at night',
      'safeguarding.outOfHours',
      'People are sent to the police at night.',
    ),
    ...absent(
      privacyUrl,
      'Privacy notice',
      'privacyUrl',
      'The page about privacy leads to no notice of the council’s own.',
    ),
    ...absent(council.colour, 'Colour', 'colour', 'Pages have Careway’s colour.'),
    ...absent(glossary, 'Words that it explains', 'glossary', 'No word is explained where it stands.'),
    ...unconfirmed(council),
    // What a list changes and nobody says where it is from.
    ...Object.entries(overlaysOf(council)).flatMap(([list, { provenance }]) =>
      provenance === undefined
        ? [
            {
              name: nameOf(['lists', list]),
              state: 'Not confirmed',
              changes: changesOf(['lists', list]),
              source: '',
              todo: `Ask the council, and write where it is from into lists.${list}.provenance.`,
            },
          ]
        : [],
    ),
  ];
};

/** Support of the council's own that no source confirms. */
const unconfirmedSupport = (support: readonly Support[]): Lack[] =>
  support
    .filter(({ evidence, national }) => !national && evidence.status === 'unconfirmed')
    .map(({ id, name, evidence }) => ({
      name: `Support “${name}”`,
      state: 'Not confirmed',
      changes: 'People read of it, and may ask for it.',
      source: evidence.source,
      todo: `Ask the council. Then write “confirmed” and the source into the evidence of ${id} in support-catalogue.json.`,
    }));

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
  const support = await supportOf(council.slug);
  const own = support.filter(({ national }) => !national).length;
  return staffPage(deps, request, 'staff/settings.njk', {
    title: 'Settings',
    file: `councils/${council.slug}/council.json`,
    lacks: [...lacking(council), ...unconfirmedSupport(support)],
    everything: everySetting(council),
    settings: settingsOf(council, own).map(([name, value]) => ({ name, value })),
    notices: Object.values(council.notices),
    stages: toldStages(council),
    glossary: council.glossary ?? [],
    preview: `/${council.slug}`,
    colour: council.colour ?? '',
  });
};
