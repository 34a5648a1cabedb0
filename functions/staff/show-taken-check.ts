import { takenForm } from '../../services/casework/taken-forms.ts';
import { call as asked } from '../public/show-draft-check.ts';

/** Every answer to it, and who may be known already. GET /{council}/staff/forms/{draft}/check */
export const call = takenForm(asked);
