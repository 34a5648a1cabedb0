import { describe, expect, it } from 'vitest';
import { applicant } from '../../../domain/journey/applicant.ts';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import type { Answers } from '../../../schemas/form-conditions.ts';
import type { Form } from '../../../schemas/form-language.ts';
import { carersAssessment } from '../../../schemas/forms/carers-assessment.ts';
import { helpNow } from '../../../schemas/forms/help-now.ts';
import { jointAssessment } from '../../../schemas/forms/joint-assessment.ts';
import { needsAssessment } from '../../../schemas/forms/needs-assessment.ts';
import { referral } from '../../../schemas/forms/referral.ts';

const read = (form: Form, overrides: Answers = {}, whose?: 'subject' | 'carer') =>
  applicant(form, completeAnswers(form, overrides), whose);
const bothAgree: Answers = { personAgreesToJoint: 'yes', carerAgreesToJoint: 'yes' };

describe('applicant', () => {
  it('reads the person', () => {
    const given = { preferredName: 'Rosie', email: 'rose@example.com', addressLine2: 'Flat 2' };

    expect(read(needsAssessment, given).person).toEqual({
      firstName: 'Rose',
      lastName: 'Okafor',
      preferredName: 'Rosie',
      email: 'rose@example.com',
      dateOfBirth: '1948-03-02',
      postcode: 'LE3 8RA',
      address: '12 Sycamore Road, Flat 2, Leicester',
    });
  });

  it('finds who has no fixed home where they said, with no postcode', () => {
    const { person } = read(needsAssessment, { whereNow: 'no-fixed-home', whereToFind: 'The day centre, Mill Lane' });

    expect([person.address, person.postcode, person.whereToFind]).toEqual(['', '', 'The day centre, Mill Lane']);
  });

  it.each([
    { language: 'english', reads: undefined },
    { language: 'bsl', reads: 'British Sign Language' },
    { language: 'other', otherLanguage: 'Gujarati', reads: 'Gujarati' },
  ])('reads the language $language as $reads', ({ reads, ...answers }) => {
    expect(read(needsAssessment, answers).language).toBe(reads);
  });

  it('reads the formats', () => {
    expect(read(needsAssessment, { formats: ['large-print', 'audio'] }).formats).toEqual(['large-print', 'audio']);
  });

  it('has no helper when the person filled it in, and updates go to the person', () => {
    const { helper, updatesTo } = read(needsAssessment);

    expect([helper, updatesTo]).toEqual([undefined, ['person']]);
  });

  it.each(['carer', 'helper', 'professional'])('has a helper who is reached where %s filled it in', (filledInBy) => {
    const given = { filledInBy, helperEmail: 'ada@example.com', updatesTo: ['helper'] };
    const { helper, updatesTo } = read(needsAssessment, given);

    expect(helper).toMatchObject({ firstName: 'Ada', email: 'ada@example.com', personAgrees: true });
    expect(updatesTo).toEqual(['helper']);
  });

  it.each([
    { form: referral, name: 'referral' },
    { form: helpNow, name: 'help now' },
  ])('reads who asks for another in the form $name', ({ form }) => {
    expect(read(form, { filledInBy: 'professional' })).toMatchObject({
      person: { firstName: 'Rose' },
      helper: { firstName: 'Ada', phone: '01632 960 001' },
    });
  });

  it('takes the carer of a carer’s form for the person', () => {
    expect(read(carersAssessment, { firstName: 'Ada' }).person.firstName).toBe('Ada');
  });
});

describe('applicant of a joint form', () => {
  const home = { ...bothAgree, carerSameHome: 'yes', carerEmail: 'ada@example.com' };

  it('reads each of the two, who live in one home', () => {
    const [person, carer] = [read(jointAssessment, home), read(jointAssessment, home, 'carer')];

    expect([person.person.firstName, carer.person.firstName]).toEqual(['Rose', 'Ada']);
    expect(carer.person).toMatchObject({ address: person.person.address, postcode: person.person.postcode });
  });

  it('reads the carer’s own address where it is another', () => {
    const other = { ...bothAgree, carerSameHome: 'no', carerAddressLine1: '3 Mill Lane', carerPostcode: 'LE2 1AA' };

    expect(read(jointAssessment, other, 'carer').person).toMatchObject({
      address: '3 Mill Lane, Leicester',
      postcode: 'LE2 1AA',
    });
  });

  it.each([
    { filledInBy: 'me', ofPerson: undefined, ofCarer: undefined },
    { filledInBy: 'carer', ofPerson: 'ada@example.com', ofCarer: undefined },
    { filledInBy: 'helper', ofPerson: 'ben@example.com', ofCarer: 'ben@example.com' },
  ])('filled in by $filledInBy has who helps the other', ({ filledInBy, ofPerson, ofCarer }) => {
    const given = { ...home, filledInBy, helperEmail: 'ben@example.com' };
    const helpers = [read(jointAssessment, given), read(jointAssessment, given, 'carer')].map(({ helper }) => helper);

    expect(helpers.map((one) => one?.email)).toEqual([ofPerson, ofCarer]);
  });
});
