/**
 * What staff answer to a person who asked something or told us something while a case runs: each is the form of one kind of task.
 *
 * @see Care Act 2014 section 27(1)(b) for reviews; SI 2009/309 for complaints
 */
import * as z from 'zod';
import { dateOf, oneOf, writtenText } from './posted-fields.ts';
import { caseReference } from './scalars.ts';

const yesOrNo = (question: string) => z.boolean({ error: `Answer yes or no: ${question}` });

/** What is decided about a request for a review. A refusal is given in writing, with its reasons and how to challenge it. */
export const reviewRequestDecision = z.discriminatedUnion(
  'decision',
  [
    z.object({ decision: z.literal('review'), reasons: writtenText('the reasons for the review') }),
    z.object({ decision: z.literal('minor-change'), reasons: writtenText('what is changed without a review') }),
    z.object({
      decision: z.literal('refuse'),
      reasons: writtenText('the reasons for refusing a review'),
      howToChallenge: writtenText('how the person can challenge the refusal'),
    }),
  ],
  { error: 'Choose what you decide: review, minor-change or refuse' },
);

/** The answer to a question about a decision. `decisionStands` is false where the worker will look at it again. */
export const queryAnswer = z.object({
  answer: writtenText('your answer, in plain English'),
  decisionStands: yesOrNo('does the decision stand?'),
});

/** The acknowledgement of a complaint, within 3 working days, with the offer to talk about how it is handled. SI 2009/309 regulation 13. */
export const complaintAcknowledgement = z.object({
  acknowledgedOn: dateOf('the day on which the complaint was acknowledged'),
  talkOffered: yesOrNo('was a talk about handling and time offered?'),
  /** A later day than six months from receipt, if the person agreed to one. */
  agreedAnswerOn: dateOf('the day agreed for the answer').optional(),
  handledBy: writtenText('who looks into the complaint', 200),
});

/** The signed answer to a complaint. SI 2009/309 regulation 14. */
export const complaintAnswer = z
  .object({
    outcome: oneOf(['upheld', 'partly-upheld', 'not-upheld'], 'Choose upheld, partly-upheld or not-upheld'),
    considered: writtenText('how the complaint was considered'),
    findings: writtenText('what was found'),
    remedy: writtenText('what is done to put it right').optional(),
    signedBy: writtenText('the name of the responsible person who signs', 200),
  })
  .refine(({ outcome, remedy }) => outcome === 'not-upheld' || remedy !== undefined, {
    path: ['remedy'],
    error: 'Enter what is done to put it right',
  });

/** What was done about something that the person told us, and what to say to them about it. */
export const messageDealtWith = z.object({
  whatWasDone: writtenText('what was done'),
  answer: writtenText('what to tell the person'),
});

/** Whose plan a request without a case is about, once someone has looked. */
export const personSearch = z.discriminatedUnion(
  'found',
  [
    z.object({
      found: z.literal('yes'),
      reference: z.string({ error: 'Enter the reference of their case' }).pipe(caseReference),
      whatWasDone: writtenText('how you know that it is this person'),
    }),
    z.object({ found: z.literal('no'), whatWasDone: writtenText('where you looked and what you told the requester') }),
  ],
  { error: 'Say whether you found the person: yes or no' },
);

/** An answer as it is kept and as the person reads it. */
export const reply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('review-request'), decision: reviewRequestDecision }),
  z.object({ kind: z.literal('query'), ...queryAnswer.shape }),
  z.object({ kind: z.literal('complaint-acknowledged'), ...complaintAcknowledgement.shape }),
  z.object({ kind: z.literal('complaint-answered'), ...complaintAnswer.shape }),
  z.object({ kind: z.literal('message'), answer: z.string() }),
]);
export type Reply = z.infer<typeof reply>;
