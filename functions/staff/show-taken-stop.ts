import { takenForm } from '../../services/casework/taken-forms.ts';
import { call as asked } from '../public/show-draft-stop.ts';

/** Where the form is the wrong thing to go on with. GET /{council}/staff/forms/{draft}/stop */
export const call = takenForm(asked);
