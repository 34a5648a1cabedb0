import { takenForm } from '../../services/casework/taken-forms.ts';
import { call as asked } from '../public/show-draft-page.ts';

/** One page of its questions. GET /{council}/staff/forms/{draft}/pages/{page} */
export const call = takenForm(asked);
