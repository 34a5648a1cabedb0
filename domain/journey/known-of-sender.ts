import type { Answers } from '../../schemas/form-conditions.ts';
import { type Form, questionsOf } from '../../schemas/form-language.ts';
import type { Helper, HelperAuthority, KnownPerson } from '../../schemas/person.ts';
import type { Follower } from './persons.ts';

/** As what somebody acts about another’s money, by what is known of their right to. */
const actsAs: Readonly<Partial<Record<HelperAuthority, string>>> = {
  'lpa-money': 'lpa-money',
  'lpa-both': 'lpa-money',
  deputy: 'deputy',
  'deputy-property': 'deputy',
  'deputy-both': 'deputy',
  appointee: 'appointee',
};

const fullName = ({ firstName, lastName }: Pick<Helper, 'firstName' | 'lastName'>): string =>
  `${firstName} ${lastName}`.trim();

/**
 * What the sign-in tells of who sends a form and whose case it is, as answers to its questions: they are not asked again. Whoever writes down what
 * somebody says by phone or letter is asked them all.
 */
export const knownOfSender = (
  form: Form,
  { as, person, helper }: { readonly as: Follower; readonly person: KnownPerson; readonly helper?: Helper | undefined },
): Answers => {
  const helps = as === 'helper' ? helper : undefined;
  const acting = helps?.authority && actsAs[helps.authority];
  const known: Answers = {
    requesterRole: helps === undefined ? 'person' : helps.organisation ? 'provider' : 'family',
    onBehalfOf: helps === undefined ? 'no' : 'yes',
    ...(helps && { complaintFor: fullName(person) }),
    ...(person.dateOfBirth && { dateOfBirth: person.dateOfBirth }),
    ...(helps && acting && { representative: acting, representativeName: fullName(helps) }),
  };
  const own = new Set(questionsOf(form).map(({ question }) => question.id));
  return Object.fromEntries(Object.entries(known).filter(([id]) => own.has(id)));
};
