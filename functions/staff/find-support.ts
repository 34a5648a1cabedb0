import { chargeFor } from '../../domain/charging/support-charge.ts';
import { supportThatFits, waysToGet } from '../../domain/plan/support.ts';
import { problemsOf } from '../../schemas/answers.ts';
import { supportFound, supportWanted } from '../../schemas/support-catalogue.ts';
import { problems } from '../../services/runtime/problems.ts';
import { supportOf } from '../../services/runtime/support-catalogues.ts';
import { json, type StaffCall } from '../../services/web/site.ts';

/**
 * The support in the council's catalogue that fits, the most fitting first. GET /{council}/staff/support
 *
 * `?kind=`, `?outcome=`, `?for=` and `?words=` each narrow the list. Nothing about a person is asked or told.
 */
export const call: StaffCall =
  () =>
  async ({ council, query }) => {
    const wanted = supportWanted.safeParse(query);
    if (!wanted.success) throw problems.invalid(problemsOf(wanted.error));
    const support = supportThatFits(await supportOf(council.slug), wanted.data);
    return json(200, supportFound, {
      support: support.map((one) => ({
        ...one,
        area: one.area ?? (one.national ? 'England' : council.area),
        charge: chargeFor(one),
        howToGet: waysToGet(one, council),
      })),
    });
  };
