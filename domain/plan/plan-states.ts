/**
 * The life of a plan's versions, and which of them is in force.
 *
 * The states are a design of this platform; that a revised plan which is not agreed leaves the initial plan standing is
 * Cambridgeshire's published rule.
 */
import type { PlanState } from '../../schemas/plan.ts';

/** What may happen to a version of a plan. */
export type PlanEvent = 'submit' | 'request-changes' | 'agree' | 'refuse' | 'start-support' | 'supersede' | 'end';

/** The legal steps: from each state, the events that may happen and where each leads. */
export const planTransitions: Readonly<Record<PlanState, Readonly<Partial<Record<PlanEvent, PlanState>>>>> = {
  draft: { submit: 'submitted', end: 'ended' },
  submitted: { 'request-changes': 'changes-requested', agree: 'agreed', refuse: 'ended', end: 'ended' },
  'changes-requested': { submit: 'submitted', refuse: 'ended', end: 'ended' },
  agreed: { 'start-support': 'active', supersede: 'superseded', end: 'ended' },
  active: { supersede: 'superseded', end: 'ended' },
  superseded: {},
  ended: {},
};

const isPlanEvent = (value: string, steps: object): value is PlanEvent => Object.hasOwn(steps, value);

/** The state after an event, or why the event may not happen now and which may. */
export const planAfter = (
  state: PlanState,
  event: PlanEvent,
):
  | { readonly ok: true; readonly state: PlanState }
  | { readonly ok: false; readonly why: string; readonly allowed: readonly PlanEvent[] } => {
  const steps = planTransitions[state];
  const next = steps[event];
  if (next !== undefined) {
    return { ok: true, state: next };
  }
  const allowed = Object.keys(steps).filter((key) => isPlanEvent(key, steps));
  const may = allowed.length === 0 ? 'nothing more can happen to it' : `what may happen: ${allowed.join(', ')}`;
  return { ok: false, why: `A plan that is "${state}" cannot take "${event}"; ${may}`, allowed };
};

/** One version of a case's plan; versions count from 1. */
export type PlanVersion = { readonly version: number; readonly state: PlanState };

/** The version in force: the active one, or else the latest agreed one; nothing before an agreement or after the end. */
export const planInForce = (versions: readonly PlanVersion[]): PlanVersion | undefined => {
  const latest = (state: PlanState) =>
    versions
      .filter((one) => one.state === state)
      .reduce<PlanVersion | undefined>(
        (best, one) => (best === undefined || one.version > best.version ? one : best),
        undefined,
      );
  return latest('active') ?? latest('agreed');
};

/**
 * The versions after an event to one of them.
 *
 * A revised version takes over only when its support starts: then the version that was active is superseded. Until then, and when it is
 * refused, the version in force stays as it is.
 */
export const versionsAfter = (
  versions: readonly PlanVersion[],
  version: number,
  event: PlanEvent,
): { readonly ok: true; readonly versions: readonly PlanVersion[] } | { readonly ok: false; readonly why: string } => {
  const target = versions.find((one) => one.version === version);
  if (target === undefined) {
    return { ok: false, why: `There is no version ${version} of this plan` };
  }
  const step = planAfter(target.state, event);
  if (!step.ok) {
    return { ok: false, why: step.why };
  }
  return {
    ok: true,
    versions: versions.map((one) =>
      one === target
        ? { ...one, state: step.state }
        : event === 'start-support' && (one.state === 'active' || one.state === 'agreed')
          ? { ...one, state: 'superseded' }
          : one,
    ),
  };
};
