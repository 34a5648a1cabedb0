import { sectionOfTask } from '../../schemas/api.ts';
import { readSection } from '../../services/casework/save-section.ts';
import { json, type StaffCall } from '../../services/web/site.ts';

/** One section of a task with what is saved of it. Opening it changes nothing. GET …/tasks/{id}/sections/{section}, as JSON or as a page */
export const call: StaffCall = (deps) => async (request) => {
  const found = await readSection({ deps, request });
  return 'page' in found ? found.page : json(200, sectionOfTask, found.kept);
};
