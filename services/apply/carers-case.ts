import { createHash } from 'node:crypto';
import type { Application } from '../../domain/journey/applications.ts';
import type { CarerToAssess } from '../../domain/journey/work-outcome.ts';
import type { Actor, CareCase } from '../../schemas/case.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { Task } from '../../schemas/task.ts';
import type { Deps } from '../deps.ts';
import { eventOf } from '../store/audit.ts';
import type { BegunCase } from '../work/task-completion.ts';
import { createFiling } from './filing.ts';

const authority = 'Care Act 2014 section 10';

/** What staff have of the carer who accepted, under the names of the questions that ask it. */
const answersOf = ({ firstName, lastName, dateOfBirth, phone, email }: CarerToAssess): Answers => ({
  filledInBy: 'me',
  firstName,
  lastName,
  dateOfBirth,
  ...(phone && { phone }),
  ...(email && { email }),
});

/**
 * The case of a carer who has accepted the offer of an assessment: a person and a case of their own, with copies of their own, that knows of
 * the person whom they look after only where both agreed. Written with the work that brought it. Care Act 2014 s.10(1).
 */
export const createCarersCase =
  (deps: Deps) =>
  async (careCase: CareCase, task: Task, carer: CarerToAssess, actor: Actor): Promise<BegunCase> => {
    const { firstName, lastName, dateOfBirth, phone, email, linked } = carer;
    const answers = answersOf(carer);
    const application: Application = {
      kind: 'carer',
      person: {
        firstName,
        lastName,
        dateOfBirth,
        postcode: '',
        address: '',
        ...(phone && { phone }),
        ...(email && { email }),
      },
      updatesTo: ['person'],
      formats: [],
      urgency: 'standard',
      disclosesHarm: false,
      answers,
      authority,
    };
    const { items } = await deps.store.personOf(careCase);
    const {
      careCase: begun,
      change,
      signals,
    } = await createFiling(deps)({
      council: deps.councils.known(careCase.council),
      form: 'carers-assessment',
      application,
      reference: deps.newReference(),
      mark: createHash('sha256').update(task.id).digest('hex').slice(0, 12),
      proved: [],
      documents: [],
      known: [],
      ...(linked && { caresFor: items.map(({ id }) => id) }),
    });
    return {
      reference: begun.reference,
      signals,
      // Staff have typed it, with the carer.
      change: {
        ...change,
        records: (change.records ?? []).map((record) => ({ ...record, by: actor })),
        events: [
          eventOf(deps, begun, { actor, action: 'application-received', about: 'carers-assessment', authority }),
        ],
      },
    };
  };
