import { pageByPage } from '../../domain/forms/page-by-page.ts';
import { londonDate } from '../../domain/time/clock-time.ts';
import { readableDate } from '../../domain/time/readable-date.ts';
import { typedDay } from '../../domain/time/typed-day.ts';
import type { Draft } from '../../schemas/draft.ts';
import { applicationFormIds } from '../../schemas/forms/application-forms.ts';
import { type PersonId, personId } from '../../schemas/person.ts';
import { isoDate } from '../../schemas/scalars.ts';
import { channel } from '../../schemas/taken.ts';
import { paperNumbers } from '../../templates/pages/print-form.ts';
import { wrongDayReceived } from '../apply/contacts.ts';
import { createDrafts, csrfToken, draftHeader } from '../apply/drafts.ts';
import { publicForm } from '../apply/public-forms.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import type { CouncilCall, SiteResponse, StaffCall, StaffRequest } from '../web/site.ts';
import { formOf, isForm, seeOther } from '../web/staff-forms.ts';
import { possibleDuplicates } from '../work/find-persons.ts';
import { rowOf } from './find-page.ts';
import { shownTo } from './found-people.ts';
import { openPage, roleToOpen } from './open-case-page.ts';
import { staffPage } from './staff-frame.ts';
import { placeOf, shelf } from './unfinished-forms.ts';

type Taken = NonNullable<Draft['taken']>;
type TakenDraft = Draft & { readonly taken: Taken };

/** A form that this member of staff fills in for somebody. @throws Problem 403 alike for another's and for none */
const ownDraft = async (deps: Deps, request: StaffRequest): Promise<TakenDraft> => {
  const found = await createDrafts(deps)
    .read(request.council.slug, request.params['draft'] ?? '')
    .catch(() => undefined);
  if (found?.taken === undefined || found.taken.by !== request.staff.id) throw problems.notYours();
  return { ...found, taken: found.taken };
};

/** Begins a form for somebody who rang, wrote or came, and goes to its first page. */
export const beginTaken = async (deps: Deps, request: StaffRequest): Promise<SiteResponse> => {
  const role = roleToOpen(request);
  const fields = formOf(request);
  const { council, staff } = request;
  const today = londonDate(deps.clock.now());
  const id = applicationFormIds.find((one) => one === fields.get('form'));
  const form = id && publicForm(deps, council, id)?.form;
  const came = channel.safeParse(fields.get('formChannel')).data;
  const dayTyped = fields.get('formReceivedOn') ?? '';
  const receivedOn = dayTyped === '' ? today : typedDay(dayTyped);
  const wrongDay =
    receivedOn === undefined ? 'Enter the day on which it came, such as 3/1/2026' : wrongDayReceived(receivedOn, today);
  const errors = [
    ...(form ? [] : [{ field: 'form', message: 'Select a form' }]),
    ...(came ? [] : [{ field: 'formChannel', message: 'Select how it came' }]),
    ...(wrongDay ? [{ field: 'formReceivedOn', message: wrongDay }] : []),
  ];
  if (!form || !came || !receivedOn || wrongDay) return openPage(deps, request, { fields, errors, status: 400 });
  const person = personId.safeParse(fields.get('person')).data;
  const by = { channel: came, receivedOn, by: staff.id, role, ...(person && { person }) };
  const draft = await createDrafts(deps).beginFor(council.slug, form, by);
  await deps.store.items.put({ pk: shelf(request), sk: `DRAFT#${draft}`, data: { draft } }, 1);
  const first = form.sections[0]?.pages[0];
  return seeOther(`${placeOf(council, draft)}${first ? `/pages/${first.id}` : ''}`);
};

const theirs = async (deps: Deps, request: StaffRequest, { answers, taken }: TakenDraft) => {
  const { firstName, lastName, dateOfBirth, postcode } = answers;
  if (typeof firstName !== 'string' || typeof lastName !== 'string') return { people: [], choices: [] };
  const born = isoDate.safeParse(dateOfBirth).data;
  const hits = await possibleDuplicates(deps, request.council.slug, {
    firstName,
    lastName,
    ...(born && { dateOfBirth: born }),
    ...(typeof postcode === 'string' && { postcode }),
  });
  const people = (await shownTo(deps, request, hits)).map((one) => rowOf(request.council, one));
  const choices = people.map((one) => ({
    value: one.id,
    text: one.ask ? 'The restricted record' : `${one.name}, born ${one.born}`,
    checked: taken.person === one.id,
  }));
  return { people, choices: [...choices, { value: '', text: 'Somebody new', checked: taken.person === undefined }] };
};

