import { describe, expect, it } from 'vitest';
import { type ProvedAddress, withProof } from '../../../domain/journey/address-proof.ts';
import { type Applicant, applicant } from '../../../domain/journey/applicant.ts';
import {
  type Applying,
  correctedPerson,
  differing,
  emailsOf,
  emailsOfCase,
  foundByStaff,
  isAbout,
  newPerson,
  personAgain,
  readersOf,
  slotOf,
  withDetails,
} from '../../../domain/journey/persons.ts';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { referral } from '../../../schemas/forms/referral.ts';
import { longestAlert, mostHelpers, person as personSchema } from '../../../schemas/person.ts';
import { councilSlug, type IsoDate, type IsoInstant, isoInstant } from '../../../schemas/scalars.ts';
import { aHelper, aPerson, aPersonsCase, helperNamed, personNamed } from '../../support/a-person.ts';

const [then, now] = ['2026-01-05T10:00:00.000Z', '2026-03-02T09:00:00.000Z'].map((at) => isoInstant.parse(at)) as [
  IsoInstant,
  IsoInstant,
];
const proof = { at: now, by: 'link' as const };
const proved: ProvedAddress[] = [{ address: 'ROSE@example.com', proof }];

const rose: Applicant = {
  person: {
    firstName: 'Rose',
    lastName: 'Okafor',
    dateOfBirth: '1948-03-02' as IsoDate,
    email: 'rose@example.com',
    phone: '01632 960 001',
    safeToLeaveMessage: false,
    postcode: 'LE3 8RA',
    address: '12 Sycamore Road, Leicester',
  },
  updatesTo: ['person'],
  formats: ['large-print'],
  language: 'Gujarati',
  interpreter: true,
  safeContact: 'Mornings, when he is at work',
};
const ada: Applicant['helper'] = {
  firstName: 'Ada',
  lastName: 'Okafor',
  email: 'ada@example.com',
  relationship: 'child',
  personAgrees: false,
  authority: 'lpa-health',
  sentProof: true,
};
const applying = (different: Partial<Applying> = {}): Applying => ({
  applicant: rose,
  proved: [],
  helperId: helperNamed('new'),
  now,
  ...different,
});
const made = { council: councilSlug.parse('leicestershire'), id: personNamed('rose') };

describe('newPerson', () => {
  it('holds what the application says of the person, each detail with the time at which it was said', () => {
    const { person, helperId } = newPerson(made, applying({ proved }));

    expect(personSchema.parse(person)).toEqual({
      ...made,
      version: 1,
      firstName: 'Rose',
      lastName: 'Okafor',
      dateOfBirth: '1948-03-02',
      email: 'rose@example.com',
      emailProved: proof,
      phone: '01632 960 001',
      safeToLeaveMessage: false,
      address: '12 Sycamore Road, Leicester',
      postcode: 'LE3 8RA',
      safeContact: 'Mornings, when he is at work',
      formats: ['large-print'],
      language: 'Gujarati',
      interpreter: true,
      helpers: [],
      alerts: [],
      saidAt: { email: now, phone: now, home: now, safeContact: now, formats: now, language: now },
      joined: [],
    });
    expect(helperId).toBeUndefined();
  });

  it('holds whoever filled it in as a helper, with what is known of their right to act', () => {
    const { person, helperId } = newPerson(made, applying({ applicant: { ...rose, helper: ada } }));

    expect(helperId).toBe(helperNamed('new'));
    expect(person.helpers).toEqual([
      {
        id: helperNamed('new'),
        firstName: 'Ada',
        lastName: 'Okafor',
        email: 'ada@example.com',
        relationship: 'child',
        agrees: false,
        authority: 'lpa-health',
        proof: 'sent',
      },
    ]);
  });

  it('reads every answer about the person that the form asks', () => {
    const answers = completeAnswers(needsAssessment, {
      language: 'bsl',
      treatedBadly: 'yes',
      safeContact: 'By text',
      filledInBy: 'helper',
      personAgrees: 'no',
      helperAuthority: 'deputy',
      helperProof: ['a1b2c3d4'],
    });
    const { person } = newPerson(made, applying({ applicant: applicant(needsAssessment, answers) }));

    expect(person).toMatchObject({
      language: 'British Sign Language',
      interpreter: true,
      safeContact: 'By text',
      helpers: [{ authority: 'deputy', proof: 'sent' }],
    });
  });

  it('has the NHS number that a referral gives', () => {
    const answers = completeAnswers(referral, { nhsNumber: '9434765919', helperOrganisation: 'Ward 4' });
    const { person } = newPerson(made, applying({ applicant: applicant(referral, answers) }));

    expect(person).toMatchObject({
      nhsNumber: '9434765919',
      helpers: [{ organisation: 'Ward 4', relationship: 'professional' }],
    });
  });

  it('has no address where there is none, but where to find the person', () => {
    const without = { ...rose.person, address: '', postcode: '', whereToFind: 'The night shelter' };
    const { person } = newPerson(made, applying({ applicant: { ...rose, person: without } }));

    expect([person.address, person.postcode, person.whereToFind]).toEqual([undefined, undefined, 'The night shelter']);
  });
});

