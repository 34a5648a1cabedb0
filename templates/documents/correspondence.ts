import { type Block, type Copy, type CopyHead, day, heading, section, table, text } from './document.ts';

/** One answer of a form in words: its section, its short name and its lines. */
export type AnswerInWords = { readonly section: string; readonly name: string; readonly lines: readonly string[] };

const answerBlocks = (answers: readonly AnswerInWords[]): Block[] =>
  [...Map.groupBy(answers, (answer) => answer.section)].flatMap(([name, own]) => [
    heading(name),
    ...own.flatMap((answer) => [heading(answer.name, 3), ...text(answer.lines.join('\n'))]),
  ]);

/** The person's own signature under a record, given when they were signed in. */
export type Signed = { readonly name: string; readonly signedOn: string };

/**
 * What a finished piece of work found or decided, as its list asked.
 *
 * @param end what the list says at the end of every copy
 * @param signatures of the person, under the record
 */
export const recordedCopy = (
  title: string,
  answers: readonly AnswerInWords[],
  { madeOn, ...head }: CopyHead,
  { end = [], signatures = [] }: { end?: readonly string[] | undefined; signatures?: readonly Signed[] } = {},
): Copy => ({
  ...head,
  title,
  facts: [{ label: 'Recorded', value: day(madeOn) }],
  blocks: [
    ...answerBlocks(answers),
    ...table(
      'Signed in your account',
      ['Who', 'Signed on'],
      signatures.map(({ name, signedOn }) => [name, day(signedOn)]),
    ),
    ...section(
      'What you can do next',
      end.flatMap((line) => text(line)),
    ),
  ],
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
