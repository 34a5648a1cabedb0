import * as z from 'zod';
import { adultIndication } from '../../domain/eligibility/eligibility-adults.ts';
import { addDays, londonDate } from '../../domain/time/clock-time.ts';
import { form as formSchema } from '../../schemas/form-language.ts';
import { caseReference, isoDate, isoInstant } from '../../schemas/scalars.ts';
import type { PublicForm } from '../../services/deps.ts';

const form = formSchema.parse({
  id: 'five-pages',
  version: 1,
  title: 'Five pages',
  audience: 'public',
  intro: ['A form of five pages, with which form runners are compared.'],
  send: 'Send your answers',
  exits: [],
  sections: [
    {
      id: 'all',
      title: 'About you',
      pages: [
        {
          id: 'name',
          title: 'Your name and email address',
          questions: [
            { id: 'fullName', type: 'text', label: 'Full name', name: 'Full name', error: 'Enter your full name' },
            {
              id: 'email',
              type: 'email',
              label: 'Email address',
              name: 'Email address',
              error: 'Enter an email address',
            },
          ],
        },
        {
          id: 'birth',
          questions: [
            {
              id: 'dateOfBirth',
              type: 'date',
              label: 'What is your date of birth?',
              name: 'Date of birth',
              hint: 'For example, 27 3 1950',
              error: 'Enter your date of birth',
              range: 'past',
            },
          ],
        },
        {
          id: 'alone',
          questions: [
            {
              id: 'livesAlone',
              type: 'yesno',
              label: 'Do you live alone?',
              name: 'Lives alone',
              error: 'Select yes or no',
            },
          ],
        },
        {
          id: 'help',
          questions: [
            {
              id: 'help',
              type: 'multi',
              label: 'What do you need help with?',
              name: 'Help needed',
              error: 'Select what you need help with',
              options: [
                ['washing', 'Washing'],
                ['dressing', 'Getting dressed'],
                ['meals', 'Meals'],
                ['drinks', 'Drinks'],
                ['toilet', 'Using the toilet'],
                ['moving', 'Moving around'],
                ['home', 'Looking after the home'],
                ['shopping', 'Shopping'],
                ['people', 'Seeing people'],
                ['money', 'Managing money'],
              ].map(([value, label]) => ({ value, label })),
            },
          ],
        },
        {
          id: 'more',
          questions: [
            {
              id: 'more',
              type: 'long',
              label: 'Is there anything else that we should know?',
              name: 'Anything else',
              error: 'Tell us what we should know',
            },
          ],
        },
      ],
    },
  ],
});

const sent = z.object({ reference: caseReference, at: isoInstant, targetOn: isoDate, answers: z.unknown() });

/**
 * The form of the benchmark. It opens no case, as the forms do not with which it is compared: what was sent is stored for good under the
 * key of its draft, in a write of its own, and the person gets a reference.
 */
export const fivePages: PublicForm = {
  form,
  async receive({ store, clock, newReference }, council, answers, key) {
    const at = clock.now();
    const data = {
      reference: newReference(),
      at,
      targetOn: addDays(londonDate(at), council.targets.standard),
      answers,
    };
    const pk = `SENT#${council.slug}#${key}`;
    const first = (await store.items.put({ pk, sk: 'SENT', data }, 1)) ? data : await store.items.get(sent, pk, 'SENT');
    const { reference, targetOn } = first ?? data;
    return { reference, at: first?.at ?? at, targetOn, outsideArea: false };
  },
  indications: async () => [{ kind: 'needs', indication: adultIndication({ outcomes: [] }) }],
};

/** What is typed on each page, by its id, in the order of the pages. */
export const typed: ReadonlyMap<string, string> = new Map([
  ['name', 'fullName=Rose+Okafor&email=rose.okafor%40example.com'],
  ['birth', 'dateOfBirth.day=27&dateOfBirth.month=3&dateOfBirth.year=1950'],
  ['alone', 'livesAlone=yes'],
  ['help', 'help=washing&help=meals&help=shopping'],
  ['more', `more=${'I+fell+in+the+kitchen+in+March+and+have+been+slower+since.+'.repeat(5)}`],
]);
