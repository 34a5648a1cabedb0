import { randomBytes } from 'node:crypto';
import { bornIn, wantedIn } from '../../domain/find/wanted.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { problemsOf } from '../../schemas/answers.ts';
import { type ContactBody, contactBody } from '../../schemas/contact.ts';
import type { TypedSearch } from '../../schemas/find.ts';
import { applicationFormIds, applicationForms } from '../../schemas/forms/application-forms.ts';
import { personId } from '../../schemas/person.ts';
import { isoDate } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import { contactProblems, recordContact } from '../apply/contacts.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import type { SiteResponse, StaffRequest } from '../web/site.ts';
import { seeOther } from '../web/staff-forms.ts';
import { type Hit, possibleDuplicates } from '../work/find-persons.ts';
import { caseRoles } from '../work/permitted-case.ts';
import { rowOf } from './find-page.ts';
import { searchKept, shownTo, typedOf } from './found-people.ts';
import { staffPage } from './staff-frame.ts';
import { unfinishedForms } from './unfinished-forms.ts';

/** The role in which somebody opens a case. @throws Problem 403 for whom it is no work of theirs */
export const roleToOpen = ({ staff }: Pick<StaffRequest, 'staff'>): StaffRole => {
  const role = [...caseRoles, 'safeguarding-lead' as const].find((one) => staff.roles.includes(one));
  if (role === undefined) throw problems.notYours();
  return role;
};

const options = {
  channel: [
    ['phone', 'By phone'],
    ['letter', 'By letter'],
    ['in-person', 'In person'],
  ],
  caller: [
    ['person', 'The person themselves'],
    ['other', 'Somebody for them'],
  ],
  agrees: [
    ['yes', 'Yes'],
    ['no', 'No, or not known'],
  ],
  safeToTalk: [
    ['yes', 'Yes'],
    ['no', 'No'],
    ['not-known', 'Not known'],
  ],
  danger: [
    ['no', 'No'],
    ['danger', 'Yes, someone is in danger now'],
    ['yes', 'Yes, and the safeguarding team should know'],
  ],
  urgent: [
    ['carer-cannot-continue', 'A carer cannot go on'],
    ['no-food-heat-or-medicine', 'No food, heat or medicine'],
    ['leaving-hospital', 'Leaving hospital in the next 48 hours'],
    ['other', 'Something else is urgent'],
  ],
} as const;

const textFields = [
  'receivedOn',
  'formReceivedOn',
  'callerName',
  'callerPhone',
  'happening',
  'firstName',
  'lastName',
  'born',
  'phone',
  'whereToFind',
  'postcode',
] as const;

type Shown = {
  readonly fields?: URLSearchParams;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
  readonly status?: number;
  readonly hits?: readonly Hit[];
};

/** What was looked for, as the beginnings of what is typed. */
const fromSearch = (typed: TypedSearch): URLSearchParams => {
  const { name, born, postcode } = wantedIn(typedOf(typed));
  const [first = '', ...others] = name.split(/\s+/).filter((word) => word !== '');
  const { day, month, years = [] } = born ?? {};
  return new URLSearchParams({
    channel: 'phone',
    ...(others.length > 0 ? { firstName: first, lastName: others.join(' ') } : { lastName: first }),
    ...(day && month && years[0] && { born: `${day}/${month}/${years[0]}` }),
    ...(postcode && { postcode }),
  });
};

