import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { completeAnswers } from '../../local/demo/example-answers.ts';
import { localControl } from '../../local/demo/local-control.ts';
import { createStaffDesk, type StaffDesk } from '../../local/demo/staff-desk.ts';
import { type Chapter, playStory } from '../../local/demo/story.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { councilSlug } from '../../schemas/scalars.ts';
import { createCouncils } from '../../services/runtime/councils.ts';
import { daily } from '../support/journey.ts';
import { startTestPlatform } from '../support/platform.ts';
import { openScene, type Scene } from './scene.ts';

/** What the person of a story answers, so that the whole journey is walked. */
export const application: Answers = {
  email: 'rose.okafor@example.com',
  assessedBefore: 'no',
  conditions: ['physical'],
  conditionDetail: 'Rheumatoid arthritis since 2019',
  hardActivities: ['hygiene', 'clothed'],
  whyAsking: 'Washing and dressing have become hard.',
  hygieneUnable: ['needs-help'],
  hygieneMore: 'I cannot wash below the waist.',
  clothedUnable: ['needs-help', 'pain-or-distress'],
  effectSize: 'big',
  effectAreas: ['dignity', 'health'],
  hasCarer: 'yes',
  carers: [
    { name: 'Ada Okafor', relationship: 'Daughter', whatTheyDo: 'Visits on Sundays and cooks', agreesToContact: 'yes' },
  ],
  carerWantsAssessment: 'yes',
  jointOrSeparate: 'separate',
  otherHelp: ['groups'],
  otherHelpDetail: 'The lunch club at the church, on Wednesdays',
  betterLife: 'To stay in my own home.',
  strengths: 'I cook my own lunch.',
  preferredWay: 'home',
  talkAlone: 'someone',
  peoplePresent: 'My daughter Ada',
  shareWith: ['carer', 'family'],
};

/** The chapters after which a year goes by: its mornings, of which no promise speaks, cost half a minute. */
const beforeAYear: ReadonlySet<Chapter> = new Set(['firstReview', 'revisedReview']);

/** A story that waits at each chapter until a later one is asked for. */
export type Story = {
  /** The platform as it stood after a chapter. Tests that only look share it. */
  at(chapter: Chapter): Promise<Scene>;
  /** A copy of it for one test, which may change what it likes. */
  fresh(chapter: Chapter): Promise<Scene>;
  /** A copy that acts once for several tests, and is kept as long as the file is tested. */
  lasting(chapter: Chapter): Promise<Scene>;
};

/**
 * One person's two years with a council, played by the demo's own story on the local platform, staff by their pages. It is played as far as a test asks, once a
 * file, and the data folder is kept as it was after each chapter.
 *
 * @param answers changes to what the person answers
 */
export const aStory = (council: string, answers: Answers = {}): Story => {
  const slug = councilSlug.parse(council);
  const facts = createCouncils([slug]).known(slug);
  const kept = new Map<Chapter, { folder: string; reference: string }>();
  const shared = new Map<Chapter, Promise<Scene>>();
  const toStop: (() => Promise<void>)[] = [];
  const waiting: {
    readonly chapter: Chapter;
    readonly tell: (moment: { folder: string; reference: string }) => void;
    readonly fail: (why: unknown) => void;
  }[] = [];
  let goOn = () => {};
  let isPlaying = false;
  let ended: unknown;
  let place = 0;

  const folderOf = async (name: string) => join(await base(), name);
  let made: Promise<string> | undefined;
  const base = () => {
    made ??= mkdtemp(join(tmpdir(), 'careway-acceptance-'));
    return made;
  };

  const play = async (): Promise<void> => {
    const folder = await folderOf('played');
    const platform = await startTestPlatform({ folder, councils: [slug] }, slug);
    toStop.push(platform.stop);
    const { lambda } = platform.platform;
    const invoke = lambda.invoke.bind(lambda);
    let isQuick = false;
    lambda.invoke = async (name, event) => (isQuick && daily.includes(name) ? {} : invoke(name, event));
    const desks = new Map<string, StaffDesk>();
    const control = localControl(platform.client);
    await playStory({
      client: platform.client,
      control,
      desk: (member) => {
        const known = desks.get(member) ?? createStaffDesk({ url: platform.url, council }, member);
        desks.set(member, known);
        return known;
      },
      application: completeAnswers(needsAssessment, { ...application, ...answers }),
      financesAfterPlan: facts.financialAssessment === 'after-plan',
      ...(facts.plans && { plansCheckedBy: facts.plans.checkedBy }),
      onChapter: async (chapter, reference) => {
        await platform.settle();
        isQuick = beforeAYear.has(chapter);
        const copy = await folderOf(chapter);
        await cp(folder, copy, { recursive: true });
        const moment = { folder: copy, reference };
        kept.set(chapter, moment);
        for (const one of waiting.filter((other) => other.chapter === chapter)) {
          one.tell(moment);
          waiting.splice(waiting.indexOf(one), 1);
        }
        if (waiting.length === 0) {
          await new Promise<void>((resolve) => {
            goOn = resolve;
          });
        }
      },
    });
  };

  const failAll = (why: unknown) => {
    ended = why;
    for (const { fail } of waiting.splice(0)) fail(why);
  };

  const reached = async (chapter: Chapter): Promise<{ folder: string; reference: string }> => {
    const known = kept.get(chapter);
    if (known) return known;
    if (ended) throw ended;
    const found = new Promise<{ folder: string; reference: string }>((tell, fail) => {
      waiting.push({ chapter, tell, fail });
    });
    if (!isPlaying) {
      isPlaying = true;
      play().then(() => failAll(new Error(`The story of ${council} has no chapter ${chapter}`)), failAll);
    }
    goOn();
    return found;
  };

  /** @param later what stops the platform when nobody needs it any more */
  const open = async (chapter: Chapter, later: (stop: () => Promise<void>) => void): Promise<Scene> => {
    const { folder, reference } = await reached(chapter);
    place += 1;
    const copy = await folderOf(`${chapter}-${place}`);
    await cp(folder, copy, { recursive: true });
    const platform = await startTestPlatform({ folder: copy, councils: [slug] }, slug);
    later(platform.stop);
    return openScene(platform, facts, reference);
  };

  afterAll(async () => {
    await Promise.all(toStop.map((stop) => stop()));
    if (made) await rm(await made, { recursive: true, force: true });
  });

  return {
    at(chapter) {
      const known = shared.get(chapter) ?? open(chapter, (stop) => toStop.push(stop));
      shared.set(chapter, known);
      return known;
    },
    // A platform is much to keep: it goes when its test is over.
    fresh: (chapter) => open(chapter, onTestFinished),
    lasting: (chapter) => open(chapter, (stop) => toStop.push(stop)),
  };
};
