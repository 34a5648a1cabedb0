import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { mayBeBlank, newCouncilAnswers, questions } from '../../schemas/new-council.ts';

/** What is wrong with one answer beside those before it, as a sentence; what is still to be asked is not yet wrong. */
const faultOf = (name: string, soFar: Readonly<Record<string, string>>): string | undefined =>
  newCouncilAnswers.safeParse(soFar).error?.issues.find(({ path }) => path[0] === name)?.message;

/**
 * The answers that are typed, or piped in a line each. One that is not right is asked for again at once, so that nobody types twenty for nothing.
 *
 * @throws Error where the typing ends before the last, as Ctrl+C ends it
 */
export const asked = async (input: Readable, output: Writable): Promise<Record<string, string>> => {
  const terminal = createInterface({ input, output, terminal: 'isTTY' in input && input.isTTY === true });
  const lines = terminal[Symbol.asyncIterator]();
  const answerTo = async (question: string): Promise<string> => {
    output.write(`${question}\n> `);
    const { value, done } = await lines.next();
    if (done) throw new Error('\nStopped before the last answer: nothing was written.');
    return value.trim();
  };
  const answers: Record<string, string> = {};
  try {
    for (const [name, question] of Object.entries(questions)) {
      let answer = await answerTo(question);
      for (;;) {
        const fault =
          answer === ''
            ? mayBeBlank.has(name)
              ? undefined
              : 'This is needed.'
            : faultOf(name, { ...answers, [name]: answer });
        if (fault === undefined) break;
        answer = await answerTo(`${fault}.`.replace('..', '.'));
      }
      if (answer !== '') answers[name] = answer;
    }
    return answers;
  } finally {
    terminal.close();
  }
};
