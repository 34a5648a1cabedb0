import type { Application } from '../../domain/journey/applications.ts';
import type { Council } from '../../schemas/council.ts';
import { applicationFormIds, applicationForms } from '../../schemas/forms/application-forms.ts';
import type { Deps, Indicated, PublicForm } from '../deps.ts';
import { formAsAsked } from './form-as-asked.ts';

/** A draft and the key of its application live equally long, so that one draft never opens a second case. */
const repeatDays = 40;

/** The forms with which a case is opened. What they need to open it is loaded when one is sent. */
const caseForms: ReadonlyMap<string, PublicForm> = new Map(
  applicationFormIds.flatMap((id): [string, PublicForm][] => {
    const form = applicationForms.get(id);
    if (form === undefined) return [];
    const receive: PublicForm['receive'] = async (deps, council, answers, key, how = {}) => {
      const { createApplications } = await import('./applications.ts');
      const { application } = await createApplications(deps, { ...how, repeatDays })(council, id, answers, key);
      const { reference, carerReference, receivedAt, targetOn, outsideArea, toOpenCase } = application;
      return {
        reference,
        ...(carerReference && { carerReference }),
        at: receivedAt,
        targetOn,
        outsideArea: outsideArea !== undefined,
        ...(toOpenCase && { toOpenCase }),
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

/** A form by its name in URLs, as a council asks it, in the language of whoever reads, with what follows when it is sent. */
export const publicForm = (deps: Pick<Deps, 'otherForms'>, council: Council, id: string): PublicForm | undefined => {
  const found = caseForms.get(id) ?? deps.otherForms.get(id);
  const form = formAsAsked(deps, council, id);
  return found && form && { ...found, form };
};
