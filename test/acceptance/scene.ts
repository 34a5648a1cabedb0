import { londonDate } from '../../domain/time/clock-time.ts';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { localControl, type SentMail } from '../../local/demo/local-control.ts';
import { staffAnswers } from '../../local/demo/staff-answers.ts';
import { createStaffDesk } from '../../local/demo/staff-desk.ts';
import { confirmAddress } from '../../local/demo/story.ts';
import type { Council } from '../../schemas/council.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { Form } from '../../schemas/form-language.ts';
import { caseForms } from '../../schemas/forms/case-forms.ts';
import { caseReference, type IsoDate, isoInstant } from '../../schemas/scalars.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { Task, TaskKind } from '../../schemas/task.ts';
import { kindsOfWork } from '../../schemas/work.ts';
import { type Browser, createBrowser, type PageSeen } from '../support/browser-client.ts';
import { rose, signedIn } from '../support/followed-case.ts';
import { begin, fieldsOf, fillIn } from '../support/form-journey.ts';
import type { TestPlatform } from '../support/platform.ts';
import { walkCaseForm } from '../support/walk-case-form.ts';

/** One moment of a story, with what people and staff have in their hands at it. */
export type Scene = ReturnType<typeof openScene>;

/**
 * The running platform of one council with one case on it.
 *
 * `person` and `staff` are browsers without JavaScript; paths are given without the council and begin with a slash.
 */
