import type { KnownFrom, LawNote } from '../../form-language.ts';
import { ask } from './build.ts';

const note =
  (status: LawNote['status']) =>
  (says: string, source: string): LawNote => ({ says, source, status });

/** A sentence of law or guidance for staff, by how sure we are of it: read at its source, read elsewhere, to be checked, or our own choice. */
export const law = {
  confirmed: note('confirmed'),
  secondary: note('secondary'),
  fromMemory: note('from-memory'),
  design: note('design'),
};

/** The public lists in which an adult is asked about themselves, under the same ids. */
export const anAdult = ['needs-assessment', 'joint-assessment'] as const;

/**
 * Those in which whoever the case is about is asked under the same ids, for lists of staff that are one for adults and carers. A joint
 * form is left out: what it holds under these names is the adult's, and is none of the carer's case.
 */
export const whoever = ['needs-assessment', 'carers-assessment', 'referral'] as const;

/** Those in which the adult has said it of themselves. */
export const adultsOwn = ['needs-assessment', 'joint-assessment'] as const;

/** Those in which both have said the same, once, for either case. */
export const bothOf = ['needs-assessment', 'joint-assessment', 'carers-assessment'] as const;

/** That this has been answered in one of these lists, so that it may be accepted as it is. */
export const told = (question: string, ...lists: string[]): KnownFrom[] => lists.map((list) => ({ list, question }));

/** That the person's own words, or another kind of answer, stand beside the worker's. */
export const toldBeside = (question: string, ...lists: string[]): KnownFrom[] =>
  lists.map((list) => ({ list, question, beside: true }));

/** That a carer has answered this about themselves: in a joint form the carer's questions have names of their own. */
export const carerTold = (question: string): KnownFrom[] => [
  ...told(question, 'carers-assessment'),
  ...told(`carer${capital(question)}`, 'joint-assessment'),
];

/** The same, to stand beside. */
export const carerToldBeside = (question: string): KnownFrom[] =>
  carerTold(question).map((from) => ({ ...from, beside: true }));

/** The person's own words in their case, and the carer's in theirs, where each of the two of a joint form has said it by themselves. */
export const eachToldBeside = (question: string): KnownFrom[] => [
  ...toldBeside(question, ...bothOf),
  ...toldBeside(`carer${capital(question)}`, 'joint-assessment'),
];

/** That the same question of the same list was answered before, as in a reassessment. */
export const asLastTime = (question: string): KnownFrom => ({ list: 'last', question });

/** Who holds the case, where nobody does yet: asked by the work that cannot go on without. */
export const keyWorkerQuestion = ask.text('keyWorkerId', 'Key worker', 'Who is the key worker, if the case has none?', {
  optional: true,
  maxLength: 128,
  hint: 'The person is told the name.',
  notInCopy: true,
});

/** How the person is written to, looked at again: what was recorded may be right no more. Accessible Information Standard, DAPB1605. */
export const formatsQuestion = ask.multi(
  'formats',
  'How to write',
  'How should we write to the person from now on?',
  [
    ['none', 'Ordinary letters and emails'],
    ['large-print', 'Large print'],
    ['easy-read', 'Easy Read'],
    ['braille', 'Braille'],
    ['audio', 'Audio'],
    ['text-relay', 'Text relay'],
    ['other', 'Another format'],
  ],
  {
    optional: true,
    alone: 'none',
    hint: 'Leave it blank where it is right as it is.',
    known: [{ list: 'person', question: 'formats', beside: true }],
    law: [
      {
        says: 'Formats are identified, recorded, flagged, shared, met and reviewed.',
        source: 'Accessible Information Standard, DAPB1605',
        status: 'confirmed',
      },
    ],
    copy: 'How we write to you',
  },
);

/** For what staff may not have found out. */
export const yesNoUnknown = [
  ['yes', 'Yes'],
  ['no', 'No'],
  ['not-known', 'Not known'],
] as const;

/** For risks and their weight. */
export const lowToHigh = [
  ['low', 'Low'],
  ['medium', 'Medium'],
  ['high', 'High'],
] as const;

/** The name of something with a capital, as a title or the beginning of a sentence. */
export const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** How to challenge what a copy says, at its end: there is no appeal in law. */
export const howToChallenge = [
  'If you do not agree, tell us. We look at it again.',
  'You can complain at any time. You can do this when you sign in.',
  'If you are not happy with the answer to a complaint, the Local Government and Social Care Ombudsman can look at it. It is free: 0300 061 0614, www.lgo.org.uk.',
  'An independent advocate can help you with any of this. Ask us for one.',
];
