import type { Answer, Row } from '../../schemas/form-conditions.ts';
import { type IsoDate, isoDate } from '../../schemas/scalars.ts';
import { readableDate } from '../time/readable-date.ts';
import { mayActFor } from './consent.ts';
import { helperOf } from './persons.ts';
import { type KnownOfCase, lastSaid, placesOf } from './said-of-case.ts';
import { allWorkOf } from './work-records.ts';

const said = ({ records, careCase }: KnownOfCase, ...places: Parameters<typeof placesOf>): Answer | undefined =>
  lastSaid(records, careCase, placesOf(...places));
const values = (answer: Answer | undefined): string[] =>
  Array.isArray(answer)
    ? answer.filter((one) => typeof one === 'string')
    : answer === undefined
      ? []
      : [String(answer)];
const rows = (answer: Answer | undefined): Row[] =>
  Array.isArray(answer) ? answer.filter((one): one is Row => typeof one !== 'string') : [];
const inWords = (words: Readonly<Record<string, string>>, picked: readonly string[]): string[] =>
  picked.flatMap((one) => words[one] ?? []);

/** The four difficulties of s.67(4), in the words of public forms and of staff. */
const difficulties: Readonly<Record<string, string>> = {
  understand: 'understanding information',
  remember: 'remembering it',
  decide: 'weighing it up',
  say: 'saying what they want',
  understanding: 'understanding information',
  retaining: 'remembering it',
  weighing: 'weighing it up',
  communicating: 'saying what they want',
};

const advocateWishes: Readonly<Record<string, string>> = {
  yes: 'They would like an independent advocate.',
  'not-sure': 'They are not sure whether they want an independent advocate: explain what one does.',
};

/** The independent advocate whom the person has, and how whoever arranges something reaches them. Care Act 2014 s.67(2). */
const advocateLines = ({ records }: KnownOfCase): string[] => {
  const arranged = allWorkOf(records, 'arrange-advocacy').find(
    ({ answers }) => answers.forWhom === 'person' && answers.advocateName !== undefined,
  )?.answers;
  if (arranged?.advocateName === undefined) return [];
  const { advocateName, advocateContact, startsOn, arrangement } = arranged;
  return [
    `Their independent advocate: ${advocateName}${startsOn ? `, from ${readableDate(startsOn)}` : ''}.${advocateContact ? ` How to reach them: ${advocateContact}` : ''}`,
    ...(arrangement === 'declined' ? ['They do not want the advocate, who is there all the same.'] : []),
  ];
};

/** What makes it hard to take part, and who supports them. Care Act 2014 s.67; SI 2014/2827 reg 6. */
export const takingPartLines = (known: KnownOfCase): string[] => {
  const hard = values(said(known, 'takingPart'));
  const found = values(
    said(known, 'substantialDifficulty', ['triage', 'substantialDifficulty'], ['assessment', 'substantialDifficulty']),
  );
  const four = [...new Set(inWords(difficulties, [...hard, ...found]))];
  const supporter = said(known, 'someoneToSupport');
  const named = said(known, 'supporter');
  const help = said(known, 'whatWouldHelp');
  const both = hard.includes('see') && hard.includes('hear');
  const advocate = advocateLines(known);
  const due = advocate.length > 0 ? '' : ' An advocate is due unless someone suitable supports them.';
  return [
    ...(four.length > 0 ? [`Hard for them: ${four.join(', ')}.${due}`] : []),
    ...advocate,
    ...(both
      ? ['Sight and hearing are both hard: only someone trained for people who are deafblind assesses them.']
      : []),
    ...(!both && hard.includes('see') ? ['Seeing is hard for them.'] : []),
    ...(!both && hard.includes('hear') ? ['Hearing is hard for them.'] : []),
    ...(supporter === 'no' ? ['They have nobody who could support them.'] : []),
    ...(named ? [`They say who could support them: ${named}`] : []),
    ...inWords(advocateWishes, values(said(known, 'wantsAdvocate'))),
    ...(help ? [`What would help: ${help}`] : []),
  ];
};

/** Who helps with the case, by what right, and what they may not do. */
export const actingLines = (known: KnownOfCase): string[] => {
  const { careCase, person } = known;
  const helper = helperOf(careCase, person);
  const unsigned = signedByTheOther(known);
  if (helper === undefined) return unsigned;
  const { may, reason, next } = mayActFor(helper);
  const who = `${helper.firstName} ${helper.lastName}${helper.organisation ? `, ${helper.organisation}` : ''}`;
  const paper = { none: ' No paper was given.', sent: ' A paper was sent: look at it.', seen: ' The paper was seen.' };
  return [
    `${who}: ${reason}${helper.agrees !== true && helper.proof ? paper[helper.proof] : ''}`,
    ...(may ? [] : [`They are told nothing. ${next}`]),
    ...unsigned,
  ];
};

/** One of the two of a joint form fills it in and signs for both; the other has signed nothing. Care Act 2014 s.12(5). */
const signedByTheOther = ({ careCase: { kind }, records }: KnownOfCase): string[] =>
  records.some(
    (record) =>
      record.kind === 'application' &&
      record.list === 'joint-assessment' &&
      record.answers['filledInBy'] === (kind === 'carer' ? 'me' : 'carer') &&
      record.answers[kind === 'carer' ? 'carerDeclaration' : 'declaration'] === undefined,
  )
    ? ['The other person filled in the joint form and signed it. Ask them alone if they agree to it.']
    : [];

