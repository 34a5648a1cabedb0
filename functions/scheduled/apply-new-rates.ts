import * as z from 'zod';
import { jobHandler } from '../../services/handlers.ts';
import { createNewRates } from '../../services/work/new-rates.ts';

/** Opens the financial assessments that new national rates ask for. Every day at 05:00; on most days there is nothing to do. */
export const handler = jobHandler(
  'apply-new-rates',
  z.strictObject({ opened: z.int(), done: z.boolean() }),
  createNewRates,
);
