/** What an alert looks like: moj-frontend's variants. */
export type Alert = { readonly variant: 'success' | 'information' | 'warning' | 'error'; readonly text: string };

const done = (text: string): Alert => ({ variant: 'success', text });

/**
 * What a page says after a form was sent from it, by the code in its address (`?done=`): fixed sentences, so that an address holds nothing
 * about anybody and nobody can put words into our mouth by a link.
 */
export const alerts = {
  saved: done('Saved.'),
} as const satisfies Readonly<Record<string, Alert>>;

/** A code that a page may be sent back to with. */
export type Done = keyof typeof alerts;

/** The alert of a code, or undefined where it is none of ours. */
export const alertOf = (code: string | undefined): Alert | undefined =>
  code !== undefined && Object.hasOwn(alerts, code) ? alerts[code as Done] : undefined;
