import { savedSection } from '../../schemas/api.ts';
import { saveSection } from '../../services/casework/save-section.ts';
import { json, type StaffCall } from '../../services/web/site.ts';

/** Saves answers of unfinished work, each by itself, right or wrong. POST …/tasks/{id}/sections/{section}, a form or JSON */
export const call: StaffCall = (deps) => async (request) => {
  const found = await saveSection({ deps, request });
  return 'page' in found ? found.page : json(200, savedSection, found.kept);
};
