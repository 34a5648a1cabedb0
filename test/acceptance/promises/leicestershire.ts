import type { PromisedBy } from '../promised.ts';

/** What Leicestershire's page on the care and support assessment promises, in its order. */
export const leicestershire = {
  L1: {
    promise: 'The assessment finds out what you can do for yourself',
    seen: 'Form, “What do you do well?”; the assessor’s question about strengths beside it; your copy of the assessment.',
    off: {
      file: 'schemas/forms/assessment.ts',
      find: "copy: 'What you can do, and who helps already',",
      replace: 'notInCopy: true,',
    },
  },
  L2: {
    promise: 'It finds out what help you have, or could have, from people around you',
    seen: 'Form, “Who helps”; the assessor reads it beside the question who in the community helps, or could.',
    off: {
      file: 'schemas/forms/assessment.ts',
      find: "asLastTime('network'),\n            ...toldBeside('otherHelpDetail', ...anAdult),",
      replace: "asLastTime('network'),",
    },
  },
  L3: {
    promise: 'It finds out what you need support with to stay well and independent',
    seen: 'Form, “Daily life”; the assessor’s pages about each outcome; the needs in your copy of the assessment.',
    off: {
      file: 'schemas/forms/fragments/outcome-pages.ts',
      find: "meets: ['L2', 's.9(4)(a)'],",
      replace: "notInCopy: true, meets: ['L2', 's.9(4)(a)'],",
    },
  },
  L4: {
    promise: 'It is for people of 18 or over',
    seen: 'Start page; the form’s page with the date of birth, which says where a younger person finds help.',
    off: {
      file: 'schemas/forms/fragments/contact.ts',
      find: 'years: 18,',
      replace: 'years: 1,',
    },
  },
  L5: {
    promise: 'It is for people who live in Leicestershire',
    seen: 'Start page; the form says at once that a postcode lies elsewhere, and who helps there; so does the page after sending.',
    off: {
      file: 'domain/journey/journey.ts',
      find: 'export const mayLiveIn =',
      replace: 'export const mayLiveIn = (_: string, __: unknown): boolean => true;\nexport const neverAsked =',
    },
  },
  L6: {
    promise: 'It is for people who seem to need care and support',
    seen: 'Whoever triages says so on the page of their task before an assessment is opened; your copy “What happens first”.',
    off: {
      file: 'domain/journey/triage-outcome.ts',
      find: "return !duty.may && answers.outcome === 'assess'",
      replace: "return !duty.may && answers.outcome === ('never' as string)",
    },
  },
  L7: {
    promise: 'Whoever is not eligible still gets advice and information to stay well and independent',
    seen: 'Nobody can refuse without it: the decision’s task and triage ask for it; your copy has it, and a mail says so.',
    off: {
      file: 'domain/journey/triage-outcome.ts',
      find: 'if (adviceGiven !== undefined ||',
      replace: 'if (true ||',
    },
  },
  L8: {
    promise: 'You can prepare: what you do every day, and who helps you',
    seen: 'Start page, first page of the form, and the mail that the form has come.',
    off: {
      file: 'templates/emails/application-received.txt.njk',
      find: ' You can think about what matters most to {{ about if about else "you" }} and who helps now.',
      replace: '',
    },
  },
  L9: {
    promise: 'Whoever was not assessed before finds the online form as the easiest way; whoever was is shown another',
    seen: 'Start page; the page that asks it has the link to the open case; whoever triages reads the answer.',
    off: {
      file: 'schemas/forms/fragments/contact.ts',
      find: "      { path: 'case/sign-in', text: 'Sign in to a case that is open, to tell us of a change or ask for a review' },\n",
      replace: '',
    },
  },
  L10: {
    promise: 'The form tells you whether you might be eligible',
    seen: 'The page after sending: what the answers may mean, condition by condition, and that it is no decision.',
    off: {
      file: 'templates/pages/confirmation.njk',
      find: '{%- if indications.length %}',
      replace: '{%- if false %}',
    },
  },
} as const satisfies PromisedBy;
