import type { IsoInstant } from '../../schemas/scalars.ts';
import type { Signal } from '../../schemas/signal.ts';
import type { Deps } from '../../services/deps.ts';
import { lanes } from '../../services/store/signal-keys.ts';

/** Every signal that is owed or planned before an instant, whichever page it is on. */
export const allOwed = async ({ store }: Pick<Deps, 'store'>, before: IsoInstant): Promise<Signal[]> => {
  const found: Signal[] = [];
  for (const lane of lanes) {
    let after: string | undefined;
    do {
      const page = await store.signals(lane, before, after);
      found.push(...page.signals);
      after = page.next;
    } while (after !== undefined);
  }
  return found;
};
