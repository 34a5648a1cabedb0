import { CarewayError } from './errors.ts';
import { problems } from './problems.ts';

/** How often something is tried that loses against others each time. */
const attempts = 5;

/** That something was not written, because what it builds on was changed after it had been read: it may be tried again. */
export const changedMeanwhile = (what: string): CarewayError =>
  new CarewayError('StoreConflict', `${what} was changed meanwhile`);

const lostRace = (error: unknown): boolean => error instanceof CarewayError && error.name === 'StoreConflict';

/**
 * Does something that loses against somebody else's change at the same moment once more, on what is there then. It reads anew each time, so
 * that what another person did meanwhile stands, and is answered: a case that they have closed is closed. Whoever typed over what they had seen is told
 * so by the version in their form, which is no race that was lost and is not tried again.
 *
 * @throws Problem 503 `busy` where it loses each time
 */
export const tryAgain = async <T>(attempt: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!lostRace(error)) throw error;
      if (tries === attempts) throw problems.busy();
    }
  }
};