describe('correctedPerson', () => {
  const { person: before } = newPerson(made, applying({ now: then, proved }));

  it('takes away what is not said any more, but how the person wants to be told, which no form asks', () => {
    const { phone: _gone, safeToLeaveMessage: _too, ...rest } = rose.person;
    const { person } = correctedPerson(
      { ...before, contactBy: 'post' },
      applying({ applicant: { ...rose, person: { ...rest, firstName: 'Rosa' } } }),
    );

    expect([person.firstName, person.phone, person.contactBy, person.version]).toEqual(['Rosa', undefined, 'post', 2]);
    // It is what they had said then, put right.
    expect(person.saidAt).toMatchObject({ phone: then, home: then });
  });

  it.each([
    { email: 'Rose@Example.com', kept: proof },
    { email: 'other@example.com', kept: undefined },
  ])('leaves $email proved: $kept', ({ email, kept }) => {
    const { person } = correctedPerson(
      before,
      applying({ applicant: { ...rose, person: { ...rose.person, email } }, proved }),
    );

    expect([person.email, person.emailProved]).toEqual([email, kept]);
  });

  it('changes the helper whom it is told to change', () => {
    const helped = aPerson({ helpers: [aHelper({ emailProved: proof })] });
    const { person, helperId } = correctedPerson(
      helped,
      applying({
        applicant: { ...rose, helper: { ...ada, firstName: 'Eve', email: 'eve@example.com' } },
        helperId: helperNamed('ada'),
      }),
    );

    expect(helperId).toBe(helperNamed('ada'));
    expect(person.helpers).toMatchObject([{ id: helperNamed('ada'), firstName: 'Eve', email: 'eve@example.com' }]);
    expect(person.helpers[0]?.emailProved).toBeUndefined();
  });
});

