import type { AssessmentRecord, ShortTermSupport } from '../../schemas/assessment.ts';
import { type Copy, type CopyHead, day, heading, list, said, section, text, yesNo } from './document.ts';

const methods = {
  'home-visit': 'At home',
  phone: 'By phone',
  video: 'By video call',
  office: 'At our office',
  'supported-self-assessment': 'A self-assessment with our support',
};

/** The copy of the assessment that a person must be given. Care Act 2014 section 12(3) and (4). */
export const assessmentCopy = (assessment: AssessmentRecord, { madeOn, ...head }: CopyHead): Copy => ({
  ...head,
  title: 'Your assessment',
  facts: [
    { label: 'Begun', value: day(assessment.startedOn) },
    { label: 'Finished', value: day(assessment.completedOn) },
    { label: 'How it was done', value: said(methods, assessment.method) },
    { label: 'Recorded', value: day(madeOn) },
  ],
  blocks: [
    ...section('Why it was done in this way', text(assessment.methodReason)),
    ...section('Who took part', list(assessment.tookPart)),
    ...section('What you can do, and who helps already', text(assessment.strengths)),
    ...section('Your needs and how they affect your daily life', text(assessment.needs)),
    ...section('What you want to achieve', text(assessment.outcomesWanted)),
    heading('What we talked about besides'),
    ...list([
      `Independent advocate: ${said({ 'not-needed': 'not needed', 'offered-declined': 'offered, and you said no', arranged: 'arranged' }, assessment.advocate)}`,
      `Assessment for a carer: ${said({ 'no-carer': 'there is no carer', offered: 'offered', declined: 'offered, and they said no' }, assessment.carerOffered)}`,
      `Told that you may have to pay towards support: ${yesNo(assessment.toldAboutCharging).toLowerCase()}`,
    ]),
  ],
});

/** What short-term support was given, and for how long. It is free. */
export const shortTermCopy = (support: ShortTermSupport, { madeOn, ...head }: CopyHead): Copy => ({
  ...head,
  title: 'Your short-term support',
  facts: [
    { label: 'First day', value: day(support.startsOn) },
    { label: 'Last day', value: day(support.endsOn) },
    { label: 'Recorded', value: day(madeOn) },
  ],
  blocks: [
    ...section('What you want to achieve', text(support.goals)),
    ...section('The support', text(support.services)),
    ...section('What you pay', text('Short-term support is free for up to 6 weeks.')),
  ],
});
