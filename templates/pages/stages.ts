import type { CaseStage } from '../../schemas/case.ts';
import { type Council, estimateName, type Stage } from '../../schemas/council.ts';
import { msg, said, say } from '../../schemas/say.ts';
import { type Way, wayView } from './way.ts';

/** A part of the way to support, as told to the public. `url` is the council's own page about it, where it has one. */
export type ToldStage = {
  readonly id: Stage;
  readonly title: string;
  readonly text: string;
  readonly url: string | undefined;
};

const money = {
  'before-plan': msg`We find out if you need to pay something, and how much. We do this before the plan.`,
  'beside-plan': msg`We find out if you need to pay something, and how much. We do this while we write the plan.`,
  'after-plan': msg`We find out if you need to pay something, and how much. We do this when the plan is written. It settles your personal budget, and you can ask for that as direct payments.`,
} as const;

const words = ({ terms, notices, financialAssessment }: Council): Record<Stage, readonly [string, string]> => ({
  'first-contact': [
    say`You ask for help`,
    say`You fill in the form, or you get in touch with us. We read what you say. For some people advice, equipment or help for a few weeks is enough.`,
  ],
  assessment: [
    say`We find out what you need`,
    say`Your ${terms.worker} talks with you about your day: what you do well, what is hard and who helps you.`,
  ],
  eligibility: [
    say`We decide`,
    say`We tell you if you can get care and support from us, and why. We give you a copy of your assessment. If you agree, we talk with your family and carers too.`,
  ],
  'estimated-budget': [
    say`You see what it may cost`,
    say`We work out your ${estimateName(terms)}. It says about how much money your support needs.`,
  ],
  plan: [
    say`We write your plan with you`,
    say`Your care and support plan says what you want, what help you get, who gives it and what it costs. You get a copy.`,
  ],
  'financial-assessment': [say`We look at your money`, said(money[financialAssessment])],
  support: [
    say`Your support starts`,
    say`We can pay the money to you, arrange the support for you, or do some of each. Your ${terms.keyWorker} checks that it goes well.`,
  ],
  review: [say`We look at how it is going`, say`${notices.review} If something changes before then, tell us.`],
});

const order = (council: Council): Stage[] => {
  const middle: Stage[] =
    council.financialAssessment === 'before-plan' ? ['financial-assessment', 'plan'] : ['plan', 'financial-assessment'];
  return ['first-contact', 'assessment', 'eligibility', 'estimated-budget', ...middle, 'support', 'review'];
};

/** The stages in the order in which this council goes through them, each with what happens. */
export const toldStages = (council: Council): ToldStage[] => {
  const told = words(council);
  return order(council).map((id) => ({
    id,
    title: told[id][0],
    text: told[id][1],
    url: council.stagePages?.[id],
  }));
};

/** The part of the way in which a case is at each of its stages; while short-term support is given, it is not decided whether more follows. */
const partAt: Readonly<Partial<Record<CaseStage, Stage>>> = {
  received: 'first-contact',
  assessment: 'assessment',
  decision: 'eligibility',
  'estimated-budget': 'estimated-budget',
  plan: 'plan',
  'setting-up-support': 'support',
  support: 'review',
};

/**
 * Where a case is among the council's stages, told from its stage alone. The financial assessment is left out: it goes on beside others, so that
 * the stage does not say whether it is done. Undefined where no part is the present one.
 */
export const wayAt = (council: Council, stage: CaseStage): Way | undefined => {
  const told = toldStages(council).filter(({ id }) => id !== 'financial-assessment');
  const at = told.findIndex(({ id }) => id === partAt[stage]);
  if (at < 0) return undefined;
  const step = { text: '', on: '' };
  return wayView([
    { ...step, id: 'application', title: say`You asked for help`, state: 'done' },
    ...told.map(({ id, title }, index) => ({
      ...step,
      id,
      title: id === 'first-contact' ? say`We look at your request` : title,
      state: index < at ? ('done' as const) : index === at ? ('now' as const) : ('to-come' as const),
    })),
  ]);
};