describe('personAgain', () => {
  it('takes what is said now, and leaves what is left out', () => {
    const before = aPerson({ phone: '01632 960 001', formats: ['braille'], language: 'Gujarati' });
    const { person } = personAgain(
      before,
      applying({
        applicant: {
          person: { ...rose.person, address: '3 High Street' },
          updatesTo: ['person'],
          formats: [],
        },
      }),
    );

    expect(person).toMatchObject({
      address: '3 High Street',
      phone: '01632 960 001',
      formats: ['braille'],
      language: 'Gujarati',
      version: 2,
    });
  });

  it('keeps a proved address until another is proved', () => {
    const before = aPerson({ emailProved: proof });
    const other = { ...rose, person: { ...rose.person, email: 'other@example.com' } };
    const known = [{ address: 'other@example.com', proof }];

    expect(personAgain(before, applying({ applicant: other })).person.email).toBe('rose@example.com');
    expect(personAgain(aPerson(), applying({ applicant: other })).person.email).toBe('other@example.com');
    expect(personAgain(before, applying({ applicant: other, proved: known })).person.email).toBe('other@example.com');
  });

  it('knows a helper again, who keeps name and proof, and adds another', () => {
    const before = aPerson({ helpers: [aHelper({ emailProved: proof, phone: '1' })] });
    const again = personAgain(
      before,
      applying({ applicant: { ...rose, helper: { ...ada, email: 'ADA@example.com' } } }),
    );
    const another = personAgain(
      before,
      applying({ applicant: { ...rose, helper: { ...ada, email: 'eve@example.com' } } }),
    );

    expect(again.helperId).toBe(helperNamed('ada'));
    expect(again.person.helpers).toMatchObject([
      { id: helperNamed('ada'), emailProved: proof, authority: 'lpa-health' },
    ]);
    expect(another.helperId).toBe(helperNamed('new'));
    expect(another.person.helpers.map(({ id }) => id)).toEqual([helperNamed('ada'), helperNamed('new')]);
  });

  it('knows a helper without an address by name and number', () => {
    const { email: _none, ...called } = aHelper({ phone: '01632 960 002' });
    const { email: _neither, ...given } = { ...ada, phone: '01632 960 002' };
    const again = (phone: string) =>
      personAgain(aPerson({ helpers: [called] }), applying({ applicant: { ...rose, helper: { ...given, phone } } }));

    expect(again('01632 960 002').person.helpers).toHaveLength(1);
    expect(again('01632 960 003').person.helpers).toHaveLength(2);
  });

  it(`lets the first of ${mostHelpers} helpers go for one more, so that the item has an end`, () => {
    const full = Array.from({ length: mostHelpers }, (_, index) =>
      aHelper({ id: helperNamed(`h${index}`), email: `h${index}@example.com` }),
    );
    const { person } = personAgain(aPerson({ helpers: full }), applying({ applicant: { ...rose, helper: ada } }));

    expect(person.helpers).toHaveLength(mostHelpers);
    expect(person.helpers[0]?.id).toBe(helperNamed('h1'));
    expect(personSchema.parse(person).helpers.at(-1)?.id).toBe(helperNamed('new'));
  });

  it('raises the same alert of the same source once', () => {
    const alert = { kind: 'harm-disclosed' as const, source: 'application K7M-29QX-T4F', on: '2026-03-02' as IsoDate };
    const first = personAgain(aPerson(), applying({ alert })).person;

    expect(personAgain(first, applying({ alert })).person.alerts).toEqual([alert]);
    expect(personAgain(first, applying({ alert: { ...alert, source: 'review' } })).person.alerts).toHaveLength(2);
  });
});

describe('foundByStaff', () => {
  const source = { source: 'assess-needs K7M-29QX-T4F', on: '2026-03-02' as IsoDate, now };

  it('keeps a number, a safe way and what visitors must know, each with where it comes from or when it was said', () => {
    const before = aPerson({ safeContact: 'Any time' });
    const after = foundByStaff(
      before,
      { nhsNumber: '9434765919', safeContact: 'Mornings', visitRisks: 'A dog' },
      source,
    );

    expect(after).toMatchObject({
      version: 2,
      nhsNumber: '9434765919',
      safeContact: 'Mornings',
      saidAt: { nhsNumber: now, safeContact: now },
      alerts: [{ kind: 'risk-to-workers', says: 'A dog', source: source.source, on: '2026-03-02' }],
    });
  });

  it('puts what the same work says anew in the place of what it said, and leaves what it does not ask', () => {
    const first = foundByStaff(aPerson({ nhsNumber: '9434765919' }), { visitRisks: 'A dog' }, source);
    const second = foundByStaff(first, { visitRisks: 'Two dogs' }, { ...source, on: '2026-04-01' as IsoDate });
    const again = foundByStaff(second, { visitRisks: 'Two dogs' }, { ...source, on: '2026-05-01' as IsoDate });

    expect(second.alerts).toMatchObject([{ says: 'Two dogs', on: '2026-04-01' }]);
    expect(again.alerts).toEqual(second.alerts);
    expect(again.nhsNumber).toBe('9434765919');
    expect(foundByStaff(first, { visitRisks: '' }, source).alerts).toEqual(first.alerts);
  });

  it('shortens what is longer than an alert may be, of which the record keeps all', () => {
    const [alert] = foundByStaff(aPerson(), { visitRisks: 'x'.repeat(5000) }, source).alerts;

    expect(alert?.says).toHaveLength(longestAlert);
  });
});

