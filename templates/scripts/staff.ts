/** What pages of staff do beyond HTML. Everything works without it. */
import { MultiSelect } from '@ministryofjustice/frontend/moj/components/multi-select/multi-select.mjs';
import { Button, CharacterCount, createAll, ErrorSummary, ServiceNavigation, SkipLink } from 'govuk-frontend';
import { watchTimeLeft } from './time-left.ts';
import './staff-task.ts';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');

for (const component of [Button, CharacterCount, ErrorSummary, ServiceNavigation, SkipLink, MultiSelect])
  createAll(component);

const timeLeft = document.querySelector<HTMLElement>('[data-module="careway-time-left"]');
if (timeLeft) watchTimeLeft(timeLeft);
