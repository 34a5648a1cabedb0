import { people } from '../../schemas/api.ts';
import { json, type StaffCall } from '../../services/web/site.ts';

/** The council's staff directory: who a task may be given to. GET /{council}/staff/people */
export const call: StaffCall =
  ({ store }) =>
  async ({ council }) =>
    json(200, people, { people: await store.everyone(council.slug) });
