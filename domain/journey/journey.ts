import type { CaseStage } from '../../schemas/case.ts';

/** Where a case stands and what comes next, in words for the person; nothing in them is about the person. */
export const stageWords: Readonly<Record<CaseStage, { readonly now: string; readonly next: string }>> = {
  received: {
    now: 'We have your request.',
    next: 'We will look at it and be in touch about what happens next.',
  },
  'short-term-support': {
    now: 'You are getting short-term support.',
    next: 'We will check how it went before it ends.',
  },
  assessment: {
    now: 'We are going to assess your needs.',
    next: 'We will talk with you about what you can do, what is hard, and what you want.',
  },
  decision: {
    now: 'We have assessed your needs.',
    next: 'We will tell you in writing what we decided and why.',
  },
  'estimated-budget': {
    now: 'We have made our decision.',
    next: 'We will work out what your support may cost, and tell you before your plan is made.',
  },
  plan: {
    now: 'We are making your care and support plan with you.',
    next: 'We will ask if you agree with the plan.',
  },
  'setting-up-support': {
    now: 'Your plan is agreed.',
    next: 'We are setting up your support.',
  },
  support: {
    now: 'Your support has started.',
    next: 'We will review your plan with you.',
  },
  closed: {
    now: 'This request is closed.',
    next: 'Contact us if your situation changes. You can ask for help again at any time.',
  },
};

/**
 * Whether a home with this postcode may lie in a council's area: its district is among the council's. Spaces do not matter. Who has no fixed
 * home, and so no postcode, may live there.
 */
export const mayLiveIn = (postcode: string, districts: readonly string[]): boolean => {
  if (postcode === '') return true;
  const compact = postcode.toUpperCase().replaceAll(/\s/g, '');
  // The inward part is always a digit and two letters; what is before it is the district.
  return districts.includes(compact.slice(0, -3));
};
