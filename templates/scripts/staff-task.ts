import { showWhatIsAsked } from './staff-conditions.ts';

/** What the server says of a save for this page. */
type Shown = {
  readonly said: string;
  readonly also: string;
  readonly was: Readonly<Record<string, unknown>>;
  readonly html: Readonly<Record<string, string>>;
  readonly panels?: string;
  readonly fill: readonly (readonly [string, string])[];
};
type Answer = { readonly shown: Shown; readonly errors: readonly unknown[] };

/** Milliseconds after the last letter before it is saved, and between tries: twice as long each time, half a minute at most. */
const restsFor = 800;
const waits = (tries: number): number => Math.min(30_000, 1000 * 2 ** tries);

const placeOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-question]') : null;

/**
 * Saves a section while it is filled in, each answer by itself. What is not saved yet stays on the page and is sent again until the server has
 * it: a lost connection, a busy server and an ended session change nothing but the line that says so. One save is on its way at a time, so
 * that none overtakes another.
 */
export const saveWhileTyping = (form: HTMLFormElement): void => {
  const said = form.querySelector<HTMLElement>('[data-saved]');
  const also = document.querySelector<HTMLElement>('[data-also]');
  const was = form.elements.namedItem('was');
  if (!said || !(was instanceof HTMLInputElement)) return;
  // A button of the form is called `action`, and hides the form's own.
  const url = form.getAttribute('action') ?? '';
  const page = crypto.randomUUID();
  const me = form.dataset['me'] ?? '';
  const unsaved = new Set<string>();
  let nth = 0;
  let tries = 0;
  let timer = 0;
  let isSending = false;
  let isLeaving = false;

  const say = (text: string, state: 'saved' | 'saving' | 'waiting' = 'waiting'): void => {
    if (said.textContent !== text) said.textContent = text;
    said.dataset['state'] = state;
  };
  const later = (after: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void save(), after);
  };
  const placeNamed = (id: string) => form.querySelector<HTMLElement>(`[data-question="${id}"]`);

  /** A question of which two texts stand waits for the choice between them. */
  const isHeld = (id: string): boolean => {
    const choices = placeNamed(id)?.querySelectorAll<HTMLInputElement>('[name^="choose."]') ?? [];
    return choices.length > 0 && ![...choices].some(({ checked }) => checked);
  };

  const fieldsFor = (ids: readonly string[]): URLSearchParams => {
    const names = new Set(
      ids.flatMap((id) =>
        [...(placeNamed(id)?.querySelectorAll<HTMLInputElement>('[name]') ?? [])].map(({ name }) => name),
      ),
    );
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      const isOwn =
        name === 'csrf' || name === 'was' || (name === 'unchanged' ? ids.includes(String(value)) : names.has(name));
      if (isOwn) fields.append(name, String(value));
    }
    for (const id of ids) fields.append('only', id);
    fields.append('page', page);
    fields.append('nth', String(nth));
    return fields;
  };

  /** Puts what the server made of the answers on the page: marks, totals, two texts for one answer, a copied answer. */
  const show = ({ was: marks, html, fill, panels, also: others }: Shown, ids: readonly string[]): void => {
    was.value = JSON.stringify({ ...JSON.parse(was.value || '{}'), ...marks });
    if (also && also.textContent !== others) also.textContent = others;
    for (const id of ids)
      if (marks[id] !== undefined) placeNamed(id)?.querySelector('[data-conflict]')?.replaceChildren();
    for (const [key, text] of Object.entries(html)) {
      const [kind = '', id = ''] = key.split(' ');
      const place =
        kind === 'lines'
          ? form.querySelector(`[data-lines="${id}"]`)
          : placeNamed(id)?.querySelector('[data-conflict]');
      if (place && place.innerHTML !== text) place.innerHTML = text;
    }
    const beside = form.querySelector('[data-panels]');
    if (beside && panels !== undefined && beside.innerHTML !== panels) beside.innerHTML = panels;
    if (fill.length === 0) return;
    for (const name of new Set(fill.map(([of]) => of))) {
      const values = fill.filter(([of]) => of === name).map(([, value]) => value);
      const inputs = [...form.querySelectorAll<HTMLInputElement>(`[name="${CSS.escape(name)}"]`)];
      // A table with more rows than the page has is drawn by the server.
      if (inputs.length === 0) window.location.reload();
      for (const input of inputs) {
        const isBox = input.type === 'checkbox' || input.type === 'radio';
        if (isBox) input.checked = values.includes(input.value);
        else input.value = values[0] ?? '';
      }
    }
    form.dispatchEvent(new Event('careway:filled'));
  };

  /** After a sign-in the page has another token; whoever signed in must be the one whose page it is. */
  const signInAgain = async (): Promise<boolean> => {
    const response = await fetch(url, { headers: { accept: 'application/json' } });
    if (!response.ok) return false;
    const { csrf, you }: { csrf?: string; you: string } = await response.json();
    if (you !== me) {
      say('Not saved: somebody else has signed in. Sign in as yourself; what you typed stays on this page.');
      return false;
    }
    for (const field of document.querySelectorAll<HTMLInputElement>('input[name="csrf"]'))
      field.value = csrf ?? field.value;
    return true;
  };

  const askToSignIn = (): void => {
    if (said.querySelector('a')) return;
    say('Not saved: you are signed out. What you typed stays on this page. ');
    const link = document.createElement('a');
    link.className = 'govuk-link';
    link.href = form.dataset['signIn'] ?? '';
    link.target = '_blank';
    link.rel = 'opener';
    link.textContent = 'Sign in (opens a new tab), and it is saved by itself';
    said.append(link);
  };

  /** What is to be done about an answer that is no "saved". True where it is tried again. */
  const isTriedAgain = async (response: Response): Promise<boolean> => {
    if (response.status === 401 || response.status === 403) {
      if (await signInAgain()) {
        say('Not saved yet, trying again. What you typed stays on this page.');
        return true;
      }
      if (response.status === 401) askToSignIn();
      else say('Not saved: you may not write on this task any more. What you typed stays on this page.');
      return response.status === 401;
    }
    if (response.status === 409) {
      const { detail }: { detail: string } = await response.json();
      say(`Not saved. ${detail} Press “Save” to see it and to keep what you typed as a note.`);
      return false;
    }
    if (response.status >= 500 || response.status === 429) {
      say('Not saved yet, trying again. What you typed stays on this page.');
      return true;
    }
    say('Not saved. Press “Save” to see why; what you typed stays on this page.');
    return false;
  };

  const save = async (): Promise<void> => {
    const ids = [...unsaved].filter((id) => !isHeld(id));
    if (isSending || ids.length === 0) return;
    isSending = true;
    clearTimeout(timer);
    for (const id of ids) unsaved.delete(id);
    nth += 1;
    const body = fieldsFor(ids);
    const again = (): void => {
      for (const id of ids) unsaved.add(id);
    };
    try {
      const response = await fetch(url, { method: 'POST', body, headers: { accept: 'application/json' } });
      if (response.ok) {
        const { shown, errors }: Answer = await response.json();
        // A choice that was made is made.
        show(shown, ids);
        for (const id of ids) if (shown.was[id] === undefined && isHeld(id)) unsaved.add(id);
        if (errors.length > 0) again();
        tries = 0;
        const isHeldBack = errors.length > 0 || ids.some((id) => shown.was[id] === undefined && isHeld(id));
        // What was typed meanwhile is on its way, and the line does not say "Saved" before it is.
        if (isHeldBack || [...unsaved].every(isHeld)) say(shown.said, unsaved.size > 0 ? 'waiting' : 'saved');
        if (errors.length === 0 && unsaved.size > 0) later(restsFor);
      } else {
        again();
        if (await isTriedAgain(response)) later(waits(tries++));
      }
    } catch {
      again();
      say('Not saved yet, trying again. What you typed stays on this page.');
      later(waits(tries++));
    }
    isSending = false;
  };

  const typed = ({ target }: Event): void => {
    const id = placeOf(target)?.dataset['question'];
    if (id === undefined) return;
    unsaved.add(id);
    if (said.dataset['state'] === 'saved') say('Saving…', 'saving');
    if (said.dataset['state'] !== 'waiting' || tries === 0) later(restsFor);
  };
  form.addEventListener('input', typed);
  form.addEventListener('change', (event) => {
    typed(event);
    if (tries === 0) void save();
  });
  const mark = (name: string, value: string): void => {
    const field =
      form.querySelector<HTMLInputElement>(`input[name="${name}"]`) ??
      form.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name }));
    field.value = value;
  };
  form.addEventListener('submit', () => {
    isLeaving = true;
    // A save that is still under way is of this page too, and older than what the whole form says.
    nth += 1;
    mark('page', page);
    mark('nth', String(nth));
  });
  window.addEventListener('online', () => void save());
  window.addEventListener('focus', () => void save());
  window.addEventListener('beforeunload', (event) => {
    if (!isLeaving && (unsaved.size > 0 || isSending)) event.preventDefault();
  });
  say('Each answer is saved as you type.', 'saved');
};

const task = document.querySelector<HTMLFormElement>('form[data-module="careway-task"]');
if (task !== null) {
  showWhatIsAsked(task);
  saveWhileTyping(task);
}
