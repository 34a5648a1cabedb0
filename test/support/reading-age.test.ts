import { describe, expect, it } from 'vitest';
import { hardestSentences, readingAge, syllables } from './reading-age.ts';

describe('syllables', () => {
  it.each([
    { word: 'care', beats: 1 },
    { word: 'helped', beats: 1 },
    { word: 'needed', beats: 2 },
    { word: 'people', beats: 2 },
    { word: 'social', beats: 2 },
    { word: 'area', beats: 3 },
    { word: 'assessment', beats: 3 },
    { word: 'annual', beats: 3 },
    { word: 'information', beats: 4 },
    { word: 'independent', beats: 4 },
    { word: 'eligibility', beats: 6 },
    { word: 'doctor’s', beats: 2 },
    { word: 'the', beats: 1 },
  ])('of “$word” are $beats', ({ word, beats }) => {
    expect(syllables(word)).toBe(beats);
  });
});

describe('readingAge', () => {
  it('of “The cat sat on the mat.” is grade -1.45: 6 words of 1 syllable', () => {
    expect(readingAge('<p>The cat sat on the mat.</p>').grade).toBeCloseTo(-1.45, 2);
  });

  it('of 13 words with 26 syllables in one sentence is grade 13.08', () => {
    const { grade, age, words } = readingAge(
      'The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.',
    );

    expect(words).toBe(13);
    expect(grade).toBeCloseTo(13.08, 2);
    expect(age).toBe(grade + 5);
  });

  it('takes items of a list as sentences, and lines of fewer than 4 words not at all', () => {
    const { words } = readingAge('<ul><li>one two three four</li><li>five six seven</li></ul><title>Not this</title>');

    expect(words).toBe(4);
  });

  it('takes a name and an address as one short word each', () => {
    const hard = '<p>Ask Leicestershire County Council or see https://council.example/long-address now.</p>';

    expect(readingAge(hard, ['Leicestershire County Council']).words).toBe(6);
  });

  it('is higher for longer words and for longer sentences', () => {
    const easy = readingAge('<p>We read what you say. We get in touch soon.</p>').age;
    const longer = readingAge('<p>We read what you say and then we get in touch soon.</p>').age;
    const harder = readingAge('<p>We consider your communication. We establish contact subsequently.</p>').age;

    expect(longer).toBeGreaterThan(easy);
    expect(harder).toBeGreaterThan(longer);
  });
});

describe('hardestSentences', () => {
  it('has the hardest first', () => {
    const text = 'We read it all soon. Organisational considerations predominate occasionally. You can ask us now.';

    expect(hardestSentences(text, 2)[0]).toBe('Organisational considerations predominate occasionally');
  });
});
