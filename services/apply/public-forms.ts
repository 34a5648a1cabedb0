import type { ProvedAddress } from '../../domain/journey/address-proof.ts';
import type { Application } from '../../domain/journey/applications.ts';
import type { Council } from '../../schemas/council.ts';
import type { HeldDocument } from '../../schemas/documents.ts';
import type { Draft } from '../../schemas/draft.ts';
import type { EligibilityIndication } from '../../schemas/eligibility.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { Form } from '../../schemas/form-language.ts';
import { applicationFormIds, applicationForms } from '../../schemas/forms/application-forms.ts';
import type { Deps } from '../deps.ts';

type Indicated = {
  readonly kind: 'needs' | 'carer';
  readonly indication: EligibilityIndication;
  /** Email addresses that news goes to, once they are proved. */
  readonly mailTo?: readonly string[];
};

/** A form that anybody may begin, page by page, and what becomes of it when it is sent. */
export type PublicForm = {
  readonly form: Form;
  /**
   * Stores the checked answers for good, and answers what the person is told. The same key never makes a second one. `proved` are the
   * addresses that are known to be theirs who gave them, `documents` what was uploaded.
   */
  readonly receive: (
    deps: Deps,
    council: Council,
    answers: Answers,
    key: string,
    proved?: readonly ProvedAddress[],
    documents?: readonly HeldDocument[],
  ) => Promise<NonNullable<Draft['sent']>>;
  /** What the answers may mean, for the confirmation: for each person whose case it opens. */
  readonly indications: (answers: Answers) => Promise<readonly [Indicated, ...Indicated[]]>;
};

/** A draft and the key of its application live equally long, so that one draft never opens a second case. */
const repeatDays = 40;

/** The forms with which a case is opened. What they need to open it is loaded when one is sent. */
const caseForms: ReadonlyMap<string, PublicForm> = new Map(
  applicationFormIds.flatMap((id): [string, PublicForm][] => {
    const form = applicationForms.get(id);
    if (form === undefined) return [];
    const receive: PublicForm['receive'] = async (deps, council, answers, key, proved = [], documents = []) => {
      const { createApplications } = await import('./applications.ts');
      const { application } = await createApplications(deps, { repeatDays, proved, documents })(
        council,
        id,
        answers,
        key,
      );
      const { reference, carerReference, receivedAt, targetOn, outsideArea } = application;
      return {
        reference,
        ...(carerReference && { carerReference }),
        at: receivedAt,
        targetOn,
        outsideArea: outsideArea !== undefined,
      };
    };
    const indications: PublicForm['indications'] = async (answers) => {
      const { applicationsIn } = await import('../../domain/journey/applications.ts');
      const said = ({ kind, indication, person, helper, updatesTo }: Application): Indicated => ({
        kind,
        indication,
        mailTo: updatesTo.flatMap((who) => (who === 'person' ? person : helper)?.email ?? []),
      });
      const [first, ...others] = applicationsIn(id, answers);
      return [said(first), ...others.map(said)];
    };
    return [[id, { form, receive, indications }]];
  }),
);

/** A form by its name in URLs. */
export const publicForm = ({ otherForms }: Pick<Deps, 'otherForms'>, id: string): PublicForm | undefined =>
  caseForms.get(id) ?? otherForms.get(id);
