import { timeInWords, timeTold } from '../../domain/forms/time-needed.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { referral } from '../../schemas/forms/referral.ts';
import { spokenNow } from '../../schemas/say.ts';
import { translatedForm } from '../../schemas/translated-form.ts';
import { askedBy } from '../../services/runtime/council-lists.ts';
import { type CouncilCall, page } from '../../services/web/site.ts';
import { startPage } from '../../templates/pages/pages.ts';

/** A council's start page. GET /{council} */
export const call: CouncilCall =
  () =>
  async ({ council }) =>
    page(
      200,
      startPage({
        council,
        title: translatedForm(askedBy(council, needsAssessment), spokenNow()).title,
        time: timeInWords(timeTold(council, askedBy(council, needsAssessment))),
        referralTime: timeInWords(timeTold(council, askedBy(council, referral))),
      }),
    );