/** Says whom a form is about, who is known already; nobody where it is somebody new. */
export const chooseTaken = async (deps: Deps, request: StaffRequest): Promise<SiteResponse> => {
  const draft = await ownDraft(deps, request);
  const person: PersonId | undefined = personId.safeParse(formOf(request).get('person')).data;
  await createDrafts(deps).update(request.council.slug, draft.id, (found) => {
    const { person: _before, ...taken } = found.taken ?? draft.taken;
    return { ...found, taken: { ...taken, ...(person && { person }) } };
  });
  return seeOther(`${placeOf(request.council, draft.id)}/check`);
};

const signs: Readonly<Record<string, string>> = { '&amp;': '&', '&quot;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>' };

/** What a page of the public is called, before the name of its site; the form's title where that speaks of somebody by name. */
const titleOf = (html: string, { answers }: Draft, formTitle: string): string => {
  const [, whole = ''] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
  const title = whole
    .slice(0, whole.lastIndexOf(' - '))
    .replace(/^Error: /, '')
    .replaceAll(/&(?:amp|quot|#39|lt|gt);/g, (sign) => signs[sign] ?? sign);
  const names = Object.entries(answers).flatMap(([id, said]) =>
    /name$/i.test(id) && typeof said === 'string' && said !== '' ? [said] : [],
  );
  return title === '' || names.some((name) => title.includes(name)) ? formTitle : title;
};

/** A page that is only opened says what is missing, but does not jump there: nobody has sent anything. */
const withoutJump = (html: string): string =>
  html.replace('data-module="govuk-error-summary"', '$& data-disable-auto-focus="true"');

/** Where the questions of this page stand in the form as it is printed. */
const onPaper = (deps: Deps, { council, params }: StaffRequest, id: string): string => {
  const form = publicForm(deps, council, id)?.form;
  const pages = form ? pageByPage(form).sections.flatMap((section) => section.pages) : [];
  const numbers = form ? paperNumbers(form) : new Map<string, number>();
  const on = pages.find((one) => one.id === params['page'])?.questions ?? [];
  const [first, ...rest] = on.flatMap((question) => numbers.get(question.id) ?? []);
  if (first === undefined) return '';
  return rest.length === 0 ? `Question ${first} on paper.` : `Questions ${first} to ${rest.at(-1)} on paper.`;
};

const channelWords = { phone: 'by phone', letter: 'by letter', 'in-person': 'in person' } as const;

/**
 * A page of a form as the public has it, for a member of staff who fills it in for somebody: the same questions, checks and drafts, in the frame
 * of staff and under an address of theirs. What a browser fills in by itself is off, since it would be the worker's own.
 */
export const takenForm =
  (publicCall: CouncilCall): StaffCall =>
  (deps) =>
  async (request) => {
    const { taken, ...draft } = await ownDraft(deps, request);
    const { council } = request;
    const [there, here] = [`/${council.slug}/draft`, placeOf(council, draft.id)];
    const fields = isForm(request) ? formOf(request) : undefined;
    fields?.set('csrf', csrfToken(taken.secret));
    const answered = await publicCall(deps)({
      ...request,
      headers: { ...request.headers, cookie: draftHeader(draft.id, taken.secret) },
      ...(fields && { body: fields.toString() }),
    });
    const location = answered.headers?.['location'];
    if (location === `${there}/save`) return seeOther(`/${council.slug}/staff/open`, 'form-kept');
    if (location === `${there}/sent`) {
      const sent = (await createDrafts(deps).read(council.slug, draft.id))?.sent;
      await deps.store.items.remove(shelf(request), `DRAFT#${draft.id}`);
      return seeOther(`/${council.slug}/staff/cases/${sent?.reference}`, 'form-taken');
    }
    if (location !== undefined) return seeOther(location.replace(there, here));
    const [, main = ''] = /<main\b[^>]*>([\s\S]*)<\/main>/.exec(answered.body) ?? [];
    const [, back = ''] = /href="([^"]*)" class="govuk-back-link"/.exec(answered.body) ?? [];
    const inFrame = (text: string) =>
      text
        .replaceAll(`"${there}`, `"${here}`)
        .replaceAll(csrfToken(taken.secret), request.staff.session?.csrf ?? '')
        .replaceAll(/ autocomplete="[^"]*"/g, ' autocomplete="off"');
    const isCheck = request.path.endsWith('/check') || request.path.endsWith('/send');
    return staffPage(
      deps,
      request,
      'staff/taken-form.njk',
      {
        title: titleOf(answered.body, draft, publicForm(deps, council, draft.form)?.form.title ?? ''),
        isError: main.includes('govuk-error-summary'),
        main: fields ? inFrame(main) : withoutJump(inFrame(main)),
        back: back.replace(there, here),
        onPaper: taken.channel === 'letter' ? onPaper(deps, request, draft.form) : '',
        how: `${channelWords[taken.channel]}, received on ${readableDate(taken.receivedOn)}`,
        openHref: `/${council.slug}/staff/open`,
        personAction: `${here}/person`,
        ...(isCheck ? await theirs(deps, request, { ...draft, taken }) : { people: [], choices: [] }),
      },
      { status: answered.status },
    );
  };
