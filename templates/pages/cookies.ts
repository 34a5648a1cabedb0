/** A cookie that this service sets, as its cookies page tells of it. */
export type Cookie = {
  readonly name: string;
  /** What it is for, and when it is set. */
  readonly purpose: string;
  readonly kept: string;
};

const kept =
  'Until you close your browser or choose to leave. It also stops working when you have done nothing for an hour.';

/**
 * Every cookie of the public site: whoever sets another one adds it here, so that the cookies page stays true. All are strictly
 * necessary, and so none needs consent: Privacy and Electronic Communications (EC Directive) Regulations 2003, regulation 6(4).
 */
export const cookies: readonly Cookie[] = [
  {
    name: '__Host-careway-draft',
    purpose: 'Knows that the form is yours while you fill it in. We set it when you start a form or come back to one.',
    kept,
  },
  {
    name: '__Host-careway-case',
    purpose: 'Knows that it is you while you look at your case. We set it when you open the link that we email to you.',
    kept,
  },
  {
    name: '__Host-careway-plan',
    purpose: 'Knows that it is you while you help with a plan. We set it when you open the link that we email to you.',
    kept,
  },
  {
    name: '__Host-careway-answer',
    purpose:
      'Lets you go back to the page that answers a form. We set it when you send a form without being signed in.',
    kept: 'For an hour.',
  },
  {
    name: '__Host-careway-language',
    purpose: 'Knows in which language you read. We set it when you choose another language.',
    kept: 'Until you close your browser.',
  },
  {
    name: '__Host-careway-words',
    purpose: 'Knows if you read easy words. We set it when you choose “Easy read” or “Plain words”.',
    kept: 'Until you close your browser.',
  },
];
