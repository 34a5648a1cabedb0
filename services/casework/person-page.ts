import { type JoinedDetail, joinPreview } from '../../domain/journey/join-preview.ts';
import { namedWorker } from '../../domain/journey/key-worker.ts';
import { stillToAsk } from '../../domain/journey/still-to-ask.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { shortDate } from '../../domain/time/readable-date.ts';
import { asTyped } from '../../domain/time/typed-day.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { DetailsBody } from '../../schemas/contact.ts';
import { type KnownPerson, type PersonId, personId } from '../../schemas/person.ts';
import type { Deps } from '../deps.ts';
import type { SiteResponse, StaffRequest } from '../web/site.ts';
import { type Hit, possibleDuplicates } from '../work/find-persons.ts';
import { openPerson, permittedPerson, personShown } from '../work/permitted-person.ts';
import { casesOfPerson } from '../work/person-cases.ts';
import { ageWords } from './case-frame.ts';
import { stateWords } from './case-words.ts';
import { rowOf } from './find-page.ts';
import { shownTo } from './found-people.ts';
import { staffPage } from './staff-frame.ts';

const detailNames: Readonly<Record<JoinedDetail['detail'], string>> = {
  name: 'Name',
  dateOfBirth: 'Date of birth',
  nhsNumber: 'NHS number',
  preferredName: 'Wants to be called',
  email: 'Email',
  phone: 'Phone',
  home: 'Home',
  safeContact: 'Safe contact',
  contactBy: 'Wants news by',
  formats: 'Formats',
  language: 'Language',
};

const bornWords = ({ dateOfBirth }: Pick<KnownPerson, 'dateOfBirth'>): string =>
  dateOfBirth ? shortDate(dateOfBirth) : 'not known';

const words = (person: KnownPerson, detail: JoinedDetail['detail']): string => {
  const said: Readonly<Record<JoinedDetail['detail'], readonly (string | false | undefined)[]>> = {
    name: [`${person.firstName} ${person.lastName}`],
    dateOfBirth: [bornWords(person)],
    nhsNumber: [person.nhsNumber],
    preferredName: [person.preferredName],
    email: [person.email, person.email && (person.emailProved ? 'confirmed' : 'not confirmed')],
    phone: [person.phone, person.safeToLeaveMessage === false && 'do not leave a message'],
    home: [person.address, person.postcode, person.whereToFind],
    safeContact: [person.safeContact],
    contactBy: [person.contactBy],
    formats: person.formats.map((format) => format.replaceAll('-', ' ')),
    language: [person.language, person.interpreter && 'needs an interpreter'],
  };
  return said[detail].filter((part) => part).join(', ') || 'not known';
};

const caseRows = (slug: string, cases: readonly CareCase[]) =>
  cases.map((careCase) => {
    const { reference, kind, stage, closed, openedAt } = careCase;
    return {
      reference,
      href: `/${slug}/staff/cases/${reference}`,
      what: kind === 'carer' ? 'Carer’s own case' : 'Their needs',
      state: closed ? 'closed' : stateWords[stage],
      opened: shortDate(londonDate(openedAt)),
      keyWorker: namedWorker(careCase)?.of.name ?? 'nobody yet',
    };
  });

/** People who may be this one, as rows with the way to join them. */
const duplicateRows = async (deps: Deps, request: StaffRequest, person: KnownPerson, hits: readonly Hit[]) => {
  const people = await shownTo(deps, request, hits);
  return people.map((one) => ({
    ...rowOf(request.council, one),
    joinHref: `/${request.council.slug}/staff/persons/${person.id}/join?other=${one.person}`,
  }));
};

