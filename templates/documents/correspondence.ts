import type { Reply } from '../../schemas/requests.ts';
import { type Block, type Copy, type CopyHead, day, heading, list, section, text, yesNo } from './document.ts';

/** One answer of a form in words: its section, its short name and its lines. */
export type AnswerInWords = { readonly section: string; readonly name: string; readonly lines: readonly string[] };

const answerBlocks = (answers: readonly AnswerInWords[]): Block[] =>
  [...Map.groupBy(answers, (answer) => answer.section)].flatMap(([name, own]) => [
    heading(name),
    ...own.flatMap((answer) => [heading(answer.name, 3), ...text(answer.lines.join('\n'))]),
  ]);

/** What a finished piece of work found or decided, as its list asked. */
export const recordedCopy = (
  title: string,
  answers: readonly AnswerInWords[],
  { madeOn, ...head }: CopyHead,
): Copy => ({
  ...head,
  title,
  facts: [{ label: 'Recorded', value: day(madeOn) }],
  blocks: answerBlocks(answers),
});

/** What a person sent: the application, or something they asked or told us later. `withheld` says so where answers about safety are left out. */
export const sentCopy = (
  title: string,
  answers: readonly AnswerInWords[],
  { madeOn, ...head }: CopyHead,
  withheld = false,
): Copy => {
  return {
    ...head,
    title,
    facts: [{ label: 'Sent', value: day(madeOn) }],
    blocks: [
      ...answerBlocks(answers),
      ...(withheld
        ? section(
            'Your safety',
            text('Answers about your safety are not shown here, in case someone else can see this page. We have them.'),
          )
        : []),
    ],
  };
};

const outcomes = {
  upheld: 'We uphold it.',
  'partly-upheld': 'We uphold part of it.',
  'not-upheld': 'We do not uphold it.',
};

const replyBlocks = (reply: Reply): Block[] => {
  switch (reply.kind) {
    case 'review-request': {
      const { decision } = reply;
      if (decision.decision === 'review') return [heading('We will review your plan'), ...text(decision.reasons)];
      if (decision.decision === 'minor-change')
        return [heading('We change this without a review'), ...text(decision.reasons)];
      return [
        heading('We will not review your plan now'),
        ...text(decision.reasons),
        ...section('How to challenge this', text(decision.howToChallenge)),
      ];
    }
    case 'query':
      return [
        heading('Our answer'),
        ...text(reply.answer),
        ...text(reply.decisionStands ? 'The decision stands.' : 'We will look at the decision again.'),
      ];
    case 'complaint-acknowledged':
      return [
        heading('We have your complaint'),
        ...list([
          `We wrote to you about it on ${day(reply.acknowledgedOn)}`,
          `Who looks into it: ${reply.handledBy}`,
          `We offered to talk about how we handle it, and by when: ${yesNo(reply.talkOffered).toLowerCase()}`,
          ...(reply.agreedAnswerOn ? [`We agreed to answer by ${day(reply.agreedAnswerOn)}`] : []),
        ]),
      ];
    case 'complaint-answered':
      return [
        heading('The outcome'),
        ...text(outcomes[reply.outcome]),
        ...section('How we considered it', text(reply.considered)),
        ...section('What we found', text(reply.findings)),
        ...section('What we do to put it right', text(reply.remedy)),
        heading('If you are not happy with this answer'),
        ...text(
          'The Local Government and Social Care Ombudsman can look at it. It is free. Go to them within 12 months of the day on which you knew of the matter: 0300 061 0614, www.lgo.org.uk.',
        ),
        ...text(`Signed by ${reply.signedBy}`),
      ];
    case 'message':
      return [heading('Our answer'), ...text(reply.answer)];
  }
};

const titles: Readonly<Record<Reply['kind'], string>> = {
  'review-request': 'Our answer to your request for a review',
  query: 'Our answer to your question',
  'complaint-acknowledged': 'We have your complaint',
  'complaint-answered': 'Our answer to your complaint',
  message: 'Our answer to what you told us',
};

/** What staff answered to something that the person asked or told us. */
export const replyCopy = (reply: Reply, { madeOn, ...head }: CopyHead): Copy => ({
  ...head,
  title: titles[reply.kind],
  facts: [{ label: 'Answered', value: day(madeOn) }],
  blocks: replyBlocks(reply),
});
