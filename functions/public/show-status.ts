import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { statusOf } from '../../services/follow/status.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { statusPage } from '../../templates/pages/pages.ts';

/** The page that every email to a person leads to: where their request is. GET /{council}/requests/{reference} */
export const call: CouncilCall = (deps) => async (request) => {
  const { reference, stage, stageText, nextText, receivedAt, targetOn, reviewDueOn } = await statusOf(deps, request);
  const facts = [
    { label: 'We got it on', value: readableDate(londonDate(receivedAt)) },
    ...(targetOn ? [{ label: 'We aim to be in touch by', value: readableDate(targetOn) }] : []),
    ...(reviewDueOn ? [{ label: 'Your next review is due by', value: readableDate(reviewDueOn) }] : []),
  ];
  return page(200, statusPage({ council: request.council, reference, stage, now: stageText, next: nextText, facts }));
};
