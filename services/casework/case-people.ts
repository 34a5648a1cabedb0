import { formatLines, languageLines } from '../../domain/journey/before-contact.ts';
import { actingLines, carerLines, sharingLines } from '../../domain/journey/before-people.ts';
import { otherOfTwo } from '../../domain/journey/joint-cases.ts';
import { nobodyNamed } from '../../domain/journey/key-worker.ts';
import { helperOf } from '../../domain/journey/persons.ts';
import { type SharingBasis, sharingLog } from '../../domain/journey/sharing-log.ts';
import { allWorkOf, workOf } from '../../domain/journey/work-records.ts';
import { readableDate, shortDate } from '../../domain/time/readable-date.ts';
import type { CareCase } from '../../schemas/case.ts';
import type { Helper, KnownPerson } from '../../schemas/person.ts';
import { isoDate } from '../../schemas/scalars.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import type { Deps } from '../deps.ts';
import { casesOfPerson } from '../work/person-cases.ts';
import { carefulOf, safeContactOf } from './case-alerts.ts';
import type { OpenedCase } from './case-frame.ts';
import { staffCasePath } from './case-sections.ts';

type Fact = { readonly label: string; readonly lines: readonly string[] };

/** Facts that are known; what nobody has said is left out. */
const known = (facts: readonly { label: string; lines: readonly (string | undefined | false)[] }[]): Fact[] =>
  facts.flatMap(({ label, lines }) => {
    const said = lines.filter((line): line is string => typeof line === 'string' && line !== '');
    return said.length > 0 ? [{ label, lines: said }] : [];
  });

const proofOf = ({ emailProved }: Pick<KnownPerson, 'emailProved'>): string =>
  emailProved ? 'confirmed' : 'not confirmed';

const thePerson = (opened: OpenedCase): Fact[] => {
  const { case: careCase, person, records } = opened;
  const of = { careCase, person, records };
  return known([
    { label: 'Name', lines: [`${person.firstName} ${person.lastName}`] },
    { label: 'Wants to be called', lines: [person.preferredName] },
    { label: 'Born', lines: [person.dateOfBirth && readableDate(person.dateOfBirth)] },
    { label: 'NHS number', lines: [person.nhsNumber] },
    { label: 'Address', lines: [person.address, person.postcode] },
    { label: 'Phone', lines: [person.phone] },
    { label: 'Email', lines: [person.email && `${person.email} (${proofOf(person)})`] },
    { label: 'How to reach them', lines: safeContactOf(opened) },
    { label: 'Language', lines: languageLines(of) },
    { label: 'How to write', lines: formatLines(of) },
  ]);
};

const reachOf = ({ phone, email }: Helper): string[] => [phone, email].filter((one) => one !== undefined);

const helpersOf = ({ case: careCase, person }: OpenedCase) => {
  const here = helperOf(careCase, person);
  return person.helpers.map((helper) => ({
    name: `${helper.firstName} ${helper.lastName}`,
    about: [helper.relationship, helper.organisation].filter((one) => one !== undefined).join(', '),
    lines: [...reachOf(helper), ...(helper.diedAt ? ['Has died.'] : [])],
    here: helper === here,
  }));
};

/** Who works on it for the council, and for the person. */
const workers = ({ case: careCase, records, may }: OpenedCase): Fact[] => {
  const { assessor, keyWorker } = careCase;
  const advocate = may('assessment')
    ? allWorkOf(records, 'arrange-advocacy').find(({ answers }) => answers.advocateName !== undefined)?.answers
    : undefined;
  const [assessed] = [...allWorkOf(records, 'assess-needs'), ...allWorkOf(records, 'assess-carer')].toSorted((a, b) =>
    b.at.localeCompare(a.at),
  );
  return known([
    {
      label: 'Key worker',
      lines: keyWorker
        ? [keyWorker.name, keyWorker.email, careCase.namedSince && `Since ${readableDate(careCase.namedSince)}`]
        : [nobodyNamed(careCase)],
    },
    { label: 'Assessor', lines: assessor ? [assessor.name, assessor.email] : [] },
    {
      label: 'Independent advocate',
      lines: [
        advocate?.advocateName,
        advocate?.advocateContact,
        advocate?.startsOn && `Since ${readableDate(isoDate.parse(advocate.startsOn))}`,
      ],
    },
    ...(assessed?.answers.professionalsConsulted ?? []).map(({ name, job, contact, askedOn }) => ({
      label: job,
      lines: [name, contact, askedOn && `Asked on ${readableDate(isoDate.parse(askedOn))}`],
    })),
  ]);
};

