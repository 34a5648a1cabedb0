import * as z from 'zod';
import type { Deps } from '../../services/deps.ts';
import { jobHandler } from '../../services/handlers.ts';
import { createReconcilePass, reconciled } from '../../services/work/reconcile-pass.ts';

/** What it is told: nothing by the clock, and by an operator that a new pass is to begin, after a restore or a deployment. */
const input = z.looseObject({ anew: z.boolean().optional() });

/**
 * Compares every open case, its plan and its review cycle with the executions that carry them, and sets going what stands still. Once a
 * day, some at a time; it goes on where it stopped.
 */
export const createReconcileCases = (deps: Deps) => createReconcilePass(deps);

export const handler = jobHandler('reconcile', reconciled, createReconcileCases, input);
