import { applicationsIn } from '../../../domain/journey/applications.ts';
import { beforeOneBegins } from '../../../domain/journey/before-one-begins.ts';
import { followerOf } from '../../../domain/journey/case-following.ts';
import { asOne } from '../../../domain/journey/joined-person.ts';
import { mayLiveIn } from '../../../domain/journey/journey.ts';
import { newPerson } from '../../../domain/journey/persons.ts';
import { requestedWork, workAskedByOther } from '../../../domain/journey/requested-work.ts';
import { openingReason } from '../../../domain/journey/unproved-readers.ts';
import { targetDate } from '../../../domain/time/deadlines.ts';
import { holds } from '../../../schemas/condition-holds.ts';
import { type Answers, askedQuestions, exitsReached } from '../../../schemas/form-conditions.ts';
import type { Form } from '../../../schemas/form-language.ts';
import type { ApplicationFormId } from '../../../schemas/forms/application-forms.ts';
import { caseRecord } from '../../../schemas/records.ts';
import { isoInstant } from '../../../schemas/scalars.ts';
import { aCase } from '../a-case.ts';
import { aCouncil } from '../a-council.ts';
import { helperNamed, personNamed } from '../a-person.ts';
import type { Effects } from './effects-of-work.ts';
import { informed, today } from './effects-of-work.ts';

const now = isoInstant.parse(`${today}T11:00:00.000Z`);
const council = aCouncil();

/** Where a form sends whoever types, and what else its pages offer them: they are told at once. */
const toldAtOnce = (form: Form, answers: Answers) => {
  const asked = new Set(askedQuestions(form, answers).map(({ id }) => id));
  const counted = Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)));
  return {
    exits: exitsReached(form, answers).map(({ id }) => id),
    links: form.sections.flatMap(({ pages }) =>
      pages.flatMap(({ links = [] }) =>
        links.filter(({ when }) => when && holds(when, counted)).map(({ path }) => path),
      ),
    ),
  };
};

/** What follows from a form with which a case is asked for: the case, its person, what staff are given and told, and what is mailed. */
export const effectsOfApplication = (form: Form, answers: Answers): Effects => {
  const at = toldAtOnce(form, answers);
  if (at.exits.length > 0) return { all: JSON.stringify(at), ofWords: JSON.stringify(at) };
  const each = applicationsIn(form.id as ApplicationFormId, answers).map((application) => {
    const { urgency, updatesTo, kind, indication, disclosesHarm } = application;
    const made = newPerson(
      { council: council.slug, id: personNamed('rose') },
      { applicant: application, proved: [], helperId: helperNamed('ada'), now },
    );
    const careCase = aCase({
      kind,
      urgency,
      updatesTo: updatesTo.length > 0 ? updatesTo : ['person'],
      targetOn: targetDate(urgency, today, council.targets),
      ...(made.helperId && { helperId: made.helperId }),
    });
    const person = asOne([made.person]);
    const record = caseRecord.parse({
      council: council.slug,
      reference: careCase.reference,
      id: 'application',
      version: 1,
      at: now,
      by: { kind: 'public' },
      kind: 'application',
      list: form.id,
      listVersion: form.version,
      answers: application.answers,
    });
    const of = { careCase, person };
    const facts = { person: made.person, careCase };
    return {
      facts,
      rest: {
        indication,
        disclosesHarm,
        outside: !mayLiveIn(application.person.postcode, council.postcodeDistricts),
        reason: openingReason('triage-request', of, { list: form.id, answers: application.answers }),
        follows: [person.email, person.helpers[0]?.email].map((one) => one && followerOf(of, one)),
        before: informed.map((one) => beforeOneBegins(one, { ...of, records: [record] })),
      },
    };
  });
  return {
    all: JSON.stringify({ at, each }),
    ofWords: JSON.stringify(each.map(({ facts }) => facts)),
  };
};

/** What follows from what somebody sends while a case runs. */
export const effectsOfRequest = (form: Form, answers: Answers): Effects => {
  const at = toldAtOnce(form, answers);
  const work = [true, false].map((hasPlanInForce) =>
    form.id === 'review-for-another'
      ? workAskedByOther(answers, { hasPlanInForce, today })
      : requestedWork(form.id, answers, { hasPlanInForce, today }),
  );
  return { all: JSON.stringify(at.exits.length > 0 ? at : { at, work }), ofWords: '' };
};
