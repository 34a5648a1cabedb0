import { readableText, submittedBody } from '../templates/page-inputs.ts';

/** A control of a form as it stands on the page, with what it holds. */
type Button = { text: string; name: string | undefined; value: string };
type FormOnPage = { action: string; html: string; fields: URLSearchParams; buttons: Button[] };

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`)
    .exec(tag)?.[1]
    ?.replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');

const wordsOf = (html: string): string => readableText(html).trim();

const formsOn = (html: string): FormOnPage[] =>
  [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag = '', inside = '']) => ({
    action: attribute(` ${tag}`, 'action') ?? '',
    html: inside,
    fields: new URLSearchParams(submittedBody(inside)),
    buttons: [...inside.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/g)].map(([, button = '', text = '']) => ({
      text: wordsOf(text),
      name: attribute(button, 'name'),
      value: attribute(button, 'value') ?? '',
    })),
  }));

/** A page as a person without JavaScript meets it. */
export type PageSeen = {
  readonly status: number;
  readonly path: string;
  readonly html: string;
  readonly headers: Headers;
  /** The words on it. */
  readonly text: string;
  readonly heading: string;
  /** What the error summary lists. */
  readonly errors: string[];
};

const seen = async (response: Response, path: string): Promise<PageSeen> => {
  const html = await response.text();
  const [, summary = ''] = /govuk-error-summary__list">([\s\S]*?)<\/ul>/.exec(html) ?? [];
  return {
    status: response.status,
    path,
    html,
    headers: response.headers,
    text: wordsOf(html),
    heading: wordsOf(/<h1\b[\s\S]*?<\/h1>/.exec(html)?.[0] ?? ''),
    errors: [...summary.matchAll(/<li>([\s\S]*?)<\/li>/g)].map(([, item = '']) => wordsOf(item)),
  };
};

/** Whether a page of the public site is the answer to a form itself; a refusal that keeps nothing may be. */
const asksToSendAgain = (path: string, { status, headers }: Response): boolean =>
  /^\/[^/]+\/(?!staff\/)/.test(path) &&
  (headers.get('content-type') ?? '').startsWith('text/html') &&
  status < 500 &&
  ![413, 415, 429].includes(status);

/**
 * A browser without JavaScript: keeps cookies, follows redirects, fills forms by their labels and presses their buttons.
 *
 * Each one has cookies of its own, so that two are two devices; `tab()` is another window of the same one.
 */
export const createBrowser = (origin: string, jar = new Map<string, string>()) => {
  let page: PageSeen | undefined;
  let forms: FormOnPage[] = [];

  const now = (): PageSeen => {
    if (page === undefined) throw new Error('Open a page first');
    return page;
  };

  const request = async (method: string, path: string, body?: URLSearchParams): Promise<PageSeen> => {
    let [how, where, sent] = [method, path, body];
    for (let hops = 0; hops < 12; hops += 1) {
      const response = await fetch(new URL(where, origin), {
        method: how,
        redirect: 'manual',
        headers: {
          accept: 'text/html',
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(sent && { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }),
        },
        ...(sent && { body: sent.toString() }),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        if (/max-age=0/i.test(cookie)) jar.delete(name);
        else jar.set(name, value);
      }
      const location = response.headers.get('location');
      if (location === null || response.status < 300 || response.status > 399) {
        // A page that answers a form is sent again by whoever goes back to it.
        if (how === 'POST' && asksToSendAgain(where, response)) throw new Error(`POST ${where} answers a page itself`);
        page = await seen(response, where);
        forms = formsOn(page.html);
        return page;
      }
      await response.body?.cancel();
      [how, where, sent] = ['GET', location, undefined];
    }
    throw new Error(`Too many redirects from ${path}`);
  };

  /** The form that has this field or button. */
  const withButton = (text: string) => {
    for (const form of forms) {
      const button = form.buttons.findLast((one) => one.text === text);
      if (button) return { form, button };
    }
    throw new Error(
      `No button “${text}” on “${now().heading}” (${now().path}): ${forms.flatMap(({ buttons }) => buttons.map((b) => b.text)).join(', ')}`,
    );
  };

  const labelled = (label: string) => {
    for (const form of forms) {
      for (const [, of = '', text = ''] of form.html.matchAll(
        /<label\b[^>]*\sfor="([^"]+)"[^>]*>([\s\S]*?)<\/label>/g,
      )) {
        if (wordsOf(text) !== label) continue;
        const tag = new RegExp(`<(?:input|textarea)\\b[^>]*\\sid="${of}"[^>]*>`).exec(form.html)?.[0];
        const name = tag && attribute(tag, 'name');
        if (tag && name) return { form, name, value: attribute(tag, 'value'), type: attribute(tag, 'type') };
      }
    }
    throw new Error(`No field “${label}” on “${now().heading}” (${now().path})`);
  };

  return {
    jar,
    tab: () => createBrowser(origin, jar),
    get page() {
      return now();
    },
    /** The values that the forms of the page would send now. */
    get fields() {
      return forms.map(({ fields }) => fields);
    },
    open: (path: string) => request('GET', path),
    /** Sends fields to an address as they are, as a resent request does. */
    post: (path: string, fields: URLSearchParams | Record<string, string>) =>
      request('POST', path, new URLSearchParams(fields)),
    /** Types into a field, or ticks a box or radio, by the words of its label. */
    fill(label: string, value?: string) {
      const { form, name, value: own, type } = labelled(label);
      if (type === 'checkbox') form.fields.append(name, own ?? '');
      else form.fields.set(name, type === 'radio' ? (own ?? '') : (value ?? ''));
    },
    /** Puts values into the fields of these names, instead of what they hold. */
    set(values: Iterable<readonly [string, string]>) {
      const given = [...values];
      for (const form of forms) {
        const own = given.filter(([name]) => form.html.includes(`name="${name}"`));
        for (const [name] of own) form.fields.delete(name);
        for (const [name, value] of own) form.fields.append(name, value);
      }
    },
    /** What a press of a button would send, without sending it. */
    sending(text: string): { path: string; fields: URLSearchParams } {
      const { form, button } = withButton(text);
      const fields = new URLSearchParams(form.fields);
      if (button.name) fields.append(button.name, button.value);
      return { path: form.action, fields };
    },
    /** What the form that goes to an address would send, whatever its button says. */
    firstForm(ending: string): { path: string; fields: URLSearchParams } {
      const found = forms.find(({ action }) => action.endsWith(ending));
      if (found === undefined) throw new Error(`No form goes to ${ending} on “${now().heading}”`);
      return { path: found.action, fields: found.fields };
    },
    press(text: string): Promise<PageSeen> {
      const { path, fields } = this.sending(text);
      return request('POST', path, fields);
    },
    follow(text: string): Promise<PageSeen> {
      for (const [, tag = '', words = ''] of now().html.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/g)) {
        const href = attribute(` ${tag}`, 'href');
        const at = href?.startsWith('?') ? `${now().path.split('?', 1)[0]}${href}` : href;
        if (at && wordsOf(words) === text) return request('GET', at);
      }
      throw new Error(`No link “${text}” on “${now().heading}” (${now().path})`);
    },
  };
};

export type Browser = ReturnType<typeof createBrowser>;
