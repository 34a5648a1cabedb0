import type { Form, Page, Question, Section, Typist } from './form-language.ts';
import { msg, said, say } from './say.ts';
import { voicesOf } from './translated-form.ts';

/**
 * Who a form speaks to, and of whom: the one place where its words are put for whoever types.
 *
 * What is written in a form says “you” to whoever types, and speaks of everybody else in braces: `What is {your} date of birth?` is “your” to
 * a person who answers for themselves, and “Rose’s” to a daughter. Braces without a name speak of the person whom the question is about;
 * `{carer:they}` and `{cared:them}` of another one of the form. Options, errors and names of questions speak of nobody, but for the error of a
 * question that asks whoever types of themselves, which may say “your own”.
 *
 * | Written | To themselves | To another |
 * | --- | --- | --- |
 * | `{you}` `{your}` | you, your | Rose, Rose’s |
 * | `{they}` `{their}` `{them}` `{themselves}` | you, your, you, yourself | they, their, them, themselves |
 * | `{do you}` `{are you}` `{have you}` | do you, are you, have you | does Rose, is Rose, has Rose |
 * | `{you need}`, any verb | you need | Rose needs |
 * | `{else}` | nothing | “ else” where whoever types is the person’s carer |
 * | `{named}` | nothing | “Rose: ”, before words that name nobody |
 * | `{signing}` | what a signature says, by the role of whoever signs |
 *
 * A token with a capital letter begins a sentence.
 *
 * No other language is made of these words: a translation of what speaks of somebody has two texts, one to the person themselves and one of
 * somebody else, in which `{name}` is what they are called (`schemas/translated-form.ts`).
 */
type Answered = Readonly<Record<string, unknown>>;

/** Somebody of whom a form speaks. */
type Party = { readonly isTypist: boolean; readonly called: string };
type PartyName = 'subject' | 'carer' | 'cared';

/** Longest first name that stands in a question; a longer one would break the page. */
const longestName = 30;

/** Who types, as far as the answers say. */
export const typistOf = ({ answering }: Form, answers: Answered): Typist | undefined =>
  answering?.always ?? (answering?.question ? (answers[answering.question] as Typist | undefined) : undefined);

const partyOf = (form: Form, answers: Answered, name: PartyName): Party => {
  const known = form.answering?.[name];
  const typist = typistOf(form, answers);
  // Until it is said who types, it may be the person; nothing about anybody else is asked before.
  const isTypist = known === undefined || (typist === undefined ? name === 'subject' : known.is.includes(typist));
  const given = known?.name === undefined ? undefined : answers[known.name];
  const fits = typeof given === 'string' && given.length > 0 && given.length <= longestName;
  const unnamed = known?.unnamed ?? '';
  return {
    isTypist,
    // The person cared for is called by whom they are to the carer: “the person {subject:you care} for”.
    called: fits ? given : unnamed.includes('{') ? spoken(form, answers, unnamed) : unnamed,
  };
};

const third: Readonly<Record<string, string>> = { are: 'is', were: 'was', have: 'has', do: 'does', go: 'goes' };
const ofOne = (verb: string): string => third[verb] ?? `${verb}s`;

const toTypist: Readonly<Record<string, string>> = {
  they: 'you',
  their: 'your',
  them: 'you',
  themselves: 'yourself',
};

const inEnglishOf = (token: string, { isTypist, called }: Party): string => {
  if (token in toTypist) return isTypist ? (toTypist[token] ?? token) : token;
  if (isTypist) return token;
  if (token === 'you') return called;
  if (token === 'your') return `${called}’s`;
  const [first = '', second = ''] = token.split(' ');
  return second === 'you' ? `${ofOne(first)} ${called}` : `${called} ${ofOne(second)}`;
};

/** In which capacity somebody signs who is none of those whom a form is about. */
const capacities: Readonly<Record<Exclude<Typist, 'me'>, string>> = {
  carer: msg`as their carer`,
  helper: msg`as a relative or friend`,
  professional: msg`as part of your job`,
};

/** By what right somebody signs who has no agreement. */
const rightOf = (answers: Answered, called: string): string => {
  switch (answers['helperAuthority']) {
    case 'none':
      return say`that ${called} has not agreed`;
    case 'best-interests':
      return say`that it is best for ${called}, who cannot decide this`;
    default:
      return say`that you have the right that you told us of`;
  }
};

