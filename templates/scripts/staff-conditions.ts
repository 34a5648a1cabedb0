import { holds } from '../../schemas/condition-holds.ts';
import type { Condition } from '../../schemas/form-language.ts';

type Asked = { readonly id: string; readonly when: Condition | undefined; readonly place: HTMLElement };

const conditionOf = (text: string | undefined): Condition | undefined =>
  text ? JSON.parse(text) || undefined : undefined;

/** What a question is answered with on the page; an amount counts in pence, as its condition does. */
const answerOn = (form: HTMLFormElement, { id, place }: Asked): unknown => {
  const fields = new FormData(form);
  if (place.querySelector('input[type="checkbox"]:not([name="unchanged"])')) return fields.getAll(id);
  const typed = String(fields.get(id) ?? '').trim();
  if (place.querySelector('[inputmode="numeric"]')) return Number(typed.replace(/[\s,]/g, ''));
  if (place.querySelector('[inputmode="decimal"]')) return Math.round(Number(typed.replace(/[£\s,]/g, '')) * 100);
  return typed;
};

/** Shows the questions of a section that its answers lead to, as they are given, and hides the others with what was typed in them. */
export const showWhatIsAsked = (form: HTMLFormElement): void => {
  const all = [...form.querySelectorAll<HTMLElement>('[data-question]')].map(
    (place): Asked => ({ id: place.dataset['question'] ?? '', when: conditionOf(place.dataset['when']), place }),
  );
  const show = (): void => {
    // What is not asked opens nothing, whatever was typed in it before.
    const counted: Record<string, unknown> = { ...JSON.parse(form.dataset['beyond'] || '{}') };
    for (const asked of all) {
      const isAsked = holds(asked.when, counted);
      asked.place.hidden = !isAsked;
      if (isAsked) counted[asked.id] = answerOn(form, asked);
    }
    for (const page of form.querySelectorAll<HTMLElement>('[data-page]')) {
      page.hidden = [...page.querySelectorAll<HTMLElement>('[data-question]')].every(({ hidden }) => hidden);
    }
  };
  form.addEventListener('input', show);
  form.addEventListener('careway:filled', show);
  show();
};
