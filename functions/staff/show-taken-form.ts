import { takenForm } from '../../services/casework/taken-forms.ts';
import { call as asked } from '../public/show-draft.ts';

/** The parts of a form that staff fill in for somebody. GET /{council}/staff/forms/{draft} */
export const call = takenForm(asked);
