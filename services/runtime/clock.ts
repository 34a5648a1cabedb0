import type { IsoInstant } from '../../schemas/scalars.ts';

/** The present moment; the local platform's can be moved. */
export type Clock = { now(): IsoInstant };
