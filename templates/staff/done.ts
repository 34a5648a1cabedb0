/** What an alert looks like: moj-frontend's variants. */
export type Alert = { readonly variant: 'success' | 'information' | 'warning' | 'error'; readonly text: string };

const done = (text: string): Alert => ({ variant: 'success', text });

/** What comes after a piece of work. */
const finished = (stage: string): Alert =>
  done(
    `Finished. The case stands at: ${stage}. What comes next is a task of its own, and whoever does it is written to.`,
  );

/**
 * What a page says after a form was sent from it, by the code in its address (`?done=`): fixed sentences, so that an address holds nothing
 * about anybody and nobody can put words into our mouth by a link.
 */
export const alerts = {
  saved: done('Saved.'),
  'plan-help-saved': done('Saved. Whoever writes the plan sees it, and is told where it is their turn.'),
  'note-kept': done('Your text is kept as a note of the case, and stands among its notes.'),
  finished: done('Finished.'),
  'finished-received': finished('received'),
  'finished-short-term-support': finished('short-term support'),
  'finished-assessment': finished('assessment'),
  'finished-decision': finished('decision'),
  'finished-estimated-budget': finished('estimated budget'),
  'finished-plan': finished('care and support plan'),
  'finished-setting-up-support': finished('setting up support'),
  'finished-support': finished('support'),
  'finished-closed': done('Finished. The case is closed.'),
  'contact-recorded': done('The call is recorded, and the team has the work. What is still to be asked stands below.'),
  'form-taken': done('The form is recorded. The person is told, by post where they have no email.'),
  'form-kept': done('The form is kept. Go on with it when you can.'),
  'details-kept': done('The details are recorded.'),
  'note-finished': done('The note is written.'),
  'note-saved': done('The draft is saved. You alone can see it until you finish it.'),
  'note-moved': done('The note is moved. A trace of it stays here, without what it said.'),
  'person-added': done('They are in the directory. Work can be given to them now.'),
  'person-saved': done('Saved. Work of roles that they no longer have is with the team.'),
  'person-left': done('They have left. Their open work is with their teams, and they are signed out.'),
  'person-left-more': done(
    'They have left and are signed out. Their open work goes to their teams in the course of today.',
  ),
  'absence-saved': done('The absence is entered.'),
  'absence-moved': done('The absence is entered. Open work is with the cover or the team, who have been told.'),
  'absence-more': done('The absence is entered. Open work is on its way to the cover or the team and is there today.'),
  'absence-ended': done('The absence is over. What went on meanwhile stays where it is.'),
  'mail-chosen': done('Saved. It counts from now on.'),
  'document-added': done('The document is on the case. It is checked for harmful software before anyone opens it.'),
  'request-taken': done('It is recorded. Whoever must answer has been told.'),
  'reason-given': done('The case is open to you for a while. Managers see the reason.'),
  'record-restricted': done('The record is restricted. Only the named staff may open it.'),
  'restriction-ended': done('The record is not restricted any more.'),
  'work-opened': done('The work is open. The team whose work it is has been told.'),
  'view-recorded': done('Your view is recorded. You can change it until the panel has decided.'),
  'panel-decided': done('Your view is recorded, and with it the panel has decided.'),
  'review-planned': done('The review has been brought forward.'),
  'key-worker-changed': done('The key worker has changed. The person is told.'),
  'together-decided': done('Saved. It stands in the history of both cases, and before each piece of work.'),
  'address-confirmed': done('The address is confirmed. News goes there from now on.'),
  'case-closed': done('The case is closed. The person is told.'),
  'case-reopened': done('The case is open again. The person is told.'),
  'death-recorded': done('The death is recorded. Nobody is written to about this person. A manager confirms it.'),
  'held-sent': done('The messages go out now.'),
  'death-undone': done('The record of the death is taken back. Choose which messages are sent now.'),
  'kept-deleted': done('Deleted. What you had typed was not sent.'),
  'task-claimed': done('The task is yours.'),
  'task-put-back': done('The task is back with the team.'),
  'task-waits': done(
    'The task waits. It comes back by itself on the day that you gave; what the person was promised keeps its day.',
  ),
  'task-wait-over': done('The task waits no more.'),
  'task-noted': done('Your note is kept.'),
  'handover-read': done('You have taken over the task.'),
  'nothing-to-take': {
    variant: 'information',
    text: 'There is nothing to take: somebody has every task of your team.',
  },
  'nothing-chosen': { variant: 'warning', text: 'Choose at least one task first: tick the box beside it.' },
  'persons-joined': done('The two records are one person’s now.'),
  'persons-parted': done('The two records are two people’s again.'),
} as const satisfies Readonly<Record<string, Alert>>;

/** A code that a page may be sent back to with. */
export type Done = keyof typeof alerts;

/** The alert of a code, or undefined where it is none of ours. */
export const alertOf = (code: string | undefined): Alert | undefined =>
  code !== undefined && Object.hasOwn(alerts, code) ? alerts[code as Done] : undefined;
