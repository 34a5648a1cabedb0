/**
 * What runs inside the browser. Each function is sent as its own text, so it uses nothing from outside itself. The types are only
 * what is used here: the browser's own would be taken for Node's in the rest of the project.
 */
type Style = {
  readonly outlineStyle: string;
  readonly outlineWidth: string;
  readonly boxShadow: string;
  readonly backgroundColor: string;
};
type Element = {
  readonly id: string;
  readonly tagName: string;
  readonly textContent: string;
  readonly innerHTML: string;
  readonly tabIndex: number;
  readonly disabled?: boolean;
  readonly type?: string;
  readonly name?: string;
  readonly checked?: boolean;
  readonly labels?: ArrayLike<Element>;
  readonly scrollWidth: number;
  readonly clientWidth: number;
  readonly parentElement: Element | null;
  checkVisibility(options: object): boolean;
  closest(selector: string): Element | null;
  querySelector(selector: string): Element | null;
  getAttribute(name: string): string | null;
  getBoundingClientRect(): {
    readonly left: number;
    readonly right: number;
    readonly width: number;
    readonly top: number;
  };
};
declare const document: {
  readonly documentElement: Element;
  readonly activeElement: Element | null;
  readonly body: Element & { focus(): void };
  querySelector(selector: string): Element | null;
  querySelectorAll(selector: string): ArrayLike<Element> & Iterable<Element>;
  getElementById(id: string): Element | null;
  addEventListener(type: string, listener: (event: { target: Element }) => void, capture: boolean): void;
};
declare const window: { readonly innerWidth: number; stops?: Element[]; visits?: { at: number; ring: boolean }[] };
declare const getComputedStyle: (of: Element) => Style & { readonly overflowX: string };

/** What makes the page wider than its window: empty where nothing does. Boxes that scroll by themselves may be wide inside. */
export const widerThanWindow = (): string[] => {
  if (document.documentElement.scrollWidth <= window.innerWidth) return [];
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX) ||
      scrolls(element.parentElement));
  const wide = [...document.querySelectorAll('body *')].filter(
    (one) => one.getBoundingClientRect().right > window.innerWidth + 1 && !scrolls(one.parentElement),
  );
  return [`${document.documentElement.scrollWidth} px wide`].concat(
    wide.slice(-3).map((one) => `${one.tagName.toLowerCase()}#${one.id} "${one.textContent.trim().slice(0, 40)}"`),
  );
};

/** Links to a place on the page that is not there. */
export const brokenFragments = (): string[] =>
  [...document.querySelectorAll('a[href^="#"]')]
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => href.length > 1 && document.getElementById(decodeURIComponent(href.slice(1))) === null);

/** The main part of the page as it is written. */
export const mainPart = (): string => document.querySelector('main')?.innerHTML ?? '';

/** The links of the page as they are written. */
export const hrefs = (): string[] =>
  [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');

/**
 * Where Tab should stop, in the order of the page; from now on every stop is noted. A group of radios is one stop: the picked one,
 * or the first. @returns how many stops there are, and what already is wrong with them
 */
export const watchFocus = (): { count: number; faults: string[] } => {
  const all = [...document.querySelectorAll('a[href],button,input,select,textarea,summary,iframe,[tabindex]')].filter(
    (one) =>
      one.tabIndex >= 0 && !one.disabled && one.type !== 'hidden' && one.checkVisibility({ visibilityProperty: true }),
  );
  const groups = new Set<string>();
  const stops = all.filter((one) => {
    if (one.tagName === 'IFRAME') return false;
    if (one.type !== 'radio') return true;
    const name = one.name ?? '';
    const picked = all.find((other) => other.type === 'radio' && other.name === name && other.checked);
    if (picked !== undefined) return picked === one;
    if (groups.has(name)) return false;
    groups.add(name);
    return true;
  });
  const visits: { at: number; ring: boolean }[] = [];
  window.stops = stops;
  window.visits = visits;
  // A control may show its focus on what it wraps, such as the drawn circle of a radio, which is painted by its label.
  document.addEventListener(
    'focusin',
    ({ target }) => {
      const style = getComputedStyle(target);
      const ring =
        (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
      visits.push({ at: stops.indexOf(target), ring: ring || target.type === 'radio' || target.type === 'checkbox' });
    },
    true,
  );
  return {
    count: stops.length,
    faults: stops.filter((one) => one.tabIndex > 0).map((one) => `#${one.id} jumps the order of Tab`),
  };
};

/** What was wrong with the first stops of Tab since {@link watchFocus}. */
export const focusFaults = (expected: number): string[] => {
  const { stops = [], visits = [] } = window;
  const name = (one: Element | undefined) =>
    `${one?.tagName.toLowerCase()} ${one?.id || (one?.textContent.trim().slice(0, 40) ?? '')}`;
  const faults: string[] = [];
  for (let at = 0; at < expected; at += 1) {
    const visit = visits[at];
    if (visit?.at !== at) {
      faults.push(
        `Tab ${at + 1} should reach ${name(stops[at])} and reaches ${visit ? name(stops[visit.at]) : 'nothing'}`,
      );
      break;
    }
    if (!visit.ring) faults.push(`${name(stops[at])} does not show that it has the focus`);
  }
  return faults;
};

/** A field of a form as somebody who hears the page finds it. `folded` names the fold that must be opened first. */
export type Control = {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly label: string;
  readonly groups: readonly string[];
  readonly folded: string;
};

/** Every field of the forms in the main part of the page, in the order of the page. */
export const controls = (): Control[] => {
  const words = (one: Element | null | undefined) => (one?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
  const groupsOf = (one: Element | null): string[] => {
    const fieldset = one?.closest('fieldset') ?? null;
    return fieldset === null ? [] : [...groupsOf(fieldset.parentElement), words(fieldset.querySelector('legend'))];
  };
  return [...document.querySelectorAll('main form :is(input,textarea,select)')]
    .filter((one) => one.type !== 'hidden' && one.tabIndex >= 0 && one.closest('[aria-hidden=true]') === null)
    .map((one) => {
      const fold = one.closest('details:not([open])');
      return {
        name: one.name ?? '',
        type: one.type ?? '',
        value: one.getAttribute('value') ?? '',
        label: words(one.labels?.[0]),
        groups: groupsOf(one),
        folded: words(fold?.querySelector('summary')),
      };
    });
};

/** What has the focus: a field with its name and value, a link or a button with the path that it leads to. */
export type Focus = {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly checked: boolean;
  readonly leadsTo: string;
};

/** What has the focus now. */
export const focusNow = (): Focus => {
  const { name = '', type = '', value = '', checked = false, pathname = '', form } = Object(document.activeElement);
  // A button that is called "action" stands in the way of the form's own property.
  const action = type === 'submit' ? form?.getAttribute('action') : undefined;
  return { name, type, value, checked, leadsTo: action ?? pathname };
};
