import type { CareCase, Visit } from '../../schemas/case.ts';
import type { CaseRecord } from '../../schemas/records.ts';
import type { IsoDate, IsoInstant } from '../../schemas/scalars.ts';
import type { TaskKind } from '../../schemas/task.ts';
import { londonDate, londonInstant, type TimeOfDay } from '../time/clock-time.ts';
import { previousWorkingDay } from '../time/working-days.ts';
import { allWorkOf } from './work-records.ts';

/** What each kind of work is visited for, where it is one that people are visited for. */
export const purposeOfWork: Readonly<Partial<Record<TaskKind, Visit['purpose']>>> = {
  'assess-needs': 'assessment',
  'assess-carer': 'assessment',
  'review-plan': 'review',
};

/** Who arranges a visit for each purpose. */
export const arrangerOf = { assessment: 'assessor', review: 'key-worker' } as const;

/** What a visit is for, by the task that arranges it: of a review's thread, or named so on the case. */
export const purposeOf = ({ id }: { readonly id: string }): Visit['purpose'] =>
  /(^|\.)review-\d|arrange-visit-review/.test(id) ? 'review' : 'assessment';

/** The moment at which a visit begins: what London's clocks show on its day. */
export const startOf = ({ on, startsAt }: Pick<Visit, 'on' | 'startsAt'>): IsoInstant =>
  londonInstant(on, startsAt as TimeOfDay);

/** The visits of a case whose day has not passed. A day that is past is never told as coming. */
export const visitsToCome = ({ visits = [], closed }: Pick<CareCase, 'visits' | 'closed'>, now: IsoInstant): Visit[] =>
  closed ? [] : visits.filter(({ on }) => on >= londonDate(now));

/** The visits of a case after the one for a purpose is arranged, moved or gone. */
export const visitsAfter = (careCase: Pick<CareCase, 'visits'>, purpose: Visit['purpose'], next?: Visit): Visit[] => [
  ...(careCase.visits ?? []).filter((visit) => visit.purpose !== purpose),
  ...(next ? [next] : []),
];

/** The step by which a visit is reminded of: of one that was moved or called off meanwhile, nobody is. */
export const reminderStep = ({ purpose, on, startsAt }: Visit): string =>
  `remind-visit-${purpose}-${on.replaceAll('-', '')}-${startsAt.replace(':', '')}`;

/** When a visit is reminded of: early on the last working day before it, unless that is over. */
export const reminderAt = ({ on }: { readonly on: IsoDate }, now: IsoInstant): IsoInstant | undefined => {
  const at = londonInstant(previousWorkingDay(on), '06:00');
  return at > now ? at : undefined;
};

/** How many visits for a purpose did not happen since what they were for was last done. */
export const failuresInARow = (records: readonly CaseRecord[], purpose: Visit['purpose']): number => {
  const kinds = purpose === 'review' ? (['review-plan'] as const) : (['assess-needs', 'assess-carer'] as const);
  const [last] = kinds
    .flatMap((kind) => allWorkOf(records, kind).map(({ at }) => at))
    .toSorted()
    .toReversed();
  return allWorkOf(records, 'arrange-visit')
    .filter(({ id, at }) => purposeOf({ id }) === purpose && (last === undefined || at > last))
    .filter(({ answers }) => answers.what === 'failed').length;
};
