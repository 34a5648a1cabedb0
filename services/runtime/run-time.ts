/** One call of a function, by how long it may still go on before Lambda ends it. */
export type Run = { readonly remainingMs: () => number };

/** A run that nothing ends, for what is called by hand: as long as Lambda gives at most, and it never grows less. */
export const unending: Run = { remainingMs: () => 900_000 };

/** What is kept of a run's time for the part under way, with the retries of its calls. */
const reserveMs = 30_000;

/** Whether there is time for another part. The next run goes on where this one stops. */
export const hasTime = ({ remainingMs }: Run, reserve = reserveMs): boolean => remainingMs() > reserve;
