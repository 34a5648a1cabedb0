/** What the server says of a session: seconds until it ends, and that moment as people read it. */
type TimeLeft = { readonly secondsLeft: number; readonly until: string };

/** Seconds before the end at which a person is asked. WCAG 2.2, 2.2.1, wants 20 at least. */
const askedBefore = 5 * 60;

const isTimeLeft = (value: unknown): value is TimeLeft =>
  typeof value === 'object' && value !== null && 'secondsLeft' in value && typeof value.secondsLeft === 'number';

const inWords = (seconds: number): string => {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  const count = (many: number, unit: string) => (many === 0 ? [] : [`${many} ${unit}${many === 1 ? '' : 's'}`]);
  return [...count(minutes, 'minute'), ...count(rest, 'second')].join(' ') || '0 seconds';
};

/**
 * Asks for more time before a session ends, and leaves the page when it has ended, so that what is on it stays private. What was typed on a
 * page of a form is sent then, to be saved.
 *
 * The server knows best, since another tab may have been busy: it is asked before the person is, with each minute that passes, and
 * before the page is left. The time is reckoned from the browser's clock, so that a computer that slept knows what it missed.
 */
export const watchTimeLeft = (notice: HTMLElement): void => {
  const dialog = notice.querySelector('dialog');
  const form = notice.querySelector('form');
  const [until, count, said] = ['until', 'count', 'said'].map((name) => notice.querySelector(`[data-${name}]`));
  if (!dialog || !form || !until || !count || !said) return;

  let endsAt = Date.now() + Number(notice.dataset.secondsLeft) * 1000;
  let announced = 0;
  let busy = false;
  /** A page of a form on which something was typed, and not sent yet. Only such a page can be saved when the time is over. */
  let unsaved: HTMLFormElement | undefined;
  const left = () => Math.max(0, Math.ceil((endsAt - Date.now()) / 1000));

  /** Asks the server, or with a body for more time. A server that cannot be reached leaves all as it is. */
  const ask = async (body?: URLSearchParams): Promise<void> => {
    try {
      const response = await fetch(form.action, body ? { method: 'POST', body } : {});
      const answer: unknown = response.ok ? await response.json() : { secondsLeft: 0 };
      if (!isTimeLeft(answer)) return;
      endsAt = Date.now() + answer.secondsLeft * 1000;
      if (answer.secondsLeft > 0) until.textContent = answer.until;
    } catch {}
  };

  /** Sends what was typed, which the server saves before it closes the form; anything else is left. Never before the server's own end. */
  const leave = (): void => {
    // Asking for the next page again each second would never let it come.
    clearInterval(timer);
    dialog.close();
    if (unsaved) setTimeout(() => unsaved?.requestSubmit(), 1500);
    else window.location.replace(notice.dataset.ended ?? '/');
  };

  const warn = async (): Promise<void> => {
    const minute = Math.ceil(left() / 60);
    if (minute !== announced) {
      await ask();
      announced = minute;
    }
    if (left() > askedBefore) {
      dialog.close();
      return;
    }
    if (left() === 0) {
      leave();
      return;
    }
    if (!dialog.open) dialog.showModal();
    count.textContent = inWords(left());
    // Each minute, and the last 20 seconds: a countdown that is read out each second cannot be listened to.
    const words = left() <= 20 ? '20 seconds' : inWords(minute * 60);
    if (said.textContent !== words) said.textContent = words;
  };

  const look = async (): Promise<void> => {
    if (busy || left() > askedBefore) return;
    busy = true;
    await warn();
    busy = false;
  };

  const stay = async (): Promise<void> => {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) fields.append(name, String(value));
    await ask(fields);
    announced = 0;
    dialog.close();
    await look();
  };

  const timer = setInterval(() => void look(), 1000);
  document.addEventListener('input', ({ target }) => {
    const typedIn = target instanceof Element ? target.closest('form') : null;
    // Pages of staff keep whatever is sent too late; those of the public save a page of a form alone.
    const isKept = notice.dataset.keeps !== undefined && typedIn?.method === 'post';
    if (typedIn && (isKept || typedIn.elements.namedItem('seen'))) unsaved = typedIn;
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void stay();
  });
  // Escape closes a dialog by itself, and means "I am still here".
  dialog.addEventListener('cancel', () => void stay());
};
