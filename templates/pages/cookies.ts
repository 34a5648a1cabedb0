/** A cookie that this service sets, as its cookies page tells of it. */
export type Cookie = {
  readonly name: string;
  /** What it is for, and when it is set. */
  readonly purpose: string;
  readonly kept: string;
};

/**
 * Every cookie of the public site: whoever sets another one adds it here, so that the cookies page stays true. All are strictly
 * necessary, and so none needs consent: Privacy and Electronic Communications (EC Directive) Regulations 2003, regulation 6(4).
 */
export const cookies: readonly Cookie[] = [
  {
    name: 'careway-session',
    purpose:
      'Knows that it is you when you come back to a form you saved, or look at your case. We set it when you start to save, or open the link we email to you.',
    kept: 'Until you leave by the exit link, or have not used the service for a time',
  },
];
