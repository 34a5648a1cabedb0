import type { Answers } from '../../schemas/form-conditions.ts';
import type { Form } from '../../schemas/form-language.ts';
import { inJointForm } from '../../schemas/forms/fragments/second-person.ts';
import { type IsoDate, isoDate } from '../../schemas/scalars.ts';
import { typistOf } from '../../schemas/voices.ts';
import { listOf, textOf } from '../forms/answered.ts';
import { mayBeAskedFor } from './first-contact.ts';

/** Someone to write to or call about an application. */
type Contact = { firstName: string; lastName: string; email?: string; phone?: string };

/** Who an application is for, who filled it in where that is not the person, and whom to write to. */
export type Applicant = {
  person: Contact & {
    preferredName?: string;
    /** Absent where staff took a call and nobody could say it. */
    dateOfBirth?: IsoDate;
    nhsNumber?: string;
    safeToLeaveMessage?: boolean;
    /** Both empty for someone without a home, of whom it is known where to find them. */
    postcode: string;
    address: string;
    whereToFind?: string;
  };
  helper?: Contact & {
    relationship: string;
    organisation?: string;
    personAgrees: boolean;
    authority?: string;
    sentProof?: boolean;
  };
  /** Who gets updates. The person themselves, unless a helper said otherwise. */
  updatesTo: ('person' | 'helper')[];
  /** The formats that the person needs, such as `large-print`. */
  formats: string[];
  /** The language that the person wants, in words, where that is not English: whoever speaks with them brings an interpreter. */
  language?: string;
  interpreter?: boolean;
  /** When and how it is safe to reach a person who disclosed harm. */
  safeContact?: string;
};

/** What a question is called where it asks about one of the two people of a joint form. */
type Named = (id: string) => string;
const asItIs: Named = (id) => id;

/**
 * Reads who an application is for, from answers that the form's own schema has passed.
 *
 * @param whose the person with whom the form begins, or the carer in a form about two people
 * @throws ZodError when the date of birth is not a date, which passed answers never have
 */
export const applicant = (form: Form, answers: Answers, whose: 'subject' | 'carer' = 'subject'): Applicant => {
  const named = whose === 'carer' ? inJointForm : asItIs;
  const helper = helperOf(form, answers, whose);
  const language = languageOf(answers, named);
  const safeContact = textOf(answers, named('safeContact'));
  const updatesTo = (['person', 'helper'] as const).filter((who) => listOf(answers, 'updatesTo').includes(who));
  return {
    person: readPerson(answers, named),
    ...(helper && { helper }),
    // Whoever may not ask for the person is told nothing until staff have decided on contact.
    updatesTo: helper && updatesTo.length > 0 && mayBeAskedFor(answers) ? updatesTo : ['person'],
    formats: listOf(answers, named('formats')),
    ...(language && { language, interpreter: true }),
    ...(safeContact && { safeContact }),
  };
};

/** One of two people who fill in a joint form helps the other; they gave their own name and address where the form asks for it. */
const helperOf = (form: Form, answers: Answers, whose: 'subject' | 'carer'): Applicant['helper'] => {
  const typist = typistOf(form, answers);
  if (typist === undefined || form.answering?.[whose]?.is.includes(typist)) return undefined;
  if (form.answering?.carer?.name === undefined || typist === 'helper' || typist === 'professional') {
    return readHelper(answers, typist);
  }
  if (typist !== 'carer') return undefined;
  return {
    ...readContact(answers, inJointForm),
    relationship: textOf(answers, 'carerRelationship') ?? '',
    personAgrees: textOf(answers, 'personAgreesToJoint') === 'yes',
  };
};

const readHelper = (answers: Answers, typist: string): Applicant['helper'] => {
  const organisation = textOf(answers, 'helperOrganisation');
  const authority = textOf(answers, 'helperAuthority');
  return {
    ...readContact(answers, (id) => `helper${id.charAt(0).toUpperCase()}${id.slice(1)}`),
    relationship: textOf(answers, 'helperRelationship') ?? (typist === 'professional' ? typist : ''),
    ...(organisation && { organisation }),
    personAgrees: textOf(answers, 'personAgrees') === 'yes',
    ...(authority && { authority }),
    ...(listOf(answers, 'helperProof').length > 0 && { sentProof: true }),
  };
};

/** What a letter or an interpreter goes by. */
const languageOf = (answers: Answers, named: Named): string | undefined => {
  const language = textOf(answers, named('language'));
  if (language === 'bsl') return 'British Sign Language';
  return language === 'other' ? textOf(answers, named('otherLanguage')) : undefined;
};

const readPerson = (answers: Answers, named: Named): Applicant['person'] => {
  const preferredName = textOf(answers, named('preferredName'));
  const nhsNumber = textOf(answers, named('nhsNumber'));
  const safe = textOf(answers, named('safeToLeaveMessage'));
  const born = textOf(answers, named('dateOfBirth'));
  // A carer who lives with the person gives no second address.
  const home = textOf(answers, named('sameHome')) === 'yes' ? asItIs : named;
  const whereToFind = textOf(answers, home('whereToFind'));
  const lines = ['addressLine1', 'addressLine2', 'town'].flatMap((line) => textOf(answers, home(line)) ?? []);
  return {
    ...readContact(answers, named),
    ...(preferredName && { preferredName }),
    ...(born && { dateOfBirth: isoDate.parse(born) }),
    ...(nhsNumber && { nhsNumber }),
    ...(safe && { safeToLeaveMessage: safe === 'yes' }),
    postcode: textOf(answers, home('postcode')) ?? '',
    address: lines.join(', '),
    ...(whereToFind && { whereToFind }),
  };
};

const readContact = (answers: Answers, named: Named): Contact => {
  const email = textOf(answers, named('email'));
  const phone = textOf(answers, named('phone'));
  return {
    firstName: textOf(answers, named('firstName')) ?? '',
    lastName: textOf(answers, named('lastName')) ?? '',
    ...(email && { email }),
    ...(phone && { phone }),
  };
};