/** The other cases that belong to this one: of the person, of whom they look after, of who is assessed together with them. */
const linkedCases = async (deps: Deps, { case: careCase, person }: OpenedCase) => {
  const { store } = deps;
  const caredFor = careCase.caresFor && (await store.persons.find(careCase.council, careCase.caresFor));
  const of = (what: string) => (one: CareCase) => ({
    what,
    reference: one.reference,
    href: staffCasePath(one),
    state: one.closed ? 'closed' : 'open',
  });
  const beside = otherOfTwo(careCase);
  const joint = beside && (await store.case(careCase.council, beside));
  const isJoint = careCase.jointWith
    ? 'Assessed together with'
    : careCase.jointAsked
      ? 'Came with the same code, and nobody has confirmed it'
      : 'Taken apart from';
  const all = [
    ...(joint ? [of(isJoint)(joint)] : []),
    ...(caredFor
      ? (await casesOfPerson(deps, caredFor.person, careCase)).map(of('Of the person they look after'))
      : []),
    ...(await casesOfPerson(deps, person, careCase)).map((one) =>
      of(one.kind === 'carer' ? 'Their own, as a carer' : 'Their own, about needs')(one),
    ),
  ];
  return [...new Map(all.map((one) => [one.reference, one])).values()];
};

const grounds: Readonly<Record<SharingBasis, string>> = {
  own: 'It is their own',
  consent: 'The person decided so',
  professional: 'They are involved in the care',
  'best-interests': 'It is in the person’s best interests',
  law: 'The law wants it',
  justified: 'Shared without consent',
  helper: 'They help with this case, and the person wants them to hear',
};

const agreements = { yes: 'may have it', no: 'must not have it' } as const;

/** Who may have a copy of the plan, as the person decided when it was last written. */
const consents = ({ records }: OpenedCase): string[] =>
  (workOf(records, 'draft-plan')?.answers.shareConsents ?? []).map(
    ({ who, may, what, basis }) =>
      `${who} ${agreements[may]}${what ? ` (${what})` : ''}: ${grounds[basis].toLowerCase()}.`,
  );

/** What the section on people shows: the person, who helps and works for them, linked cases, with whom to share, and what was shared with whom. */
export const peopleView = async (deps: Deps, opened: OpenedCase) => {
  const { case: careCase, person, records } = opened;
  const of = { careCase, person, records };
  // Who may not read the plan is not told who reads it.
  const invitations = opened.withheld.includes('plan')
    ? []
    : await deps.store.invitations(careCase.council, careCase.reference);
  const titleOf = (copy: string): string => {
    const record = records.find(({ kind, id }) => `${kind}.${id}` === copy);
    if (record?.kind === 'work') return kindsOfWork[record.work].title;
    return record?.kind === 'plan' ? `Plan, version ${record.number}` : 'A copy';
  };
  return {
    careful: carefulOf(opened),
    person: thePerson(opened),
    helpers: helpersOf(opened),
    acting: actingLines(of),
    carers: carerLines(of),
    workers: workers(opened),
    linked: await linkedCases(deps, opened),
    sharing: sharingLines(of),
    consents: consents(opened),
    log: sharingLog({ ...opened, invitations }, titleOf).map(({ on, what, to, how, basis, why }) => ({
      on: shortDate(on),
      what,
      to,
      how,
      ground: `${basis ? grounds[basis] : 'Not recorded'}${why ? `: ${why}` : ''}`,
    })),
  };
};