/** What whoever types says by signing: in which capacity, whether those agree whom it is about, and that it is true. Nobody signs as another. */
const signing = (form: Form, answers: Answered): string => {
  const typist = typistOf(form, answers) ?? 'me';
  const { subject, carer } = form.answering ?? {};
  const truth = say`as far as you know, it is true`;
  // A form about two people asks the carer for a name; there both must agree.
  const both = carer?.name === undefined ? (['subject'] as const) : (['subject', 'carer'] as const);
  const others = both.map((name) => partyOf(form, answers, name)).filter(({ isTypist }) => !isTypist);
  if (others.length === 0 || (typist === 'me' && subject === undefined)) return truth;
  const called = others.map((one) => one.called).reduce((first, second) => say`${first} and ${second}`);
  if (others.length < both.length)
    return say`you filled this in for yourself and ${called}, that ${called} agrees, and that ${truth}`;
  const agreed = others.length > 1 ? say`that ${called} agree` : say`that ${called} agrees`;
  const right = answers['personAgrees'] === 'no' ? rightOf(answers, called) : agreed;
  return say`you filled this in for ${called} ${typist === 'me' ? '' : said(capacities[typist])}, ${right}, and that ${truth}`;
};

const tokens = /\{(?:(subject|carer|cared):)?([A-Za-z]+(?: [a-z]+)?)\}/g;
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** A translated text in the voice for whoever types. */
const inVoice = (
  form: Form,
  answers: Answered,
  { self, party, other }: NonNullable<ReturnType<typeof voicesOf>>,
  about: Question['about'],
): string => {
  const { isTypist, called } = partyOf(
    form,
    answers,
    (party as PartyName) || (about === 'carer' ? 'carer' : 'subject'),
  );
  return (isTypist ? self : other.replaceAll('{name}', called)).replaceAll('{signing}', () => signing(form, answers));
};

/** A text of a form as it is said to whoever types. @param about of whom braces without a name speak */
export const spoken = (form: Form, answers: Answered, text: string, about: Question['about'] = undefined): string => {
  const voices = voicesOf(text);
  return voices ? inVoice(form, answers, voices, about) : spokenEnglish(form, answers, text, about);
};

const ofWhom = ({ isTypist, called }: Party): string => (isTypist ? '' : `${called}: `);

const spokenEnglish = (form: Form, answers: Answered, text: string, about: Question['about']): string => {
  if (!text.includes('{')) return text;
  const words = text.replace(tokens, (_, party: PartyName | undefined, written: string) => {
    const token = written.charAt(0).toLowerCase() + written.slice(1);
    if (token === 'else') return typistOf(form, answers) === 'carer' ? ' else' : '';
    if (token === 'signing') return signing(form, answers);
    const of = partyOf(form, answers, party ?? (about === 'carer' ? 'carer' : 'subject'));
    const put = token === 'named' ? ofWhom(of) : inEnglishOf(token, of);
    return token === written ? put : capital(put);
  });
  // What follows a name begins small, and large where none is said.
  return text.startsWith('{named}') ? capital(words) : words;
};

/** The title of a page or part as it is said to whoever types: it speaks of whom its first question is about. */
export const spokenTitle = (form: Form, answers: Answered, part: Page | Section): string => {
  const [page] = 'pages' in part ? part.pages : [part];
  return spoken(form, answers, part.title ?? '', page?.questions[0]?.about);
};

/** Whether words that are put for whoever types may hold somebody's name. */
export const speaksByName = (form: Form, answers: Answered): boolean =>
  (['subject', 'carer'] as const).some((name) => {
    const known = form.answering?.[name];
    return known?.name !== undefined && answers[known.name] !== undefined && !partyOf(form, answers, name).isTypist;
  });

/** A text as it is said to somebody who answers for themselves: for whoever reads the list and not the page, such as a developer. */
export const plainly = (form: Form, text: string, about?: Question['about']): string =>
  spoken({ ...form, ...(form.answering && { answering: { ...form.answering, always: 'me' } }) }, {}, text, about);

/** Whether whoever types is asked of themselves, so that their browser may fill it in. Unknown is no, and staff are never. WCAG 2.2, 1.3.5. */
export const isAskedOfTypist = (form: Form, { about }: Pick<Question, 'about'>, answers: Answered): boolean => {
  if (form.audience === 'staff') return false;
  if (form.answering === undefined || about === 'typist') return true;
  const typist = typistOf(form, answers);
  return typist !== undefined && (form.answering[about ?? 'subject']?.is.includes(typist) ?? false);
};