/** A person apart from any case: their cases, whether they were joined, and who may be the same. */
export const personPage = async (
  deps: Deps,
  request: StaffRequest,
  {
    typed = {},
    errors = [],
  }: { readonly typed?: DetailsBody; readonly errors?: readonly { field: string; message: string }[] } = {},
): Promise<SiteResponse> => {
  const { id } = await permittedPerson(deps, request);
  const { items, person } = await openPerson(deps, request, id);
  const seen = personShown(request, person);
  const { slug } = request.council;
  const [cases, hits] = await Promise.all([
    casesOfPerson(deps, person),
    possibleDuplicates(deps, request.council.slug, person),
  ]);
  return staffPage(
    deps,
    request,
    'staff/known-person.njk',
    {
      reference: cases[0]?.reference ?? '',
      name: `${person.firstName} ${person.lastName}`,
      summary: (['dateOfBirth', 'nhsNumber', 'preferredName', 'home', 'phone', 'safeContact'] as const).map(
        (detail) => ({
          key: { text: detailNames[detail] },
          value: {
            text:
              detail === 'dateOfBirth'
                ? `${words(seen, detail)}, ${person.died ? 'has died' : ageWords(person.dateOfBirth, londonDate(deps.clock.now()))}`
                : words(seen, detail),
          },
        }),
      ),
      cases: caseRows(slug, cases),
      records: items.map((item) => ({
        name: `${item.firstName} ${item.lastName}`,
        born: bornWords(item),
        since: item.joinedTo ? `joined on ${shortDate(londonDate(item.joinedTo.at))}` : 'leads',
        partHref: item.joinedTo ? `/${slug}/staff/persons/${person.id}/part?other=${item.id}` : '',
      })),
      isJoined: items.length > 1,
      duplicates: await duplicateRows(deps, request, person, hits),
      missing: stillToAsk(person).join(', '),
      detailsAction: `/${slug}/staff/persons/${person.id}/details`,
      openHref: `/${slug}/staff/open?person=${person.id}`,
      typed: { ...seen, born: person.dateOfBirth ? asTyped(person.dateOfBirth) : '', ...typed },
      errors: errors.map(({ field, message }) => ({ text: message, href: `#${field}` })),
      errorOf: Object.fromEntries(errors.map(({ field, message }) => [field, { text: message }])),
    },
    { status: errors.length > 0 ? 400 : 200 },
  );
};

/** The other record that an address names. */
const otherIn = ({ query }: StaffRequest): PersonId | undefined => personId.safeParse(query['other']).data;

const openCases = (cases: readonly CareCase[]) => cases.filter(({ closed }) => closed === undefined);

/** What joining two people would make of them, before it is done. */
export const joinPage = async (deps: Deps, request: StaffRequest): Promise<SiteResponse> => {
  const { id } = await permittedPerson(deps, request);
  const with_ = otherIn(request);
  if (with_ === undefined) return personPage(deps, request);
  const [one, other] = [await openPerson(deps, request, id), await openPerson(deps, request, with_)];
  const { slug } = request.council;
  const own = `/${slug}/staff/persons`;
  const [cases, others] = await Promise.all([casesOfPerson(deps, one.person), casesOfPerson(deps, other.person)]);
  const needs = [cases, others].flatMap((all) => openCases(all).filter(({ kind }) => kind === 'needs'));
  return staffPage(deps, request, 'staff/join-persons.njk', {
    title: 'Are these the same person?',
    isSame: one.person.id === other.person.id,
    back: `${own}/${one.person.id}`,
    action: `${own}/${one.person.id}/join`,
    other: other.person.id,
    swapHref: `${own}/${other.person.id}/join?other=${one.person.id}`,
    one: words(one.person, 'name'),
    two: words(other.person, 'name'),
    rows: joinPreview(one.items, other.items).map((row) => ({
      name: detailNames[row.detail],
      one: words(row.one, row.detail),
      two: words(row.other, row.detail),
      together: words(row.together, row.detail),
    })),
    cases: caseRows(slug, [...cases, ...others]),
    conflict: needs.length > 1 ? needs.map(({ reference }) => reference).join(' and ') : '',
    died: [one, other].some(({ person }) => person.died) && !(one.person.died && other.person.died),
  });
};

/** What parting two records again would make of them, before it is done. */
export const partPage = async (deps: Deps, request: StaffRequest): Promise<SiteResponse> => {
  const { id } = await permittedPerson(deps, request);
  const with_ = otherIn(request);
  if (with_ === undefined) return personPage(deps, request);
  const { items, person } = await openPerson(deps, request, id);
  const other = items.find((item) => item.id === with_);
  const { slug } = request.council;
  const theirs = other ? [other.id, ...other.joined] : [];
  const references = await deps.store.persons.cases(request.council.slug, theirs);
  const cases = (await casesOfPerson(deps, person)).filter(({ reference }) => references.includes(reference));
  return staffPage(deps, request, 'staff/part-persons.njk', {
    title: 'Are these two people after all?',
    isApart: other?.joinedTo === undefined,
    back: `/${slug}/staff/persons/${person.id}`,
    action: `/${slug}/staff/persons/${person.id}/part`,
    other: other?.id ?? '',
    name: other ? `${other.firstName} ${other.lastName}` : '',
    born: other ? bornWords(other) : '',
    cases: caseRows(slug, cases),
  });
};
