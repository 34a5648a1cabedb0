import { takenForm } from '../../services/casework/taken-forms.ts';
import { call as asked } from '../public/save-draft-page.ts';

/** Saves one page of it. POST /{council}/staff/forms/{draft}/pages/{page} */
export const call = takenForm(asked);
