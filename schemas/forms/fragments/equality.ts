import type { Page, Question } from '../../form-language.ts';

const choice = (
  id: string,
  label: string,
  name: string,
  labels: [string, string][],
  easyRead: { label: string; picture: string },
): Question => ({
  id,
  type: 'choice',
  label,
  name,
  error: `Select an answer about: ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
  optional: true,
  easyRead,
  options: [
    ...labels.map(([value, text]) => ({ value, label: text })),
    { value: 'rather-not-say', label: 'I would rather not say' },
  ],
});

/** Equality questions, every one optional: they never change what happens to a person. Equality Act 2010 s.149. */
export const equalityPage: Page = {
  id: 'equality',
  title: 'Equality questions',
  guidance: ['You do not have to answer these. They help us to check that we treat everyone fairly.'],
  questions: [
    choice(
      'ethnicGroup',
      'What is your ethnic group?',
      'Ethnic group',
      [
        ['asian', 'Asian or Asian British'],
        ['black', 'Black, Black British, Caribbean or African'],
        ['mixed', 'Mixed or multiple ethnic groups'],
        ['white', 'White'],
        ['other', 'Another ethnic group'],
      ],
      { label: 'What is your ethnic group?', picture: 'equality' },
    ),
    choice(
      'religion',
      'What is your religion or belief?',
      'Religion or belief',
      [
        ['none', 'No religion'],
        ['buddhist', 'Buddhist'],
        ['christian', 'Christian'],
        ['hindu', 'Hindu'],
        ['jewish', 'Jewish'],
        ['muslim', 'Muslim'],
        ['sikh', 'Sikh'],
        ['other', 'Another religion or belief'],
      ],
      { label: 'What do you believe in?', picture: 'culture' },
    ),
    choice(
      'genderIdentity',
      'Which of these describes you?',
      'Gender identity',
      [
        ['woman', 'Woman'],
        ['man', 'Man'],
        ['non-binary', 'Non-binary'],
        ['other', 'I describe myself another way'],
      ],
      { label: 'Are you a woman, a man or something else?', picture: 'person' },
    ),
    choice(
      'sexualOrientation',
      'What is your sexual orientation?',
      'Sexual orientation',
      [
        ['heterosexual', 'Straight or heterosexual'],
        ['gay-or-lesbian', 'Gay or lesbian'],
        ['bisexual', 'Bisexual'],
        ['other', 'Another sexual orientation'],
      ],
      { label: 'Who do you love or fancy?', picture: 'heart' },
    ),
    choice(
      'disabled',
      'Do you see yourself as disabled?',
      'Disability',
      [
        ['yes', 'Yes'],
        ['no', 'No'],
      ],
      { label: 'Are you disabled?', picture: 'wheelchair' },
    ),
    choice(
      'maritalStatus',
      'What is your marital status?',
      'Marital status',
      [
        ['single', 'Single'],
        ['married-or-civil-partner', 'Married or in a civil partnership'],
        ['living-together', 'Living with a partner'],
        ['separated', 'Separated or divorced'],
        ['widowed', 'Widowed, or my civil partner has died'],
      ],
      { label: 'Are you single, or with someone?', picture: 'friends' },
    ),
  ],
};
