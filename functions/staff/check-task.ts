import { readCheck } from '../../services/casework/finish-page.ts';
import type { StaffCall } from '../../services/web/site.ts';

/** Every answer of a task, to be read once more before it is finished. GET …/tasks/{id}/check, a page */
export const call: StaffCall = (deps) => (request) => readCheck({ deps, request });
