import { readableTime } from '../../domain/time/readable-date.ts';
import type { Council } from '../../schemas/council.ts';
import type { IsoInstant } from '../../schemas/scalars.ts';
import type { Task } from '../../schemas/task.ts';
import { Problem } from './errors.ts';

/** Some messages begin with what they are about, as in "the reasons must be ...". */
const asSentence = (message: string) => message.charAt(0).toUpperCase() + message.slice(1);

/** Some letters take one byte and some four; people are told of a round number of those that take the fewest. */
const lettersOf = (bytes: number): number => Math.ceil(bytes / 100) * 100;

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.floor(bytes / 1024)} KB` : `${Math.floor(bytes / (1024 * 1024))} MB`;

/** The words of every problem, in one place; each says what to do. */
export const problems = {
  unknownCouncil: () =>
    new Problem({
      status: 404,
      code: 'unknown-council',
      title: 'We do not know this council',
      detail: 'Check the address. You can find your council at https://www.gov.uk/find-local-council.',
    }),
  unknownForm: () =>
    new Problem({
      status: 404,
      code: 'unknown-form',
      title: 'We do not have this form',
      detail: 'Check the name of the form. The forms of a council are listed on its start page.',
    }),
  unknownApplication: () =>
    new Problem({
      status: 404,
      code: 'unknown-application',
      title: 'We cannot find this reference',
      detail: 'Check the reference. It looks like K7M-29QX-T4F.',
    }),
  notFound: () =>
    new Problem({
      status: 404,
      code: 'not-found',
      title: 'Page not found',
      detail: 'If you typed the address, check it is correct. If you pasted it, check you copied all of it.',
    }),
  /** @param most that is read, in bytes */
  tooLarge: (most: number) =>
    new Problem({
      status: 413,
      code: 'too-large',
      title: 'This is too much to send at once',
      detail: `Send at most ${sizeOf(most)}. Shorten the longest answers and send again.`,
    }),
  /** What one item of the table does not hold. @param over by how many bytes */
  tooMuchToKeep: (over: number) =>
    new Problem({
      status: 413,
      code: 'too-much-to-keep',
      title: 'This is more than we can keep in one place',
      detail: `Shorten the longest text by about ${lettersOf(over)} letters and send it again. You can give the rest as a document. Nothing was changed.`,
      over,
    }),
  wrongMediaType: (wanted: string) =>
    new Problem({
      status: 415,
      code: 'unsupported-media-type',
      title: 'We cannot read this kind of content',
      detail: `Send the body as ${wanted}.`,
    }),
  malformedJson: () =>
    new Problem({
      status: 400,
      code: 'malformed-json',
      title: 'We cannot read what was sent',
      detail: 'The body is not JSON. Check for a missing bracket, quote or comma, and send it again.',
    }),
  invalid: (errors: readonly { field: string; message: string }[]) =>
    new Problem({
      status: 400,
      code: 'invalid',
      title: 'There is a problem',
      detail:
        errors.length === 1
          ? 'Put one thing right and send again.'
          : `Put ${errors.length} things right and send again.`,
      errors: errors.map(({ field, message }) => ({ field, message: asSentence(message) })),
    }),
  keyReused: () =>
    new Problem({
      status: 409,
      code: 'idempotency-key-reused',
      title: 'This idempotency key was used for something else',
      detail: 'Send the new content with a new key. Nothing was changed.',
    }),
  notFromHere: () =>
    new Problem({
      status: 403,
      code: 'not-from-here',
      title: 'We could not be sure that this came from our page',
      detail: 'Nothing was changed. Go back, load the page again and send it once more.',
    }),
  signIn: () =>
    new Problem({
      status: 401,
      code: 'sign-in',
      title: 'Sign in first',
      detail: 'Your sign-in is missing, has ended or is not valid. Sign in again.',
    }),
  planNotYours: () =>
    new Problem({
      status: 409,
      code: 'plan-not-yours',
      title: 'This plan cannot be changed here now',
      detail:
        'Your worker has it, or no plan is being written. What you saved is kept. To change something, go back to your case, or contact us.',
    }),
  notYours: () =>
    new Problem({
      status: 403,
      code: 'not-yours',
      title: 'You cannot see this',
      detail:
        'It does not exist, or it belongs to another council or role. Ask your manager if you need it for your work.',
    }),
  signedInElsewhere: (there: string, { name }: { name: string }) =>
    new Problem({
      status: 403,
      code: 'signed-in-elsewhere',
      title: `You are signed in at ${there}`,
      detail: `This belongs to ${name}. If you work there too, sign in there. You are then signed out at ${there} in this browser.`,
    }),
  /** What somebody's work does not need; `askAt` is where they say why they need it. */
  needsReason: ({ part, askAt }: { part: string; askAt: string }) =>
    new Problem({
      status: 403,
      code: 'needs-reason',
      title: 'Your work does not need this part of the case',
      detail: `You do not see ${part} without a reason. Say why you need it, and it opens. Your manager sees the reason.`,
      askAt,
    }),
  /** Work by which somebody would look over their own; the sentence says who can do it. */
  ownWork: (detail: string) =>
    new Problem({ status: 409, code: 'own-work', title: 'Someone else has to do this', detail }),
  /** Work on a restricted record, for somebody who may not open it. */
  needsAccess: () =>
    new Problem({
      status: 409,
      code: 'needs-access',
      title: 'They cannot open this record',
      detail:
        'The record is restricted to named staff. Name them for it first, or say in the same step that they may open it.',
    }),
  /** A record for named staff alone. Who it is about is not said. `askAt` is there for who may open it with a reason. */
  restricted: ({ reference, ask, askAt }: { reference: string; ask: string; askAt?: string | undefined }) =>
    new Problem({
      status: 403,
      code: 'restricted',
      title: 'This record is restricted',
      detail: `Only named staff may open ${reference}. Ask ${ask} if you need it for your work.`,
      reference,
      ask,
      ...(askAt && { askAt }),
    }),
  alreadyDone: ({ status, closed }: Task) =>
    new Problem({
      status: 409,
      code: 'already-done',
      title: status === 'cancelled' ? 'This task is no longer needed' : 'This task is already done',
      detail: `${closed?.by?.name ?? 'The platform'} closed it at ${closed?.at}, with the outcome ${closed?.outcome}. Nothing was changed now.`,
      ...(closed && { closedAt: closed.at, outcome: closed.outcome, ...(closed.by && { closedBy: closed.by.name }) }),
    }),
  /** @param since when they took it, in words */
  heldByOther: ({ id, council, assignee }: Task, since: string | undefined) =>
    new Problem({
      status: 409,
      code: 'held-by-other',
      title: `${assignee?.name ?? 'Somebody else'} has this task`,
      detail: `${since ? `They have had it since ${since}. ` : ''}Nothing was changed. Ask them, or ask a manager to give it to you.`,
      ...(assignee && { heldBy: assignee.name }),
      links: [{ href: `/${council}/staff/tasks/${id}`, text: 'See the task' }],
    }),
  /** @param until the last day of the absence, in words */
  awayYourself: ({ council }: Task, until: string) =>
    new Problem({
      status: 409,
      code: 'away-yourself',
      title: 'You are down as away',
      detail: `The staff directory has you away until ${until}, so work that you took would go on to your cover. End your absence first.`,
      links: [{ href: `/${council}/staff/me`, text: 'Your absences' }],
    }),
  taskChanged: ({ id, council }: Task) =>
    new Problem({
      status: 409,
      code: 'task-changed',
      title: 'This task has changed since you looked',
      detail: 'Nothing was changed now. Look at it again, and decide anew.',
      links: [{ href: `/${council}/staff/tasks/${id}/hold`, text: 'Look at it again' }],
    }),
  nothingToTake: () =>
    new Problem({
      status: 409,
      code: 'nothing-to-take',
      title: 'There is nothing to take',
      detail: 'Somebody has every task of your team.',
    }),
  tooManyJoined: (most: number) =>
    new Problem({
      status: 409,
      code: 'too-many-joined',
      title: 'These are too many to be one person',
      detail: `At most ${most} can be joined. Part those that are somebody else.`,
    }),
  ratesChanged: () =>
    new Problem({
      status: 409,
      code: 'rates-changed',
      title: 'These rates have changed, or are not a draft',
      detail: 'Read them again and compare them with the circular before you confirm them. Nothing was changed.',
    }),
  sameCannotConfirm: () =>
    new Problem({
      status: 409,
      code: 'same-cannot-confirm',
      title: 'Someone else has to confirm these rates',
      detail: 'You entered them. Ask a colleague to compare them with the circular and to confirm them.',
    }),
  noOtherCase: () =>
    new Problem({
      status: 409,
      code: 'no-other-case',
      title: 'No other case belongs to this one now',
      detail: 'The other case is closed, or belongs to another one. Nothing was changed.',
    }),
  otherOpenCase: (reference: string) =>
    new Problem({
      status: 409,
      code: 'other-open-case',
      title: 'There is an open case for this already',
      detail: `Go on with the case ${reference}, or close it first.`,
      reference,
    }),
  personDied: () =>
    new Problem({
      status: 409,
      code: 'person-died',
      title: 'This person is recorded as having died',
      detail: 'Where that is wrong, undo the record of the death first.',
    }),
  cannotClose: (errors: readonly { field: string; message: string }[]) =>
    new Problem({
      status: 409,
      code: 'not-yet',
      title: 'This case cannot be closed yet',
      detail: errors.map(({ message }) => `${asSentence(message)}.`.replaceAll('..', '.')).join(' '),
      errors: errors.map(({ field, message }) => ({ field, message: asSentence(message) })),
    }),
  notADuplicate: () =>
    new Problem({
      status: 409,
      code: 'not-a-duplicate',
      title: 'This person has no other open case of this kind',
      detail: 'Join the two persons first, or choose another reason.',
    }),
  notACarersCase: () =>
    new Problem({
      status: 409,
      code: 'not-a-carers-case',
      title: 'This is not an open case of a carer',
      detail: 'Only an open case of a carer says whom they look after.',
    }),
  alreadyClosed: ({ reason, at }: { reason: string; at: string }) =>
    new Problem({
      status: 409,
      code: 'already-closed',
      title: 'This case is already closed',
      detail: `It was closed at ${at}, with the reason ${reason}. Nothing was changed now.`,
      closedAt: at,
      outcome: reason,
    }),
  /** @param again when the limit is whole again, which many people behind one network address may have met together */
  tooMany: ({ contact }: Pick<Council, 'contact'>, what: string, again: IsoInstant, now: IsoInstant) =>
    new Problem({
      status: 429,
      code: 'too-many',
      title: `Many ${what} from your network in this hour`,
      detail: `Try again after ${readableTime(again)}, or on another connection, such as a mobile phone’s. If it cannot wait, contact ${contact.name}${contact.phone ? ` on ${contact.phone}` : ''}.`,
      retryAfter: Math.ceil((Date.parse(again) - Date.parse(now)) / 1000),
    }),
  noAddress: () =>
    new Problem({
      status: 409,
      code: 'no-address',
      title: 'There is no email address to check',
      detail:
        'This case holds no email address for them. Ask them for it, and have them add it to their contact details.',
    }),
  noteFinished: () =>
    new Problem({
      status: 409,
      code: 'note-finished',
      title: 'This note is finished',
      detail: 'A finished note is not changed. Write what is new as an addition to it.',
    }),
  busy: () =>
    new Problem({
      status: 503,
      code: 'busy',
      title: 'Somebody else changed this at the same moment',
      detail: 'Nothing was changed. Send it again.',
    }),
  /** For what only a mail can do, such as a link to sign in, which somebody waits for at their screen. */
  noMail: () =>
    new Problem({
      status: 503,
      code: 'no-mail',
      title: 'We cannot send emails at the moment',
      detail:
        'No email is on its way to you. Try again in an hour, or contact us another way. Nothing that you have sent us is lost.',
    }),
  /** AWS, or the way there, is in trouble: the same may be taken later. */
  outOfReach: (requestId: string) =>
    new Problem({
      status: 503,
      code: 'out-of-reach',
      title: 'Sorry, the service is not working at the moment',
      detail: `Try again in a few minutes. If it goes on, tell us this number: ${requestId}.`,
      retryAfter: 120,
    }),
  ourFault: (requestId: string) =>
    new Problem({
      status: 500,
      code: 'our-fault',
      title: 'Sorry, there is a problem with the service',
      detail: `Try again later. If it goes on, tell us this number: ${requestId}.`,
    }),
};
