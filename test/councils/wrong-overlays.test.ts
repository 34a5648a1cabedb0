import { describe, expect, it } from 'vitest';
import { type Form, form, questionsOf } from '../../schemas/form-language.ts';
import { everyForm } from '../../schemas/forms/every-form.ts';
import { neededToReach, type Overlay, overlayFaults, overlays, withOverlay } from '../../schemas/overlay.ts';
import { workLists } from '../../schemas/work-lists.ts';

const lists = [...new Map([...everyForm, ...Object.values(workLists)].map((list) => [list.id, list])).values()];
const list = (id: string): Form => {
  const found = lists.find((one) => one.id === id);
  if (!found) throw new Error(`No list ${id}`);
  return found;
};
const overlay = (changes: object): Overlay => overlays.parse({ one: { version: 1, ...changes } })['one'] as Overlay;
const faults = (id: string, changes: object) => overlayFaults(list(id), overlay(changes));
const own = (changes: object = {}) => ({
  page: 'contact',
  shownIn: 'assess-needs',
  question: { id: 'councilBus', type: 'yesno', label: 'A bus?', name: 'Bus', error: 'Choose yes or no', ...changes },
});

describe.each(lists)('what a council may leave out of $id', (base) => {
  const asked = questionsOf(base).map(({ question }) => question);

  const mayHide = (id: string) => overlayFaults(base, overlay({ hide: [id] }));
  const each = asked.map((question) => ({ ...question, refused: mayHide(question.id) }));

  it('is refused with the question and why, where the law, the list or whoever reaches people needs it', () => {
    for (const { id, optional, statutory, refused } of each) {
      if (statutory || !optional || neededToReach.has(id)) expect(refused, id).not.toEqual([]);
      for (const fault of refused) expect(fault).toMatch(new RegExp(`^hide: .*“${id}”`));
    }
  });

  it('may be all of the rest at once', () => {
    const hide = each.filter(({ refused }) => refused.length === 0).map(({ id }) => id);
    const left = asked.map(({ id }) => id).filter((id) => !hide.includes(id));
    const whole = hide.length === 0 ? base : withOverlay(base, overlay({ hide }));

    expect(questionsOf(whole).map(({ question }) => question.id)).toEqual(left);
  });
});

