/** What pages of staff do beyond HTML. Everything works without it. */
import { Button, CharacterCount, createAll, ErrorSummary, ServiceNavigation, SkipLink } from 'govuk-frontend';
import { watchTimeLeft } from './time-left.ts';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');

for (const component of [Button, CharacterCount, ErrorSummary, ServiceNavigation, SkipLink]) createAll(component);

const timeLeft = document.querySelector<HTMLElement>('[data-module="careway-time-left"]');
if (timeLeft) watchTimeLeft(timeLeft);