/** What caring asks of a carer that whoever sees them must know. */
export const caringLines = (known: KnownOfCase): string[] => {
  const behaviour = said(known, 'hardBehaviour');
  const isHard = values(said(known, 'caringTasks')).includes('behaviour');
  return [
    ...(said(known, 'cannotGoOn') === 'yes' ? ['They cannot go on caring.'] : []),
    ...(isHard
      ? [
          `The person cared for behaves in ways that are hard${behaviour ? `: ${behaviour}` : ': ask which, and who is at risk.'}`,
        ]
      : []),
  ];
};

const recipients: Readonly<Record<string, string>> = {
  gp: 'the GP',
  nhs: 'other NHS services',
  carer: 'the carer',
  'person-cared-for': 'the person cared for',
  family: 'family',
  provider: 'paid support workers',
  housing: 'the landlord or housing service',
  other: 'someone else whom they name',
};

/** With whom what is known may be shared, and with whom not. */
export const sharingLines = (known: KnownOfCase): string[] => {
  const who = values(said(known, 'shareWith'));
  const limits = said(known, 'shareLimits', ['assessment', 'sharingLimits'], ['carer-assessment', 'sharingLimits']);
  if (who.includes('nobody')) return ['With nobody, they say.', ...(limits ? [`Not to be shared: ${limits}`] : [])];
  const named = inWords(recipients, who);
  const told = said(known, 'tellPersonCaredFor');
  return [
    ...(named.length > 0 ? [`With ${named.join(', ')}; with no other relative or friend.`] : []),
    ...(told ? [`What the person cared for may be told: ${told}`] : []),
    ...(limits ? [`Not to be shared: ${limits}`] : []),
  ];
};

const goingOn: Readonly<Record<string, string>> = {
  'with-support': 'They can go on only with more support.',
  no: 'They cannot go on.',
  'not-sure': 'It is not known whether they can go on: ask.',
};
const assessmentWishes: Readonly<Record<string, string>> = {
  yes: 'They would like a carer’s assessment.',
  'ask-them': 'Ask them whether they would like a carer’s assessment.',
};
const together: Readonly<Record<string, string>> = {
  joint: 'Together with the other’s assessment, if both agree: ask each alone.',
  combined: 'Separately, with one plan for both, if both agree.',
  separate: 'Separately from the other’s assessment: do not see them together.',
  'no-carer': 'The carer does not want to take part.',
};

/** Who helps without being paid, whether they can go on, and what they want for themselves. Care Act 2014 ss.9(5), 10 and 12(5). */
export const carerLines = (known: KnownOfCase): string[] => [
  ...rows(said(known, 'carers')).map(
    ({ name, relationship, contact, agreesToContact }) =>
      `${name}, ${relationship}: ${
        agreesToContact === 'yes'
          ? `may be contacted${contact ? `, ${contact}` : ''}`
          : 'has not agreed to be contacted'
      }.`,
  ),
  ...inWords(goingOn, values(said(known, 'carerCanContinue'))),
  ...inWords(assessmentWishes, values(said(known, 'carerWantsAssessment'))),
];

const day = (answer: Answer | undefined): IsoDate | undefined => isoDate.safeParse(answer).data;

/** Where they are in hospital, and when they are expected to leave. */
export const hospitalLines = (known: KnownOfCase): string[] => {
  if (
    values(said(known, 'whereNow')).includes('hospital') === false &&
    said(known, 'inHospital', ['triage', 'inHospital']) !== 'yes'
  )
    return [];
  const ward = said(known, 'ward', ['triage', 'ward']);
  const leaves = day(said(known, 'dischargeExpectedOn', ['triage', 'dischargeExpectedOn']));
  return [
    ...(ward ? [`In ${ward}.`] : []),
    leaves
      ? `They are expected to leave on ${readableDate(leaves)}.`
      : 'Nobody has said when they are expected to leave: ask.',
  ];
};

const ways: Readonly<Record<string, string>> = {
  home: 'They want to talk at home.',
  phone: 'They want to talk by phone.',
  video: 'They want to talk by video call.',
  online: 'They want to talk online.',
  office: 'They want to talk at our office.',
};

/** Where the other person's part is, of two who fill in a part of their own and are assessed together. Care Act 2014 s.12(5). */
const otherPart = ({ careCase: { jointWith, jointAsked, partedFrom }, records }: KnownOfCase): string[] => {
  if (jointAsked) {
    return [
      `Case ${jointAsked} came with the code of this one. Nothing of either is shown to the other yet. Ask each alone whether they know each other and agree. Then say so under “Assess two cases together, or take them apart”.`,
    ];
  }
  if (partedFrom) return [`Not assessed together with case ${partedFrom} any more. Say nothing of one to the other.`];
  if (jointWith) return [`Assessed together with case ${jointWith}, as long as both agree. See each alone first.`];
  return records.some((record) => record.kind === 'application' && record.together)
    ? ['They want to be assessed together with someone who fills in a part of their own. That part has not come yet.']
    : [];
};

/** How they want it done. SI 2014/2827 regs 2 and 3. */
export const wishLines = (known: KnownOfCase): string[] => {
  const present = said(known, 'peoplePresent');
  const time = said(known, 'bestTime');
  const before = said(known, 'beforeWeMeet');
  return [
    ...(said(known, 'selfAssessment') === 'yes'
      ? ['They want to do the assessment themselves, with our support.']
      : []),
    ...inWords(ways, values(said(known, 'preferredWay'))),
    ...(time ? [`A good time: ${time}`] : []),
    ...otherPart(known),
    ...inWords(together, values(said(known, 'jointOrSeparate'))),
    ...(said(known, 'talkAlone') === 'someone' && !present ? ['Someone should be there: ask who.'] : []),
    ...(said(known, 'talkAlone') === 'either' ? ['They do not mind whether somebody else is there.'] : []),
    ...(present ? [`Who should be there: ${present}`] : []),
    ...(before ? [`Before we meet: ${before}`] : []),
  ];
};
