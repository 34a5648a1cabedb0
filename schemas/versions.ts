/** Takes stored data from the meaning of one version to that of the next. Pure: the same data always gives the same. */
export type Upgrade = (data: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** The version in which a kind is written, and, by the version that each starts from, the steps that bring older data there. */
export type StoredVersion = { readonly version: number; readonly upgrades: Readonly<Record<number, Upgrade>> };

/** A kind as it was first released. */
const first: StoredVersion = { version: 1, upgrades: {} };

/**
 * Every kind of thing that outlives the code that wrote it, with its schema's version. The number rises where a field gets another meaning, a
 * new compulsory field comes, or a value that older readers do not know: they refuse the whole thing then. It stays where a field is added that
 * may be missing: older readers pass it by and write it back.
 */
export const storedVersions = {
  case: first,
  task: first,
  /** Unfinished work on a task, and texts in it that gave way to another. */
  'work-draft': first,
  'work-aside': first,
  record: first,
  /** 2: news for the named of a restricted record, of changed contact details, what a machine's step says, and what was held back, which code before it cannot send. 3: the link for who is invited to a plan. */
  signal: { version: 3, upgrades: { 1: (data) => data, 2: (data) => data } },
  'charge-due': first,
  'case-note': first,
  'mail-entry': first,
  'audit-event': first,
  'person-event': first,
  'council-event': first,
  claim: first,
  /** What one member of a panel says of a plan. */
  'panel-view': first,
  /** Somebody who is invited to help with a plan. */
  'plan-invitation': first,
  /** 2: a birth date may be missing, and half of a name. */
  person: { version: 2, upgrades: { 1: (data) => data } },
  /** What finds a person by an address, and a case among their cases. */
  pointer: first,
  draft: first,
  'draft-pointer': first,
  upload: first,
  basket: first,
  /** A form that somebody who follows a case has begun and not sent. */
  'case-form': first,
  /** 2: a link for who is invited to help with a plan, which code before it does not know. */
  link: { version: 2, upgrades: { 1: (data) => data } },
  /** What is known of the links that an address has asked for. */
  'links-asked': first,
  /** How often something was asked for in an hour or on a day. */
  'hourly-count': first,
  session: first,
  /** The page that answered a posted form. */
  'kept-answer': first,
  'staff-member': first,
  /** What somebody said of a page. */
  'page-feedback': first,
  /** Since when the sessions of a member of staff count. */
  'sign-in-record': first,
  'sealing-key': first,
  /** What went on from somebody who was away. */
  'handed-over': first,
  /** What a member of staff had sent when their session was over. */
  'kept-form': first,
  /** A year’s national rates, as entered and as confirmed. */
  'national-rates': first,
  /** What a night's run has counted of a council's work, and how long it took. */
  'work-figures': first,
  'step-times': first,
  /** What people ticked on the form beside what assessors found, by month. */
  'screening-found': first,
  /** Help that was offered and arranged, by month. */
  'help-counted': first,
  /** How many minutes people took over the forms that they sent, by month. */
  'form-minutes': first,
  'address-secret': first,
  /** What finds a person by what they are called, born and live, the secrets of it, and which of it is one person's. */
  'find-entry': first,
  'find-keys': first,
  'found-by': first,
  /** How far the run has come that indexes what exists. */
  'find-pass': first,
  /** How far a job has come that takes more than one run. */
  'walk-place': first,
  /** How far a chain of events reaches, and its last link. */
  'chain-head': first,
  /** Who looked at a case, for which reason they may, and until when the same look counts as one. */
  look: first,
  'look-grant': first,
  'look-lately': first,
  /** Who searched among a council's persons. */
  'person-searched': first,
  /** What a member of staff has looked for, while its page may be gone back to. */
  search: first,
  /** The input of an execution, which every call of a function repeats. */
  'execution-input': first,
} as const satisfies Readonly<Record<string, StoredVersion>>;

/** A kind of stored thing. */
export type StoredKind = keyof typeof storedVersions;