describe('a change that a council may not make', () => {
  it.each([
    {
      what: 'hides what there is not',
      id: 'triage',
      changes: { hide: ['nothing'] },
      says: /hide: the list “triage” has no question “nothing”/,
    },
    {
      what: 'hides what the law wants',
      id: 'finances',
      changes: { hide: ['housingCosts'] },
      says: /hide: the law wants “housingCosts” asked\. Put it into other words/,
    },
    {
      what: 'hides a safe way to be in touch',
      id: 'needs-assessment',
      changes: { hide: ['safeContact'] },
      says: /hide: without “safeContact” somebody cannot be reached/,
    },
    {
      what: 'hides one twice',
      id: 'triage',
      changes: { hide: ['referrer', 'referrer'] },
      says: /hide: “referrer” is there twice/,
    },
    {
      what: 'hides and rewords one',
      id: 'triage',
      changes: { hide: ['referrer'], reword: { referrer: { label: 'Who was it?' } } },
      says: /hide: “referrer” is put into other words too/,
    },
    {
      what: 'rewords what there is not',
      id: 'triage',
      changes: { reword: { nothing: { label: 'Which?' } } },
      says: /reword: the list “triage” has no question “nothing”/,
    },
    {
      what: 'rewords with a placeholder of its own',
      id: 'needs-assessment',
      changes: { reword: { anythingElse: { label: 'What else, {firstName}?' } } },
      says: /reword\.anythingElse\.label: no list has \{firstName\}\. Words in braces are such as \{you\}/,
    },
    {
      what: 'rewords with a brace that never closes',
      id: 'needs-assessment',
      changes: { reword: { anythingElse: { hint: 'What else {you?' } } },
      says: /reword\.anythingElse\.hint: no list has \{you\?/,
    },
    {
      what: 'speaks of somebody of whom the list does not',
      id: 'needs-assessment',
      changes: { reword: { anythingElse: { label: 'And {cared:them}?' } } },
      says: /no list has \{cared:them\}/,
    },
    {
      what: 'rewords a list of staff with braces',
      id: 'triage',
      changes: { reword: { outcome: { label: 'What do {you} do?' } } },
      says: /a list of staff has no words in braces \(it has \{you\}\)/,
    },
    {
      what: 'rewords what Easy Read asks in other words',
      id: 'needs-assessment',
      changes: { reword: { safeToLeaveMessage: { label: 'May we leave a message?' } } },
      says: /reword: “safeToLeaveMessage” is asked in Easy Read in other words\. Give easyRead too/,
    },
    {
      what: 'gives Easy Read words to what has none',
      id: 'triage',
      changes: { reword: { outcome: { easyRead: 'What now?' } } },
      says: /reword: “outcome” has no words of its own in Easy Read/,
    },
    {
      what: 'adds to a page that there is not',
      id: 'triage',
      changes: { add: [{ ...own(), page: 'nowhere' }] },
      says: /add: the list “triage” has no page “nowhere”\. There are contact, /,
    },
    {
      what: 'adds under the name of a question',
      id: 'triage',
      changes: { add: [own({ id: 'outcome' })] },
      says: /add: the name “outcome” must begin with “council”/,
    },
    {
      what: 'adds the same name twice',
      id: 'triage',
      changes: { add: [own(), own()] },
      says: /add: the name “councilBus” is there twice/,
    },
    {
      what: 'adds as if the law wanted it',
      id: 'triage',
      changes: { add: [own({ statutory: true })] },
      says: /add: “councilBus” cannot be statutory/,
    },
    {
      what: 'adds on a condition of what is not asked',
      id: 'triage',
      changes: { add: [own({ when: { question: 'nothing', is: ['yes'] } })] },
      says: /"councilBus" depends on "nothing", which is not asked before it/,
    },
  ])('$what is refused by the field, with what is allowed', ({ id, changes, says }) => {
    const found = faults(id, changes);

    expect(
      found.some((fault) => says.test(fault)),
      found.join('\n'),
    ).toBe(true);
    expect(() => withOverlay(list(id), overlay(changes))).toThrow(RangeError);
  });

  it('is told with every other one', () => {
    expect(
      faults('triage', {
        hide: ['outcome', 'nothing'],
        reword: { nowhere: { label: 'Which?' } },
        add: [own({ id: 'bus' })],
      }),
    ).toHaveLength(4);
  });

  it('is no empty one', () => {
    expect(overlays.safeParse({ triage: { version: 1, reword: { outcome: {} } } }).error?.issues[0]?.message).toContain(
      'Give at least one of label, hint',
    );
  });
});

describe('words that a council puts', () => {
  it('stand wherever the question is called by them: asked, hinted, named, put right, in the copy and in Easy Read', () => {
    const put = {
      label: 'May we leave {you} a message?',
      hint: 'On this phone',
      name: 'Messages',
      error: 'Choose yes or no',
      copy: 'Leave messages',
      easyRead: 'May we leave a message?',
    };
    const whole = withOverlay(list('needs-assessment'), overlay({ reword: { safeToLeaveMessage: put } }));

    expect(form.safeParse(whole).success).toBe(true);
    expect(questionsOf(whole).find(({ question }) => question.id === 'safeToLeaveMessage')?.question).toMatchObject({
      ...put,
      easyRead: { label: put.easyRead, picture: 'communicate' },
    });
  });

  it('need every question to be one of some list', () => {
    const all = new Set(lists.flatMap((one) => questionsOf(one).map(({ question }) => question.id)));

    expect([...neededToReach].filter((id) => !all.has(id))).toEqual([]);
  });
});
