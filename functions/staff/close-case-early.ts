import { closingProblems } from '../../domain/journey/closing-checks.ts';
import { stageWords } from '../../domain/journey/journey.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { applicationStatus } from '../../schemas/api.ts';
import type { CareCase } from '../../schemas/case.ts';
import { caseClosing } from '../../schemas/forms/case-actions.ts';
import { actionAnswers } from '../../services/casework/action-answers.ts';
import { byPage } from '../../services/casework/action-pages.ts';
import type { Deps } from '../../services/deps.ts';
import { problems } from '../../services/runtime/problems.ts';
import { json } from '../../services/web/site.ts';
import { createClosing } from '../../services/work/closing.ts';
import { createEndingWork } from '../../services/work/ending-work.ts';
import { caseRoles, permittedCase } from '../../services/work/permitted-case.ts';
import { casesOfPerson } from '../../services/work/person-cases.ts';

/** The other open case of the person that is of the same kind, with which the council goes on. */
const otherOpenCase = async (deps: Deps, careCase: CareCase): Promise<CareCase | undefined> => {
  const { person } = await deps.store.personOf(careCase);
  const others = await casesOfPerson(deps, person, careCase);
  return others.find(({ closed, kind }) => closed === undefined && kind === careCase.kind);
};

/**
 * Closes a case before its journey ends: the person withdrew, moved away, lives elsewhere, support has ended, or it is the second of two open
 * cases of one person. Open work is taken back, and whoever gets updates is told. It is refused while something is open that the law wants
 * first, with what to do. POST /{council}/staff/cases/{reference}/close
 */
export const call = byPage('close', (deps) => async (request) => {
  const given = actionAnswers(deps, request, caseClosing);
  const { reason, reasons, advice } = given;
  const { careCase, role } = await permittedCase(deps, request, caseRoles);
  // Closing it again for the same reason is the same wish, and is answered as before.
  if (careCase.closed && careCase.closed.reason !== reason) throw problems.alreadyClosed(careCase.closed);
  const goesOn = reason === 'duplicate' && !careCase.closed ? await otherOpenCase(deps, careCase) : undefined;
  if (reason === 'duplicate' && !careCase.closed && !goesOn) throw problems.notADuplicate();
  const actor = { kind: 'staff', id: request.staff.id, role } as const;
  const whole = careCase.closed ? undefined : await deps.store.whole(careCase.council, careCase.reference);
  const wrong = whole ? closingProblems(whole, given, request.council, londonDate(deps.clock.now())) : [];
  if (whole && wrong.length > 0) {
    await createEndingWork(deps)(whole, reason, actor);
    throw problems.cannotClose(wrong);
  }
  const said = [reasons, advice].filter((one) => one !== undefined).join('\n\n');
  await createClosing(deps)(careCase, reason, actor, {
    tells: true,
    goesOnWith: goesOn?.reference,
    ...(said !== '' && { says: said }),
  });
  const { now, next } = stageWords.closed;
  return json(200, applicationStatus, {
    reference: careCase.reference,
    stage: 'closed',
    stageText: now,
    nextText: next,
    receivedAt: careCase.openedAt,
  });
});
