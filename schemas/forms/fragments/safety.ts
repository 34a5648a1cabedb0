import type { Page } from '../../form-language.ts';
import { ask, page, when } from './build.ts';

export const conditions = ask.multi(
  'conditions',
  'Health conditions',
  'Which of these {do you} have?',
  [
    ['physical', 'A physical disability', 'wheelchair'],
    ['mental-health', 'A mental health condition', 'sad'],
    ['sensory', 'Sight or hearing loss', 'eye'],
    ['learning', 'A learning disability', 'learning'],
    ['autism', 'Autism'],
    ['dementia-or-memory', 'Dementia or memory loss', 'memory'],
    ['neurological', 'A condition of the brain or nerves'],
    ['brain-injury', 'A brain injury'],
    ['substance-use', 'Problems with drugs or alcohol'],
    ['long-term-illness', 'A long-term illness', 'bed', { easy: 'Being ill for a long time' }],
    ['other', 'Something else', 'question'],
    ['none', 'None of these', 'none'],
  ],
  {
    hint: 'A diagnosis is not needed.',
    error: 'Select the conditions, or none of these',
    alone: 'none',
    easyRead: { label: '{Do you} have an illness or a disability?', picture: 'doctor' },
    meets: ['L28', 'reg 2(1)(a)'],
  },
);

/** Health, as far as an application needs it: medicines, falls and who treats them are asked by whoever assesses. */
export const healthPage: Page = page('conditions', 'Health', [
  conditions,
  ask.text('conditionDetail', 'More about health', 'What is it called, and since when?', {
    hint: 'If there is a name for it.',
    error: 'Tell us what it is called',
    optional: true,
    easyRead: { label: 'What does the doctor call it?', picture: 'health' },
  }),
  ask.text('gpPractice', 'GP practice', 'Which GP practice {do you} go to?', {
    optional: true,
    easyRead: { label: 'Where {do you} see a doctor?', picture: 'doctor' },
  }),
]);

export const risks = ask.multi(
  'risks',
  'Risks',
  'Are any of these a worry?',
  [
    ['falls', 'Falls, or a risk of falling', 'fall'],
    ['not-safe-alone', 'Not safe when alone at home', 'home-safe'],
    ['low-mood', 'Often feeling low or without hope', 'sad', { easy: 'Feeling very sad a lot of the time' }],
    ['medicines', 'Needing help with medicines', 'pills'],
    ['hospital-stay', 'A hospital stay in the last 12 months', 'hospital'],
    ['none', 'None of these', 'none'],
  ],
  {
    error: 'Select what is a worry, or none of these',
    alone: 'none',
    easyRead: { label: 'Are any of these a worry?', picture: 'safe' },
  },
);

export const risksPage: Page = { id: 'risks', questions: [risks] };

/**
 * The question about harm, on pages that can be left at once.
 *
 * @param hint who may be meant
 * @param reporting where somebody at work reports a worry about harm first
 */
export const treatedBadlyPage = (hint?: string, reporting: Page['links'] = undefined): Page =>
  page(
    'treated-badly',
    'How people treat {you}',
    [
      ask.choice(
        'treatedBadly',
        'Treated in a worrying way',
        'Is anyone treating {you} badly, or in a worrying way?',
        [
          ['no', 'No', 'no'],
          ['yes', 'Yes', 'yes'],
          ['prefer-to-talk', 'Would rather talk about it', 'communicate', { hint: 'We can talk alone.' }],
        ],
        {
          ...(hint && { hint }),
          error: 'Select whether anyone behaves badly, or in a worrying way',
          easyRead: { label: 'Is someone hurting or scaring {you}?', picture: 'worried-person' },
          meets: ['s.42'],
        },
      ),
      ask.text('safeContact', 'Safe way to be in touch', 'When and how is it safe to be in touch with {you}?', {
        error: 'Tell us when and how it is safe',
        optional: true,
        when: when('treatedBadly', 'yes', 'prefer-to-talk'),
        easyRead: { label: 'When and how is it safe to talk to {you}?', picture: 'safe' },
      }),
    ],
    {
      sensitive: true,
      guidance: ['This page can be left quickly, with the red button. In danger now? Call 999.'],
      ...(reporting && { links: reporting }),
    },
  );

/** Where a worry about harm is reported, which is no form. */
export const reportFirst = {
  path: 'help#abuse',
  text: 'Report a worry about abuse or neglect to our safeguarding team first',
};
