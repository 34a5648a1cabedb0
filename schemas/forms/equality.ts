import type { Form } from '../form-language.ts';
import { equalityPage } from './fragments/equality.ts';

/** Equality questions, asked once the case is open and never before: nothing that happens to a person depends on them. Equality Act 2010 s.149. */
export const equality: Form = {
  id: 'equality',
  version: 1,
  title: 'Answer equality questions',
  audience: 'public',
  intro: ['They help us to check that we treat everyone fairly. They change nothing in your case.'],
  send: 'Send these answers',
  exits: [],
  sections: [{ id: 'equality', title: 'Equality questions', pages: [equalityPage] }],
};