export const openScene = (platform: TestPlatform, facts: Council, reference: string) => {
  const council = facts.slug;
  const { clock, staff: members } = platform.platform;
  const control = localControl(platform.client);
  const visitors = new Map<string, Promise<Browser>>();
  const once = (key: string, make: () => Promise<Browser>): Promise<Browser> => {
    const known = visitors.get(key) ?? make();
    visitors.set(key, known);
    return known;
  };

  const today = (): IsoDate => londonDate(isoInstant.parse(clock.now().toString({ smallestUnit: 'millisecond' })));
  const idOf = (role: StaffRole): string => {
    const found = members.find((one) => one.council === council && one.roles.includes(role));
    if (found === undefined) throw new Error(`Nobody is ${role}`);
    return found.id;
  };

  /** A browser in which a member of staff has signed in. */
  const atDesk = (id: string) =>
    once(id, async () => {
      const browser = createBrowser(platform.url);
      await browser.open(
        `/${council}/staff/sign-in?${new URLSearchParams({ to: `/${council}/staff/tasks`, who: id })}`,
      );
      return browser;
    });
  const staff = (role: StaffRole) => atDesk(idOf(role));

  /** The usual answers to each kind of work, given today. */
  const usual = () => staffAnswers(today(), { assessorId: idOf('assessor'), keyWorkerId: idOf('key-worker') });

  const tasks = async (of = reference): Promise<Task[]> =>
    (await platform.deps.store.tasks(council, caseReference.parse(of))).filter(({ status }) => status === 'open');
  const task = async (kind: TaskKind, of = reference): Promise<Task> => {
    const open = await tasks(of);
    const found = open.find((one) => one.kind === kind);
    if (found === undefined) throw new Error(`No open ${kind}, but ${open.map((one) => one.kind).join(', ')}`);
    return found;
  };
  /** Who does a piece of work: whoever has it, or one of its role. */
  const worker = ({ assignee, role }: Task) => assignee?.id ?? idOf(role);

  /** Every mail to an address, the first first. */
  const mails = async (to = rose): Promise<SentMail[]> =>
    (await control.mail()).filter((mail) => mail.to.includes(to)).toReversed();

  const person = () => once('person', () => signedIn(platform, rose, council));

  return {
    facts,
    reference,
    platform,
    today,
    /** Moves the clock by a duration such as `P6W`. */
    forward: async (duration: string): Promise<void> => {
      // Whoever was signed in is not any more after that time.
      visitors.clear();
      await clock.forward(duration);
    },
    settle: platform.settle,

    /** The browser of somebody who has never been here; a new one each time. */
    visitor: () => createBrowser(platform.url),
    /** A public page, as that somebody sees it. */
    page: (path: string): Promise<PageSeen> => createBrowser(platform.url).open(`/${council}${path}`),
    /** Fills in a public form page by page as somebody new, as far as it goes: up to its answers to check, or to the page that takes no more. */
    fillIn: async (form: Form, answers: Answers): Promise<Browser> => {
      const browser = createBrowser(platform.url);
      await begin(browser, form, council);
      await fillIn(browser, form, answers).catch((error) => {
        // A page that refuses is what some promises are about: it is still open.
        if (browser.page.errors.length === 0) throw error;
      });
      return browser;
    },
    /** Fills in a public form and sends it, which takes them five minutes. Answers the page that says so, and the reference on it. */
    send: async (form: Form, answers: Answers): Promise<{ page: PageSeen; reference: string }> => {
      const browser = createBrowser(platform.url);
      await begin(browser, form, council);
      await fillIn(browser, form, answers);
      await clock.forward('PT5M');
      const page = await browser.press(form.send);
      await platform.settle();
      return { page, reference: /[0-9A-Z]{3}-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(page.text)?.[0] ?? '' };
    },

    /** The browser in which the person has signed in by a mailed link and their date of birth. */
    person,
    /** A page of the person's case, by its path after the reference. */
    case: async (path = ''): Promise<PageSeen> => (await person()).open(`/${council}/case/${reference}${path}`),
    /** Fills in a form that a person may send in their case, by its id, and sends it. */
    ask: async (form: string, answers: Answers): Promise<PageSeen> => {
      const found = caseForms.get(form);
      if (found === undefined) throw new Error(`No form ${form}`);
      const browser = await person();
      const path = `/${council}/case/${reference}/ask/${form}`;
      await walkCaseForm(browser, path, fieldsOf(found, completeAnswers(found, answers)));
      const page = await browser.press(found.send);
      await platform.settle();
      return page;
    },
    /** Answers the plan that waits for the person, page by page, and sends the answer. */
    answerPlan: async (fields: Record<string, string>): Promise<PageSeen> => {
      const browser = await person();
      await walkCaseForm(browser, `/${council}/case/${reference}/plan`, Object.entries(fields));
      const page = await browser.press('Send your answer');
      await platform.settle();
      return page;
    },
    /** The copy that the person can read whose link on their case page has this text. */
    copy: async (link: string): Promise<PageSeen> => {
      const browser = await person();
      await browser.open(`/${council}/case/${reference}`);
      return browser.follow(link);
    },

    /** Opens the mail that asks to confirm an address, and confirms it with Rose's date of birth. */
    confirm: async (address: string): Promise<void> => {
      await confirmAddress(platform.client, () => mails(address));
      await platform.settle();
    },

    staff,
    /** A page of the staff site, as one of a role sees it. */
    staffPage: async (role: StaffRole, path: string): Promise<PageSeen> =>
      (await staff(role)).open(`/${council}/staff${path}`),
    /** A page of the case as staff read it, by its path after the reference. */
    staffCase: async (role: StaffRole, path = ''): Promise<PageSeen> =>
      (await staff(role)).open(`/${council}/staff/cases/${reference}${path}`),
    usual,
    tasks,
    task,
    /** The first page of an open piece of work, or a section of it, as its worker sees it. */
    taskPage: async (kind: TaskKind, section?: string, of = reference): Promise<PageSeen> => {
      const found = await task(kind, of);
      const browser = await atDesk(worker(found));
      return browser.open(`/${council}/staff/tasks/${found.id}${section ? `/sections/${section}` : ''}`);
    },
    /** Finishes an open piece of work by its pages, with the usual answers or with changes to them. */
    finish: async (kind: TaskKind, answers: object = {}, of = reference): Promise<void> => {
      const found = await task(kind, of);
      const desk = createStaffDesk({ url: platform.url, council }, worker(found));
      await desk.finish(found, { ...usual()[kind], ...answers });
      await platform.settle();
    },

    mails,
    /** What the mails to an address say, the newest first. */
    mailed: async (to = rose): Promise<string> =>
      (await mails(to))
        .toReversed()
        .map(({ subject, text }) => `${subject}\n${text}`)
        .join('\n'),
    /** Staff of a role: the mails to the team's mailbox. */
    teamMails: (role: keyof Council['teams']) => mails(facts.teams[role]?.email ?? ''),
    roleOf: (kind: TaskKind) => kindsOfWork[kind].role,
  };
};
