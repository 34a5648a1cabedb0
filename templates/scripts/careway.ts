/** What pages do beyond HTML. Everything works without it. */
import { Button, CharacterCount, createAll, ErrorSummary, SkipLink } from 'govuk-frontend';
import { addChosenFileFirst } from './chosen-file.ts';
import { ExitForGood } from './exit-for-good.ts';
import { watchReveals } from './revealed.ts';
import { watchTimeLeft } from './time-left.ts';

// A strict policy leaves no place for govuk-frontend's inline script, so its classes are set here; a browser that runs modules is supported.
document.body.classList.add('js-enabled', 'govuk-frontend-supported');

for (const component of [Button, CharacterCount, ErrorSummary, ExitForGood, SkipLink]) createAll(component);

watchReveals();

const timeLeft = document.querySelector<HTMLElement>('[data-module="careway-time-left"]');
if (timeLeft !== null) watchTimeLeft(timeLeft);

const file = document.querySelector<HTMLInputElement>('input[type="file"]');
if (file !== null) addChosenFileFirst(file);
