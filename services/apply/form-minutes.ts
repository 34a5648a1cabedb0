import { withForm } from '../../domain/forms/time-spent.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import type { Draft } from '../../schemas/draft.ts';
import { type FormMinutes, formMinutes } from '../../schemas/work-figures.ts';
import type { Deps } from '../deps.ts';
import { logger } from '../runtime/logger.ts';
import { figuresPartition } from '../store/keys.ts';

/**
 * Counts the minutes that somebody took over a form that they have sent. What staff fill in while they talk is not counted. Where it fails, one form
 * is not counted: whoever sent it hears nothing of that.
 */
export const countMinutes = async (
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { council, form, secondsSpent, taken }: Draft,
): Promise<void> => {
  if (secondsSpent === undefined || taken !== undefined) return;
  const month = londonDate(clock.now()).slice(0, 7);
  const place = { pk: figuresPartition(council), sk: `FORMS#${month}` };
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const before = await store.items.get(formMinutes, place.pk, place.sk);
      const data: FormMinutes = {
        version: (before?.version ?? 0) + 1,
        month,
        forms: withForm(before?.forms ?? {}, form, secondsSpent),
      };
      if (await store.items.put({ ...place, data }, data.version)) return;
    }
  } catch (error) {
    logger.warn('The minutes of a form could not be counted', error as Error);
  }
};
