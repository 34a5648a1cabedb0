import type { Problem } from '../../schemas/answers.ts';
import type { Council } from '../../schemas/council.ts';
import type { Exit } from '../../schemas/form-language.ts';
import { reviewForAnother } from '../../schemas/forms/review-for-another.ts';
import { render } from '../environment.ts';
import { formView } from './form-view.ts';
import { siteOf } from './pages.ts';
import { small } from './return-pages.ts';

type Of = { readonly council: Council };

const names = {
  person: 'the person with the plan',
  carer: 'a carer',
  provider: 'a service that supports the person',
  council: 'the council',
} as const;

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** What the council's own page says of who may ask; what the law says where it is silent, or names the person alone and would put others off. */
const whoMayAsk = ({ reviewRequests }: Council): string => {
  const from = reviewRequests?.from ?? [];
  return from.some((one) => one !== 'person')
    ? `These can ask for a review: ${listed(from.map((one) => names[one]))}. We read what anyone else tells us too.`
    : 'By law, a person with a plan can ask for a review, and so can someone for them.';
};

/** The form, for the first time or again with what was typed and what is wrong with it. */
export const reviewRequestPage = ({
  council,
  values,
  problems,
  exits = [],
  submissionKey,
}: Of & {
  values: Readonly<Record<string, unknown>>;
  problems: readonly Problem[];
  exits?: readonly Exit[];
  submissionKey: string;
}): string => {
  const form = { ...reviewForAnother, intro: [...reviewForAnother.intro, whoMayAsk(council)] };
  const view = formView(form, { values, problems, reveals: true });
  return render('pages/review-request.njk', {
    site: siteOf(council),
    title: view.errors.length > 0 ? `Error: ${form.title}` : form.title,
    form,
    view,
    exits,
    notice: '',
    csrf: '',
    submissionKey,
    action: `/${council.slug}/review-request`,
    back: `/${council.slug}/help`,
  });
};

const ways: Readonly<Record<string, string>> = { email: 'by email', phone: 'by phone', post: 'by post' };

/** The confirmation. It is the same whether or not the person is known, so that nobody can find out who gets help from the council. */
export const reviewRequestedPage = ({ council, readBy, replyBy }: Of & { readBy: string; replyBy: string }): string =>
  small({
    council,
    heading: 'We have your request',
    lines: [
      `A member of staff reads it by ${readBy}. They may contact you ${ways[replyBy] ?? ''} to ask more.`,
      'If we have a plan for this person, we decide if we look at it again now. We talk to the person about it.',
      'We may not be able to tell you what we decide. We need the person’s consent for that.',
      'If things get worse, do not wait for us: contact us. If someone is in danger now, call 999.',
    ],
    links: [{ href: `/${council.slug}`, text: `Back to ${council.name}` }],
    help: true,
  });
