import { describe, expect, it } from 'vitest';
import { applicationsIn } from '../../../domain/journey/applications.ts';
import { mayBeAskedFor } from '../../../domain/journey/first-contact.ts';
import { openingReason } from '../../../domain/journey/unproved-readers.ts';
import { completeAnswers } from '../../../local/demo/example-answers.ts';
import type { Answers } from '../../../schemas/form-conditions.ts';
import type { Form } from '../../../schemas/form-language.ts';
import { type ApplicationFormId, applicationForms } from '../../../schemas/forms/application-forms.ts';
import { isoInstant } from '../../../schemas/scalars.ts';
import { aPerson, aPersonsCase } from '../../support/a-person.ts';

const sent = (id: ApplicationFormId, overrides: Answers = {}) => {
  const form = applicationForms.get(id);
  if (form === undefined) throw new Error(`No form ${id}`);
  return applicationsIn(id, completeAnswers(form, overrides));
};
const bothAgree: Answers = { personAgreesToJoint: 'yes', carerAgreesToJoint: 'yes' };

describe('applicationsIn', () => {
  it.each([
    { id: 'needs-assessment', kind: 'needs', authority: 'Care Act 2014 section 9', indicates: true },
    { id: 'carers-assessment', kind: 'carer', authority: 'Care Act 2014 section 10', indicates: true },
    { id: 'referral', kind: 'needs', authority: 'Care Act 2014 section 9(1)', indicates: false },
    { id: 'help-now', kind: 'needs', authority: 'Care Act 2014 section 19(3)', indicates: false },
  ] as const)(
    '$id opens a case of kind $kind; it indicates what is possible: $indicates',
    ({ id, indicates, ...rest }) => {
      const [application, ...others] = sent(id);

      expect(application).toMatchObject(rest);
      expect(application.indication !== undefined).toBe(indicates);
      expect(others).toEqual([]);
    },
  );

  it('takes a call for help as urgent, whatever is happening', () => {
    expect(sent('help-now', { urgent: ['carer-cannot-continue'] })[0].urgency).toBe('urgent');
  });

  it('takes a carer who cannot go on as urgent where the council says so, and nobody else sooner', () => {
    const says = { carerCannotGoOn: 'urgent' } as const;
    const urgency = (id: ApplicationFormId, overrides: Answers, council = {}) => {
      const form = applicationForms.get(id) as Form;
      return applicationsIn(id, completeAnswers(form, overrides), council).map((one) => one.urgency);
    };

    expect(urgency('carers-assessment', { cannotGoOn: 'yes' }, says)).toEqual(['urgent']);
    expect(urgency('carers-assessment', { cannotGoOn: 'yes' })).toEqual(['carer-breakdown']);
    expect(urgency('carers-assessment', { cannotGoOn: 'no' }, says)).toEqual(['standard']);
    expect(urgency('joint-assessment', { ...bothAgree, urgent: ['carer-cannot-continue'] }, says)).toEqual([
      'urgent',
      'urgent',
    ]);
    expect(urgency('needs-assessment', { urgent: ['none'] }, says)).toEqual(['standard']);
  });

  it.each([
    { cannotGoOn: 'yes', urgency: 'carer-breakdown' },
    { cannotGoOn: 'no', urgency: 'standard' },
  ])('takes a carer who cannot go on ($cannotGoOn) as $urgency', ({ cannotGoOn, urgency }) => {
    expect(sent('carers-assessment', { cannotGoOn })[0].urgency).toBe(urgency);
  });

  describe('of a joint form', () => {
    it('gives each of the two what they said of themselves, and who filled it in', () => {
      const [person, carer] = sent('joint-assessment', {
        ...bothAgree,
        filledInBy: 'helper',
        betterLife: 'A garden',
        carerWantHelpWith: 'Nights',
      });

      expect([person.kind, carer?.kind]).toEqual(['needs', 'carer']);
      expect(person.answers).toMatchObject({ betterLife: 'A garden', helperFirstName: 'Ada' });
      expect(carer?.answers).toMatchObject({ carerWantHelpWith: 'Nights', helperFirstName: 'Ada' });
      expect(Object.keys(person.answers).filter((id) => id.startsWith('carer'))).toEqual([]);
      expect(Object.keys(carer?.answers ?? {}).filter((id) => id === 'betterLife')).toEqual([]);
    });

    it.each([
      { answers: { treatedBadly: 'yes', carerTreatedBadly: 'no' }, harm: [true, false] },
      { answers: { treatedBadly: 'no', carerTreatedBadly: 'yes' }, harm: [false, true] },
      { answers: { treatedBadly: 'no', carerTreatedBadly: 'no' }, harm: [false, false] },
    ])('alerts for whom harm is disclosed, in their own case: $answers', ({ answers, harm }) => {
      const applications = sent('joint-assessment', { ...bothAgree, ...answers });

      expect(applications.map(({ disclosesHarm }) => disclosesHarm)).toEqual(harm);
    });
  });

  it.each([
    { personAgrees: 'yes', updatesTo: ['helper'], to: ['person', 'helper'] },
    { personAgrees: 'yes', updatesTo: ['person'], to: ['person'] },
    { personAgrees: 'no', helperAuthority: 'best-interests', updatesTo: ['helper'], to: ['person', 'helper'] },
    { personAgrees: 'no', helperAuthority: 'none', updatesTo: ['helper'], to: ['person'] },
  ])(
    'tells the person of a referral, and the referrer by right: $personAgrees $helperAuthority',
    ({ to, ...answers }) => {
      expect(sent('referral', answers)[0].updatesTo).toEqual(to);
    },
  );
});

describe('what triage is told of the way a request came', () => {
  const reason = (list: string, answers: Answers = {}) =>
    openingReason('triage-request', aPersonsCase(), { list, answers });

  it('is that help is needed now', () => {
    expect(reason('help-now')).toMatch(/^Help is needed now\. Ring today\. Emails/);
  });

  it.each([
    { answers: { personAgrees: 'yes' }, may: true, says: /Tell the person of it/ },
    { answers: { personAgrees: 'no', helperAuthority: 'lpa-health' }, may: true, says: /Tell the person of it/ },
    { answers: { personAgrees: 'no', helperAuthority: 'none' }, may: false, says: /Decide whether to contact/ },
    {
      answers: { personAgrees: 'no', helperAuthority: 'lpa-money' },
      may: false,
      says: /The referrer cannot follow it/,
    },
  ])('is how a referral was agreed: $answers', ({ answers, may, says }) => {
    expect(mayBeAskedFor(answers as Answers)).toBe(may);
    expect(reason('referral', answers as Answers)).toMatch(says);
    expect(reason('referral', answers as Answers)?.length).toBeLessThan(300);
  });

  it('is nothing where emails arrive and the person asked for themselves', () => {
    const proved = aPersonsCase(
      {},
      aPerson({ emailProved: { at: isoInstant.parse('2026-01-05T10:00:00.000Z'), by: 'link' } }),
    );

    expect(openingReason('triage-request', proved, { list: 'needs-assessment', answers: {} })).toBeUndefined();
  });
});
