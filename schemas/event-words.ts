/** What a line of a history is about: each is a filter of the timeline. */
export const eventKinds = {
  person: 'From the person, or whoever helps them',
  work: 'Work',
  messages: 'Emails and other messages',
  case: 'The case, and whom it is about',
  reads: 'Read, copied or printed',
  council: 'The council',
} as const;
export type EventKind = keyof typeof eventKinds;

type EventWords = { readonly title: string; readonly kind: EventKind };

/**
 * Every action that is written into a history, with a short title for whoever reads it. An action that has no words here cannot be written:
 * `eventOf` takes no other.
 */
export const eventWords = {
  'application-received': { title: 'Application received', kind: 'person' },
  'details-change-told': { title: 'Changed contact details are told to the address before', kind: 'messages' },
  'details-changed-back': { title: 'Contact details changed back from the address before', kind: 'person' },
  'application-corrected': { title: 'Application corrected', kind: 'person' },
  'request-received': { title: 'Something was asked or told', kind: 'person' },
  'review-asked': { title: 'A review was asked for', kind: 'person' },
  'review-signed': { title: 'Review signed', kind: 'person' },
  'withdrawal-asked': { title: 'Withdrawal asked for', kind: 'person' },
  'signed-in': { title: 'Signed in to follow the case', kind: 'reads' },
  'copy-read': { title: 'Copy read', kind: 'reads' },
  'copy-downloaded': { title: 'Copy downloaded', kind: 'reads' },
  'document-downloaded': { title: 'Own document downloaded', kind: 'reads' },
  'everything-downloaded': { title: 'Everything held was downloaded', kind: 'reads' },
  'copy-printed': { title: 'Copy printed by staff', kind: 'reads' },
  'document-read': { title: 'Document opened by staff', kind: 'reads' },
  'task-created': { title: 'Work opened', kind: 'work' },
  'task-continued': { title: 'Work goes on', kind: 'work' },
  'task-joined': { title: 'Work joined to what was open', kind: 'work' },
  'task-completed': { title: 'Work finished', kind: 'work' },
  'panel-view-recorded': { title: 'A member of the panel said their view', kind: 'work' },
  'panel-view-changed': { title: 'A member of the panel changed their view', kind: 'work' },
  'task-handed-on': { title: 'Work went on to who is there', kind: 'work' },
  'task-assigned': { title: 'Work given to somebody', kind: 'work' },
  'task-returned': { title: 'Work went back to the team', kind: 'work' },
  'task-waits': { title: 'Work waits', kind: 'work' },
  'task-wait-over': { title: 'Work waits no more', kind: 'work' },
  'task-listed': { title: 'Work put where lists find it', kind: 'work' },
  'task-noted': { title: 'Note beside a piece of work', kind: 'work' },
  'handover-read': { title: 'Work that was handed over was taken up', kind: 'work' },
  'task-escalated': { title: 'Manager told that work is late', kind: 'work' },
  'new-rates-not-needed': { title: 'New rates change nothing', kind: 'work' },
  'plan-writing-chosen': { title: 'Said how the plan is to be written', kind: 'person' },
  'plan-ready': { title: 'Said that the plan is ready', kind: 'person' },
  'plan-taken-back': { title: 'Took the plan back, to go on with it', kind: 'person' },
  'work-begun': { title: 'Somebody began to write on a task', kind: 'work' },
  'answer-set-aside': { title: 'A text gave way to another answer, and is kept', kind: 'work' },
  'workflow-stopped': { title: 'The journey stopped and needs a person', kind: 'work' },
  'journey-set-going': { title: 'The journey stood still and was set going again', kind: 'work' },
  'journey-stopped': { title: 'A second run of the journey was stopped', kind: 'work' },
  'email-sent': { title: 'Email sent', kind: 'messages' },
  'email-owed': { title: 'Email to be sent as soon as it can be', kind: 'messages' },
  'email-held': { title: 'Email held back', kind: 'messages' },
  'email-undelivered': { title: 'Email could not be sent', kind: 'messages' },
  'email-returned': { title: 'Email came back for now, and is sent again', kind: 'messages' },
  'email-bounced': { title: 'Email came back', kind: 'messages' },
  'email-complained': { title: 'Email was marked as unwanted', kind: 'messages' },
  'told-late': { title: 'Told that we are late', kind: 'messages' },
  'letters-held': { title: 'Letters held back', kind: 'messages' },
  'letters-due-again': { title: 'Letters due again', kind: 'messages' },
  'held-sent-anew': { title: 'Held message sent after all', kind: 'messages' },
  'review-planned': { title: 'Review planned', kind: 'case' },
  'reassessment-started': { title: 'Reassessment began', kind: 'case' },
  'reassessment-joined': { title: 'Reassessment joined to the one that runs', kind: 'case' },
  'key-worker-changed': { title: 'Key worker changed', kind: 'case' },
  'cared-for-linked': { title: 'Linked to the person cared for', kind: 'case' },
  'case-closed': { title: 'Case closed', kind: 'case' },
  'case-reopened': { title: 'Case opened again', kind: 'case' },
  'end-waits': { title: 'The end waits for what comes first', kind: 'case' },
  'warning-changed': { title: 'Warning changed', kind: 'case' },
  'document-added': { title: 'Document added by staff', kind: 'case' },
  'note-saved': { title: 'Draft of a note saved', kind: 'case' },
  'note-finished': { title: 'Note written', kind: 'case' },
  'note-moved': { title: 'Note moved: it was written on the wrong person', kind: 'case' },
  'address-checked': { title: 'Email address checked by staff', kind: 'case' },
  'address-proved': { title: 'Email address confirmed', kind: 'case' },
  'details-changed': { title: 'Contact details changed', kind: 'case' },
  'record-restricted': { title: 'Record restricted to named staff', kind: 'case' },
  'record-access-given': { title: 'One more named for the restricted record', kind: 'case' },
  'restriction-ended': { title: 'Record not restricted any more', kind: 'case' },
  'persons-joined': { title: 'Two entries found to be one person', kind: 'case' },
  'persons-parted': { title: 'Entries parted again', kind: 'case' },
  'helper-died': { title: 'Whoever helped has died', kind: 'case' },
  'death-recorded': { title: 'Death recorded', kind: 'case' },
  'death-confirmed': { title: 'Death confirmed', kind: 'case' },
  'death-undone': { title: 'Record of a death taken back', kind: 'case' },
  'staff-saved': { title: 'Staff directory changed', kind: 'council' },
  'absence-saved': { title: 'Absence entered', kind: 'council' },
  'absence-ended': { title: 'Absence ended', kind: 'council' },
  'mail-preferred': { title: 'Mail chosen', kind: 'council' },
  'staff-removed': { title: 'Member of staff left', kind: 'council' },
  'rates-entered': { title: 'National rates entered', kind: 'council' },
  'rates-confirmed': { title: 'National rates confirmed', kind: 'council' },
} as const satisfies Readonly<Record<string, EventWords>>;

/** An action of a history. */
export type EventAction = keyof typeof eventWords;

/** The words of an action; one that an older or newer version wrote is shown by its own name. */
export const wordsOfEvent = (action: string): EventWords =>
  Object.hasOwn(eventWords, action)
    ? eventWords[action as EventAction]
    : { title: `${action.charAt(0).toUpperCase()}${action.slice(1).replaceAll('-', ' ')}`, kind: 'case' };
