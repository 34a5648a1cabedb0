import { describe, expect, it } from 'vitest';
import { bytesOf, roomForAnswers, tooLongToKeep } from '../../../domain/forms/room-for-answers.ts';
import { questionsOf } from '../../../schemas/form-language.ts';
import { jointAssessment } from '../../../schemas/forms/joint-assessment.ts';

const texts = questionsOf(jointAssessment).flatMap(({ question }) => (question.type === 'long' ? [question.id] : []));
const answers = (letter: string, letters: number, of: readonly string[] = texts) =>
  Object.fromEntries(of.map((id) => [id, letter.repeat(letters)]));

describe('room for the answers to a form', () => {
  it.each([
    { script: 'English', letter: 'a', bytes: 1 },
    { script: 'Bengali', letter: 'ক', bytes: 3 },
    { script: 'emoji', letter: '🙂', bytes: 4 },
  ])('is measured in bytes: in $script a letter takes $bytes', ({ letter, bytes }) => {
    const [one = '', other = ''] = texts;
    const fits = Math.floor((roomForAnswers - 2000) / bytes / 2);

    expect(tooLongToKeep(jointAssessment, answers(letter, fits, [one, other]))).toEqual([]);
    expect(tooLongToKeep(jointAssessment, answers(letter, fits + 2000, [one, other]))).not.toEqual([]);
  });

  it('asks for the fewest answers, the longest, and says by how much', () => {
    const [one = '', other = '', third = ''] = texts;
    const long = { ...answers('字', 60_000, [one]), ...answers('字', 45_000, [other]), ...answers('字', 200, [third]) };

    const asked = tooLongToKeep(jointAssessment, long);

    expect(asked.map(({ field }) => field)).toEqual([one]);
    expect(asked[0]?.message).toMatch(/^Shorten what you wrote for “.+” by about 5,300 letters\. /);
  });

  it('is kept once each answer is as much shorter as was said', () => {
    for (const letter of ['a', 'ক', '🙂']) {
      const long = answers(letter, 6000);
      const shorter: Record<string, string> = { ...long };
      for (const { field, message } of tooLongToKeep(jointAssessment, long)) {
        const letters = Number(/about ([\d,]+) letters/.exec(message)?.[1]?.replaceAll(',', ''));
        shorter[field] = [...(long[field] ?? '')].slice(letters).join('');
      }
      expect(bytesOf(shorter)).toBeLessThanOrEqual(roomForAnswers);
    }
  });
});