describe('isAbout', () => {
  it.each([
    { given: { firstName: ' ROSE', lastName: 'Okáfor' }, same: true },
    { given: { lastName: 'O’Kafor' }, same: true },
    { given: { firstName: 'Rosa' }, same: false },
    { given: { dateOfBirth: '1948-02-03' as IsoDate }, same: false },
  ])('of $given is $same', ({ given, same }) => {
    expect(isAbout(aPerson(), { ...rose, person: { ...rose.person, ...given } })).toBe(same);
  });
});

describe('slotOf', () => {
  it.each([
    { of: { kind: 'needs' as const }, slot: 'needs' },
    { of: { kind: 'carer' as const, caresFor: personNamed('rose') }, slot: `carer#${personNamed('rose')}` },
    { of: { kind: 'carer' as const }, slot: undefined },
  ])('of $of is $slot', ({ of, slot }) => {
    expect(slotOf(of)).toBe(slot);
  });
});

describe('who is reached', () => {
  const person = aPerson({
    helpers: [aHelper(), aHelper({ id: helperNamed('eve'), firstName: 'Eve', email: 'eve@example.com' })],
  });

  it('of a case is the person and the helper of that case, as the case wants it', () => {
    const both = aPersonsCase({ helperId: helperNamed('eve'), updatesTo: ['person', 'helper'] }, person);
    const nobodyHelps = aPersonsCase({ updatesTo: ['person', 'helper'] }, person);

    expect(readersOf(both).map(({ who, contact }) => `${who} ${contact.firstName}`)).toEqual([
      'person Rose',
      'helper Eve',
    ]);
    expect(readersOf(nobodyHelps).map(({ who }) => who)).toEqual(['person']);
    expect(emailsOfCase(both)).toEqual(['rose@example.com', 'eve@example.com']);
  });

  it('by an address is the person and whoever helps', () => {
    expect(emailsOf(person)).toEqual(['rose@example.com', 'ada@example.com', 'eve@example.com']);
  });
});

describe('details', () => {
  it('are changed and taken away with the time, the rest stays as it is', () => {
    const before = aPerson({ phone: '1', safeToLeaveMessage: true, saidAt: { phone: then } });
    const after = withDetails(before, { formats: ['audio'] }, ['phone', 'formats'], now);

    expect(after).toEqual({
      ...aPerson({ formats: ['audio'] }),
      saidAt: { phone: now, formats: now },
    });
  });

  it('do not differ by how an address is known to be theirs', () => {
    expect(differing(aPerson({ emailProved: proof }), aPerson())).toEqual([]);
    expect(differing(aPerson({ email: 'r@example.com', whereToFind: 'x' }), aPerson())).toEqual(['email', 'home']);
  });
});

describe('withProof', () => {
  it('proves an address wherever the person or a helper holds it, and answers nothing where it is known', () => {
    const person = aPerson({ helpers: [aHelper({ email: 'Rose@example.com' }), aHelper({ id: helperNamed('eve') })] });
    const after = withProof(person, 'ROSE@example.com', proof);

    expect(after).toMatchObject({ version: 2, emailProved: proof, helpers: [{ emailProved: proof }, {}] });
    expect(after?.helpers[1]?.emailProved).toBeUndefined();
    expect(after && withProof(after, 'rose@example.com', proof)).toBeUndefined();
    expect(withProof(person, 'nobody@example.com', proof)).toBeUndefined();
  });
});