/** The page on which a case is opened for somebody who rang, wrote or came. */
export const openPage = async (
  deps: Deps,
  request: StaffRequest,
  { fields: given, errors = [], status = 200, hits = [] }: Shown = {},
): Promise<SiteResponse> => {
  roleToOpen(request);
  const { council, query } = request;
  const search = given === undefined && query['search'] ? await searchKept(deps, request, query['search']) : undefined;
  const fields = given ?? (search ? fromSearch(search) : new URLSearchParams({ channel: 'phone' }));
  const chosen = personId.safeParse(given ? fields.get('person') : query['person']).data;
  const known = chosen && (await deps.store.persons.find(council.slug, chosen));
  const [only] = known ? await shownTo(deps, request, [{ person: known.person, fit: { score: 0 } }]) : [];
  const people = (await shownTo(deps, request, hits)).map((one) => rowOf(council, one));
  return staffPage(
    deps,
    request,
    'staff/open.njk',
    {
      title: 'Open a case',
      action: `/${council.slug}/staff/open`,
      key: fields.get('key') || randomBytes(12).toString('base64url'),
      person:
        only && hits.length === 0 ? { id: only.person, name: only.name ?? 'somebody with a restricted record' } : false,
      typed: Object.fromEntries(textFields.map((name) => [name, fields.get(name) ?? ''])),
      radios: Object.fromEntries(
        Object.entries(options).map(([name, items]) => [
          name,
          items.map(([value, text]) => ({ value, text, checked: fields.getAll(name).includes(value) })),
        ]),
      ),
      formsAction: `/${council.slug}/staff/forms`,
      paperForms: applicationFormIds.map((id) => ({
        href: `/${council.slug}/forms/${id}/print`,
        text: applicationForms.get(id)?.title ?? id,
      })),
      forms: applicationFormIds.map((value) => ({
        value,
        text: applicationForms.get(value)?.title ?? value,
        checked: fields.get('form') === value,
      })),
      formChannels: options.channel.map(([value, text]) => ({
        value,
        text,
        checked: fields.get('formChannel') === value,
      })),
      unfinished: await unfinishedForms(deps, request),
      people,
      choices: [
        ...people.map(({ id, name, ask, born }) => ({
          value: id,
          text: ask ? 'The restricted record' : `${name}, born ${born}`,
          checked: fields.get('person') === id,
        })),
        { value: 'new', text: 'None of them: somebody new', checked: fields.get('person') === 'new' },
      ],
      errors: errors.map(({ field, message }) => ({ text: message, href: `#${field}` })),
      errorOf: Object.fromEntries(errors.map(({ field, message }) => [field, { text: message }])),
    },
    { status },
  );
};

/** Who may be the person of a contact, where it does not say which of them it is. */
const mayBe = async (
  deps: Deps,
  { council }: StaffRequest,
  { firstName = '', lastName = '', born = '', postcode }: ContactBody,
) => {
  const { day, month, years = [] } = bornIn(born) ?? {};
  const two = (number: number) => String(number).padStart(2, '0');
  const date = day && month && years[0] ? isoDate.safeParse(`${years[0]}-${two(month)}-${two(day)}`).data : undefined;
  return possibleDuplicates(deps, council.slug, {
    firstName,
    lastName,
    ...(date && { dateOfBirth: date }),
    ...(postcode && { postcode }),
  });
};

/** The fields of the page as the body that they stand for, or what is wrong with them. */
const read = (fields: URLSearchParams) => {
  const given = [...new Set(fields.keys())].filter((name) => !['csrf', 'urgent', 'person'].includes(name));
  const received = bornIn(fields.get('receivedOn') ?? '');
  const { day, month, years = [] } = received ?? {};
  const two = (number: number) => String(number).padStart(2, '0');
  const person = fields.get('person') ?? '';
  return contactBody.safeParse({
    ...Object.fromEntries(given.flatMap((name) => (fields.get(name) ? [[name, fields.get(name)]] : []))),
    urgent: fields.getAll('urgent'),
    ...(fields.get('receivedOn') && {
      receivedOn: day && month && years.length > 0 ? `${years.at(-1)}-${two(month)}-${two(day)}` : 'no date',
    }),
    ...(person !== '' && person !== 'new' && { person }),
  });
};

/**
 * Takes what was typed on the page. Where we may know the person already, who was not said to be new, they are offered first; whoever is in
 * danger is recorded all the same, and can be joined later.
 */
export const contactSent = async (
  deps: Deps,
  request: StaffRequest,
  fields: URLSearchParams,
): Promise<SiteResponse> => {
  const role = roleToOpen(request);
  const parsed = read(fields);
  const again = (errors: readonly { field: string; message: string }[], hits: readonly Hit[] = []) =>
    openPage(deps, request, { fields, errors, status: 400, hits });
  if (!parsed.success) {
    return again(
      problemsOf(parsed.error).map(({ field, message }) =>
        field === 'receivedOn'
          ? { field, message: 'Enter the day on which it came, such as 3/1/2026' }
          : { field, message },
      ),
    );
  }
  const wrong = contactProblems(parsed.data, londonDate(deps.clock.now()));
  if (wrong.length > 0) return again(wrong);
  if (parsed.data.person === undefined && fields.get('person') !== 'new' && parsed.data.danger !== 'danger') {
    const hits = await mayBe(deps, request, parsed.data);
    if (hits.length > 0)
      return again([{ field: 'person', message: 'Select whether it is one of the people below' }], hits);
  }
  const reference = await recordContact(deps, request.council, parsed.data, { by: request.staff.id, role });
  return seeOther(`/${request.council.slug}/staff/cases/${reference}`, 'contact-recorded');
};
