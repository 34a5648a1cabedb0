import { expect, it } from 'vitest';
import { functions } from '../../infra/service-map.ts';
import { functionNames, synthesized } from './synthesized.ts';

/**
 * What the functions that journeys call are in the template of the first release. An execution calls by ARN for up to a year, and another
 * name in the template is another function: the one that it calls would be gone.
 */
const released: Readonly<Record<string, string>> = {
  'close-case': 'closecaseFunctionCFA1DEF0',
  'open-task': 'opentaskFunctionB664EB1F',
  'plan-review': 'planreviewFunction2139F50F',
  'record-undelivered-mail': 'recordundeliveredmailFunction70B7F2F5',
  'report-failure': 'reportfailureFunction8C4F2311',
  'send-mail': 'sendmailFunction199E09BB',
  'start-reassessment': 'startreassessmentFunction42EC1189',
  'start-review-cycle': 'startreviewcycleFunction7D6A7D2C',
  'take-up-case': 'takeupcaseFunction92F582B2',
};

it('calls functions that a deployment does not replace: none has another name in the template than when it was released', () => {
  const journey = Object.entries(functions).filter(([, { entry }]) => entry.startsWith('functions/journey/'));
  const now = new Map([...functionNames(synthesized())].map(([id, name]) => [name, id]));

  expect(Object.fromEntries(journey.map(([name]) => [name, now.get(name)]))).toMatchObject(released);
});
