import { takenForm } from '../../services/casework/taken-forms.ts';
import { call as asked } from '../public/send-draft.ts';

/** Sends it, once however often it is asked. POST /{council}/staff/forms/{draft}/send */
export const call = takenForm(asked);
