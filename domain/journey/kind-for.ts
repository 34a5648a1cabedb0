import type { CareCase } from '../../schemas/case.ts';
import type { TaskKind } from '../../schemas/task.ts';

/** What the journey asks for as work about an adult, and what that is in a carer's case: carers have their own lists. */
const ofCarers: Partial<Record<TaskKind, TaskKind>> = {
  'assess-needs': 'assess-carer',
  'decide-eligibility': 'decide-carer-eligibility',
};

/** The kind of work that a step of the journey is in this case. */
export const kindFor = ({ kind }: Pick<CareCase, 'kind'>, asked: TaskKind): TaskKind =>
  kind === 'carer' ? (ofCarers[asked] ?? asked) : asked;
