import type { TaskKind } from '../../schemas/task.ts';
import { reviewReasons } from '../review/review-reasons.ts';
import { readableDate } from '../time/readable-date.ts';
import { whyAssessedAgain } from './assessed-again.ts';
import { carefulLines, formatLines, languageLines, reachLines } from './before-contact.ts';
import {
  actingLines,
  carerLines,
  caringLines,
  hospitalLines,
  sharingLines,
  takingPartLines,
  wishLines,
} from './before-people.ts';
import type { KnownOfCase } from './said-of-case.ts';
import { stillToAsk } from './still-to-ask.ts';

const channels = { phone: 'By phone', letter: 'By letter', 'in-person': 'In person' } as const;

/** How a request came that staff wrote down for who made it. */
const cameLines = ({ records }: KnownOfCase): string[] =>
  records.flatMap((record) => {
    const taken = record.kind === 'application' || record.kind === 'request' ? record.taken : undefined;
    return taken
      ? [`${channels[taken.channel]}, received on ${readableDate(taken.receivedOn)}, written down by staff`]
      : [];
  });

/** Where a letter goes. */
const postLines = ({ person: { address, postcode } }: KnownOfCase): string[] =>
  address
    ? [
        [address, postcode]
          .filter((one) => one)
          .join(', ')
          .replaceAll('\n', ', '),
      ]
    : [];

/** What a line is about, with the heading under which it stands. */
const topics = {
  careful: { label: 'Be careful', says: carefulLines },
  reach: { label: 'How to make contact', says: reachLines },
  post: { label: 'Address', says: postLines },
  language: { label: 'Language', says: languageLines },
  formats: { label: 'How to write', says: formatLines },
  'to-ask': { label: 'Still to ask', says: ({ person }) => stillToAsk(person) },
  came: { label: 'How it came', says: cameLines },
  'taking-part': { label: 'Taking part', says: takingPartLines },
  acting: { label: 'Who may act', says: actingLines },
  sharing: { label: 'With whom to share', says: sharingLines },
  carers: { label: 'Unpaid carers', says: carerLines },
  caring: { label: 'Caring', says: caringLines },
  hospital: { label: 'In hospital', says: hospitalLines },
  early: { label: 'Why it is held early', says: ({ records }) => reviewReasons(records) },
  again: { label: 'Why it is assessed again', says: ({ records }) => whyAssessedAgain(records) },
  wishes: { label: 'How they want it done', says: wishLines },
} as const satisfies Record<string, { label: string; says: (known: KnownOfCase) => readonly string[] }>;
export type Topic = keyof typeof topics;

/** Whoever does it speaks with the person, or sees them. */
const contact: readonly Topic[] = ['careful', 'to-ask', 'reach', 'language'];
/** They are assessed, or decide with us. */
const together: readonly Topic[] = [...contact, 'taking-part', 'formats', 'acting', 'sharing'];
/** They are written to. */
const letter: readonly Topic[] = ['formats', 'language'];

/** What bears on each kind of work; on a kind that is not named, what bears on whoever makes contact and writes. */
const bearing: Partial<Record<TaskKind, readonly Topic[]>> = {
  'triage-request': ['came', ...together, 'carers', 'caring', 'hospital', 'wishes'],
  'give-short-term-support': [...together, 'hospital', 'wishes'],
  'review-short-term-support': [...together, 'hospital'],
  'ask-short-term': [...together, 'hospital'],
  'take-in-care': [...together, 'carers'],
  'assess-needs': ['again', ...together, 'carers', 'hospital', 'wishes'],
  'assess-carer': ['again', ...together, 'caring', 'wishes'],
  'decide-eligibility': [...letter, 'hospital', 'acting'],
  'decide-carer-eligibility': [...letter, 'acting'],
  'estimate-budget': [...letter, 'hospital'],
  'assess-finances': [...contact, 'formats', 'acting'],
  'draft-plan': [...together, 'carers', 'hospital', 'wishes'],
  'check-plan': ['careful'],
  'agree-plan': together,
  'set-up-support': [...contact, 'formats', 'sharing', 'hospital'],
  'check-support': [...contact, 'taking-part'],
  'review-plan': ['early', ...together, 'carers', 'wishes'],
  'look-into-safety': [...contact, 'taking-part', 'acting', 'sharing'],
  'consider-refusal': [...contact, 'taking-part', 'acting'],
  'assess-capacity': [...contact, 'taking-part', 'acting'],
  'arrange-advocacy': [...contact, 'taking-part', 'acting', 'sharing'],
  'find-planner': [...contact, 'sharing', 'careful'],
  'refer-continuing-healthcare': [...contact, 'sharing', 'hospital'],
  'contact-another-way': [...contact, 'post', 'formats'],
  'send-copy': [...contact, 'post', 'formats', 'acting'],
  'restart-workflow': [],
  'find-person': [],
  'look-at-money': [...contact, 'formats', 'acting'],
};

/** One thing to know before a piece of work is begun. */
export type BeforeLine = {
  readonly about: Topic | 'duplicates' | 'home' | 'asked';
  readonly label: string;
  readonly lines: string[];
};

/**
 * What to know before one begins a piece of work, from the person and the case as they are now: what bears on work of that kind, in a few
 * lines, and nothing where nothing was said. It is worked out when the task is read and stored nowhere.
 */
export const beforeOneBegins = (kind: TaskKind, known: KnownOfCase): BeforeLine[] =>
  (bearing[kind] ?? [...contact, 'formats', 'acting']).flatMap((about) => {
    const { label, says } = topics[about];
    const lines = [...says(known)];
    return lines.length > 0 ? [{ about, label, lines }] : [];
  });
