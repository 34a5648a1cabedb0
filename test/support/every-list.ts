import type { Form } from '../../schemas/form-language.ts';
import { everyForm } from '../../schemas/forms/every-form.ts';
import { workLists } from '../../schemas/work-lists.ts';

/** The forms of the public and the lists of the work of staff, each once. */
export const everyList: readonly Form[] = [...new Set([...everyForm, ...Object.values<Form>(workLists)])];
