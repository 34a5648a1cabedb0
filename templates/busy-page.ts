import type { Council } from '../schemas/council.ts';

/** What the page of a limit needs to know of a council. */
export type Reached = Pick<Council, 'name' | 'contact'>;

const escaped = (text: string): string =>
  text.replaceAll(/[^\w\s.,:;'()/+-]/g, (letter) => `&#${letter.codePointAt(0)};`);

const line = ({ name, contact: { phone, hours } }: Reached): string =>
  phone === undefined
    ? ''
    : `<li>${escaped(name)}: <a href="tel:${phone.replaceAll(/\s/g, '')}">${escaped(phone)}</a>${hours ? ` (${escaped(hours)})` : ''}</li>`;

const page = (title: string, body: string): string => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>body{font:1.1875rem/1.4 arial,sans-serif;color:#0b0c0c;background:#fff;max-width:38rem;margin:2rem auto;padding:0 1rem}h1{line-height:1.2}a{color:#1d70b8}</style>
</head><body><main><h1>${title}</h1>
${body}
</main></body></html>`;

const phones = (councils: readonly Reached[]): string => `<h2>If you cannot wait</h2>
<p>If somebody is in danger now, phone 999.</p>
<p>You can phone your council. If it is not named here, <a href="https://www.gov.uk/find-local-council">find how to reach it on GOV.UK</a>.</p>
<ul>${councils.map(line).join('')}</ul>`;

const nothingLost = `<h2>If you were sending something</h2>
<p>It was not sent. What you typed is still on the page before this one: go back in your browser, and press the button again after the wait. What you saved before is still saved.</p>`;

/**
 * The page that a browser gets in place of an answer where a limit is reached. It stands by itself, in letters of ASCII, since whoever gets it gets no stylesheet either; and
 * is short, since AWS WAF keeps at most 10 KB of it.
 */
export const busyPage = (minutes: number, councils: readonly Reached[]): string => {
  const wait = minutes === 1 ? '1 minute' : `${minutes} minutes`;
  return page(
    'Please wait, then try again',
    `<p>We were asked for too much at once, from where you are or for this council. <strong>Wait ${wait}. Then try again.</strong></p>
<p>You have done nothing wrong. At a library, on a ward or in an office, many people share one connection.</p>
${nothingLost}
${phones(councils)}`,
  );
};

/** The page that a browser gets where the platform could not answer in time, or at all. */
export const faultPage = (councils: readonly Reached[]): string =>
  page(
    'Sorry, this did not work',
    `<p>The fault is ours. <strong>Wait 1 minute. Then try again.</strong></p>
<h2>If you were sending something</h2>
<p>We do not know whether it arrived. Go back in your browser and press the button again: sending the same form twice makes one. What you saved before is still saved.</p>
${phones(councils)}`,
  );

/** The page that a browser gets where the firewall takes a request for an attack. */
export const refusedPage = (councils: readonly Reached[]): string =>
  page(
    'We could not take this',
    `<p>Our safety check stopped what you asked for or sent. <strong>Nothing was sent.</strong></p>
<p>Open the page again from the start. If it happens again, phone your council and say so.</p>
<h2>If you were sending something</h2>
<p>What you typed is still on the page before this one: go back in your browser. What you saved before is still saved.</p>
${phones(councils)}`,
  );
