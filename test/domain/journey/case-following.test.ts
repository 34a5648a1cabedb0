import { describe, expect, it } from 'vitest';
import { followerOf, isAboutSafety, maySign } from '../../../domain/journey/case-following.ts';
import type { CareCase } from '../../../schemas/case.ts';
import { questionsOf } from '../../../schemas/form-language.ts';
import { applicationForms } from '../../../schemas/forms/application-forms.ts';
import { inJointForm } from '../../../schemas/forms/fragments/second-person.ts';
import type { Helper } from '../../../schemas/person.ts';
import { aCase } from '../../support/a-case.ts';
import { aHelper, aPerson, aPersonsCase, helperNamed } from '../../support/a-person.ts';

const helped: Partial<CareCase> = { helperId: helperNamed('ada'), updatesTo: ['person', 'helper'] };

describe('followerOf', () => {
  it.each([
    { it: 'is the person, however the address is written', address: ' Rose@Example.com ', given: {}, as: 'person' },
    { it: 'is the helper where the person agrees', address: 'ada@example.com', given: { agrees: true }, as: 'helper' },
    {
      it: 'is the helper with a power over health and welfare',
      address: 'ada@example.com',
      given: { agrees: false, authority: 'lpa-health' },
      as: 'helper',
    },
    {
      it: 'is nobody with a power over money alone',
      address: 'ada@example.com',
      given: { agrees: false, authority: 'lpa-money' },
      as: undefined,
    },
    {
      it: 'is nobody where nothing was said of a right',
      address: 'ada@example.com',
      given: { agrees: undefined },
      as: undefined,
    },
    { it: 'is nobody for another address', address: 'eve@example.com', given: {}, as: undefined },
    { it: 'is nobody for no address', address: '', given: {}, as: undefined },
  ] satisfies { it: string; address: string; given: Partial<Helper>; as: string | undefined }[])(
    '$it',
    ({ address, given, as }) => {
      expect(followerOf(aPersonsCase(helped, aPerson({ helpers: [aHelper(given)] })), address)).toBe(as);
    },
  );

  it('is not the helper whom the person wants no updates for, nor who helps with another case', () => {
    const person = aPerson({ helpers: [aHelper(), aHelper({ id: helperNamed('eve'), email: 'eve@example.com' })] });

    expect(followerOf(aPersonsCase({ ...helped, updatesTo: ['person'] }, person), 'ada@example.com')).toBeUndefined();
    expect(followerOf(aPersonsCase(helped, person), 'eve@example.com')).toBeUndefined();
  });

  it('is nobody once the person has died, and still the person after any other end', () => {
    const at = aCase().openedAt;

    expect(followerOf(aPersonsCase({ closed: { reason: 'died', at } }), 'rose@example.com')).toBeUndefined();
    expect(followerOf(aPersonsCase({ closed: { reason: 'withdrawn', at } }), 'rose@example.com')).toBe('person');
  });
});

describe('maySign', () => {
  it.each([
    ['the person', 'person', undefined, true],
    ['a helper with whom the person agrees', 'helper', { agrees: true }, false],
    ['an attorney for welfare', 'helper', { agrees: false, authority: 'lpa-health', proof: 'seen' }, true],
    ['a deputy for welfare', 'helper', { agrees: false, authority: 'deputy-welfare', proof: 'seen' }, true],
    ['a deputy for both', 'helper', { agrees: false, authority: 'deputy-both', proof: 'seen' }, true],
    [
      'an attorney whose power nobody has seen',
      'helper',
      { agrees: false, authority: 'lpa-health', proof: 'sent' },
      false,
    ],
    ['a deputy for property', 'helper', { agrees: false, authority: 'deputy-property', proof: 'seen' }, false],
    ['a deputy of unknown kind', 'helper', { agrees: false, authority: 'deputy', proof: 'seen' }, false],
    ['an appointee for benefits', 'helper', { agrees: false, authority: 'appointee', proof: 'seen' }, false],
  ] as const)('of a plan by %s is %#', (_, as, helper, may) => {
    expect(maySign(as, helper)).toBe(may);
  });

  it.each([
    ['the person', 'person', undefined, true],
    ['an attorney for property', 'helper', { agrees: false, authority: 'lpa-money', proof: 'seen' }, true],
    ['a deputy for property', 'helper', { agrees: false, authority: 'deputy-property', proof: 'seen' }, true],
    ['a deputy for both', 'helper', { agrees: false, authority: 'deputy-both', proof: 'seen' }, true],
    ['a deputy for welfare', 'helper', { agrees: false, authority: 'deputy-welfare', proof: 'seen' }, false],
    ['a helper with whom the person agrees', 'helper', { agrees: true }, false],
  ] as const)('of the money form by %s is %#', (_, as, helper, may) => {
    expect(maySign(as, helper, 'money')).toBe(may);
  });
});

describe('isAboutSafety', () => {
  it('knows every answer about harm, about being reached safely and about talking alone, of either half of a joint form', () => {
    const asked = ['treatedBadly', 'safeContact', 'safeToLeaveMessage', 'talkAlone', 'shareLimits'];

    for (const form of applicationForms.values()) {
      const ids = questionsOf(form).map(({ question }) => question.id);
      const onPrivatePages = questionsOf(form)
        .filter(({ page }) => page.sensitive)
        .map(({ question }) => question.id);
      const named = ids.filter((id) => asked.some((one) => [one, inJointForm(one)].includes(id)));

      expect([...onPrivatePages, ...named].filter((id) => !isAboutSafety(id))).toEqual([]);
    }
    expect(
      ['carerSafeToLeaveMessage', 'carerSafeContact', 'carerTreatedBadly', 'carerTalkAlone'].every(isAboutSafety),
    ).toBe(true);
  });

  it.each([
    ['treatedBadly', true],
    ['safeContact', true],
    ['safeToLeaveMessage', true],
    ['carerTreatedBadly', true],
    ['carerSafeContact', true],
    ['carerSafeToLeaveMessage', true],
    ['carerCanContinue', false],
    ['safeAlone', false],
    ['firstName', false],
  ])('of %s is %s', (question, hidden) => {
    expect(isAboutSafety(question)).toBe(hidden);
  });
});
