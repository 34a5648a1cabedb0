import type { PersonId } from '../../schemas/person.ts';
import type { CaseReference, CouncilSlug } from '../../schemas/scalars.ts';

/** Where everything about one case stands. */
export const casePartition = (council: CouncilSlug, reference: CaseReference): string => `CASE#${council}#${reference}`;

/** Where what belongs to a council as a whole stands. */
export const councilPartition = (council: CouncilSlug): string => `COUNCIL#${council}`;

/** Where the national rates stand that staff have entered and confirmed, for every council of the deployment, with their history. */
export const nationalRatesPartition = 'NATIONAL-RATES';

/** Where everything about one person stands: the item, what finds their cases, what only one case may have, their history. */
export const personPartition = (council: CouncilSlug, id: PersonId): string => `PERSON#${council}#${id}`;

/** What names the open case that has something of a person for itself. */
export const openSort = (slot: string): string => `OPEN#${slot}`;

/** What names the record of a person's sign-ins in the partition of their council. */
export const signInSort = (id: string): string => `SIGN-IN#${id}`;

/** Where it stands which work went on from somebody of the staff. */
export const awayPartition = (council: CouncilSlug, id: string): string => `AWAY#${council}#${id}`;

/** Where it stands who looked at a case: apart from the case, so that reading one is as quick as if nobody had looked. */
export const looksPartition = (council: CouncilSlug, reference: CaseReference): string =>
  `LOOKS#${council}#${reference}`;

/** Where it stands who searched among a council's persons. */
export const searchesPartition = (council: CouncilSlug): string => `SEARCHES#${council}`;

/** Where what was counted of a council's work stands: what is open now, and month by month how long finished work took. */
export const figuresPartition = (council: CouncilSlug): string => `FIGURES#${council}`;

/** Where it stands what people said of a council's pages. */
export const feedbackPartition = (council: CouncilSlug): string => `FEEDBACK#${council}`;

/** Under which the index `due` lists the planned reviews of a council's open cases. */
export const reviewsPk = (council: CouncilSlug): string => `REVIEWS#${council}`;
