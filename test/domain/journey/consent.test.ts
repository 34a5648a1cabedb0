import { describe, expect, it } from 'vitest';
import {
  type ActsFor,
  copyProblems,
  mayActFor,
  mayShare,
  notSharedProblems,
  type ShareRequest,
} from '../../../domain/journey/consent.ts';

describe('mayActFor (L17)', () => {
  it.each([
    { given: { agrees: true }, may: true, code: 'agreed' },
    { given: { agrees: false, authority: 'lpa-health' }, may: true, code: 'authority' },
    { given: { agrees: false, authority: 'deputy-welfare' }, may: true, code: 'authority' },
    { given: { agrees: false, authority: 'deputy-both' }, may: true, code: 'authority' },
    { given: { agrees: false, authority: 'deputy-property' }, may: false, code: 'money-only' },
    { given: { agrees: false, authority: 'deputy' }, may: true, code: 'deputy-of-unknown-kind' },
    { given: { agrees: false, authority: 'best-interests' }, may: true, code: 'best-interests' },
    { given: { agrees: false, authority: 'lpa-money' }, may: false, code: 'money-only' },
    { given: { authority: 'appointee' }, may: false, code: 'money-only' },
    { given: { agrees: false, authority: 'none' }, may: false, code: 'no-permission' },
    { given: {}, may: false, code: 'no-permission' },
  ] satisfies { given: ActsFor; may: boolean; code: string }[])('answers $code for $given', ({ given, may, code }) => {
    expect(mayActFor(given)).toMatchObject({ may, code });
  });
});

describe('notSharedProblems (CV73)', () => {
  const professionals = [{ name: 'Dr Shah' }, { name: 'Priya Shah' }];
  const copies = [{ to: 'The person' }, { to: 'Dr Shah, GP', basis: 'professional' as const }];

  it('names whoever was asked and has no copy, until somebody gives one or says why not', () => {
    expect(notSharedProblems(copies, professionals, undefined).map(({ message }) => message)).toEqual([
      'Asked in the assessment and without a copy of the plan: Priya Shah. Give them one, or enter why not',
    ]);
    expect(notSharedProblems(copies, professionals, 'She has left the team.')).toEqual([]);
    expect(notSharedProblems([...copies, { to: 'priya shah' }], professionals, undefined)).toEqual([]);
  });
});

describe('copyProblems (M1)', () => {
  const rose = { firstName: 'Rose', lastName: 'Okafor' };
  const asked = [
    { who: 'Her son Ben Okafor', may: 'no' },
    { who: 'Her daughter Ada Okafor', may: 'yes' },
  ];

  it.each([
    { copy: { to: 'Ben Okafor' }, refused: true },
    { copy: { to: 'her son Ben Okafor', basis: 'professional' }, refused: true },
    { copy: { to: 'Cousin Eve' }, refused: true },
    { copy: { to: 'Cousin Eve', basis: 'consent' }, refused: true },
    { copy: { to: 'Ada Okafor' }, refused: false },
    { copy: { to: 'Rose Okafor' }, refused: false },
    { copy: { to: 'Example Home Care', basis: 'professional' }, refused: false },
  ] as const)('refuses a copy for $copy.to: $refused', ({ copy, refused }) => {
    expect(copyProblems([copy], asked, rose).map(({ field }) => field)).toEqual(refused ? ['copiesGiven[0].to'] : []);
  });
});

describe('mayShare (CV73, CV74, W6)', () => {
  it.each([
    { given: { recipient: 'family-or-friend', consent: 'given' }, may: true, code: 'consent' },
    {
      given: { recipient: 'family-or-friend', consent: 'refused', justification: 'worried' },
      may: false,
      code: 'consent-refused',
    },
    { given: { recipient: 'family-or-friend', consent: 'not-asked' }, may: false, code: 'ask-first' },
    { given: { recipient: 'family-or-friend', consent: 'cannot-consent' }, may: false, code: 'justification-needed' },
    {
      given: { recipient: 'family-or-friend', consent: 'cannot-consent', justification: 'Best interests' },
      may: true,
      code: 'justified',
    },
    { given: { recipient: 'professional-in-care', consent: 'not-asked' }, may: true, code: 'involved-in-care' },
    { given: { recipient: 'professional-in-care', consent: 'refused' }, may: false, code: 'justification-needed' },
    {
      given: { recipient: 'professional-in-care', consent: 'refused', justification: ' ' },
      may: false,
      code: 'justification-needed',
    },
    {
      given: { recipient: 'professional-in-care', consent: 'refused', justification: 'Risk of fire' },
      may: true,
      code: 'justified',
    },
    { given: { recipient: 'other', consent: 'not-asked' }, may: false, code: 'ask-first' },
  ] satisfies { given: ShareRequest; may: boolean; code: string }[])(
    'answers $code for $given',
    ({ given, may, code }) => {
      expect(mayShare(given)).toMatchObject({ may, code });
    },
  );
});
