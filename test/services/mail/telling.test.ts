import { describe, expect, it } from 'vitest';
import { caseReference, councilSlug, isoInstant } from '../../../schemas/scalars.ts';
import type { Signal } from '../../../schemas/signal.ts';
import { MailNotAccepted } from '../../../services/mail/ses-faults.ts';
import { createTelling } from '../../../services/mail/telling.ts';

const now = isoInstant.parse('2026-01-06T10:00:00.000Z');
const hoursAgo = (hours: number) => isoInstant.parse(new Date(Date.parse(now) - hours * 3_600_000).toISOString());
const news = (id: number, hours: number, template: 'decision-made' | 'visit-changed' = 'decision-made'): Signal => ({
  council: councilSlug.parse('leicestershire'),
  reference: caseReference.parse('K7M-29QX-T4F'),
  id: `mail-${id}`,
  at: hoursAgo(hours),
  kind: 'tell-person',
  step: `step-${id}`,
  template,
});

/** A run over parts of what is owed; `ses` says what becomes of each message. */
const run = async (parts: readonly (readonly Signal[])[], ses: (of: Signal, tries: number) => void = () => {}) => {
  const tried: string[] = [];
  const most = { now: 0, ever: 0 };
  const telling = createTelling({
    clock: { now: () => now },
    workflows: {
      answer: async () => {},
      trySend: async () => 0,
      send: async (signal) => {
        const tries = tried.push(signal.id);
        most.now += 1;
        most.ever = Math.max(most.ever, most.now);
        await Promise.resolve();
        most.now -= 1;
        ses(signal, tries);
      },
    },
  });
  let owed = 0;
  for (const part of parts) owed += await telling.tell(part);
  return { tried, owed, most: most.ever };
};
const fail = (fault: 'sender' | 'rate' | 'passing') => () => {
  throw new MailNotAccepted(fault);
};
const twentyThousand = Array.from({ length: 100 }, (_, part) =>
  Array.from({ length: 200 }, (_each, n) => news(part * 200 + n, 24)),
);

describe('20,000 messages owed after a day without SES', () => {
  it('cost one handful of tries in each run while it lasts', async () => {
    const { tried, owed } = await run(twentyThousand, fail('sender'));

    expect([tried.length, owed]).toEqual([5, 20_000]);
  });

  it('all go out when it is back, five side by side', async () => {
    const { tried, owed, most } = await run(twentyThousand);

    expect([new Set(tried).size, owed, most]).toEqual([20_000, 0, 5]);
  });

  it('go one by one once SES has said that it is too fast, and wait for the next run when it says so again', async () => {
    const slowed = await run(twentyThousand, (_of, tries) => {
      if (tries === 10) throw new MailNotAccepted('rate');
    });
    const stopped = await run(twentyThousand, (_of, tries) => {
      if (tries === 10 || tries >= 1000) throw new MailNotAccepted('rate');
    });

    expect([slowed.tried.length, slowed.owed]).toEqual([20_000, 1]);
    expect([stopped.tried.length, stopped.owed]).toEqual([1000, 19_002]);
  });
});

describe('what is owed', () => {
  it('goes the longest owed first, and before it what says that somebody comes', async () => {
    const { tried } = await run([[news(1, 2), news(2, 30), news(3, 1, 'visit-changed'), news(4, 3)]]);

    expect(tried).toEqual(['mail-3', 'mail-2', 'mail-4', 'mail-1']);
  });

  it('is looked at all the same where its time has run out, since staff then tell it another way', async () => {
    const { tried } = await run(
      [
        [news(1, 2), news(2, 2), news(3, 2), news(4, 2), news(5, 2), news(6, 80), news(7, 5, 'visit-changed')],
        [news(8, 90)],
      ],
      ({ id }) => {
        if (!['mail-6', 'mail-7', 'mail-8'].includes(id)) fail('passing')();
      },
    );

    expect(tried).toContain('mail-8');
    expect(tried).toHaveLength(6);
  });

  it('is not stopped by one message that fails for a reason of its own', async () => {
    const { owed, tried } = await run(
      [[news(1, 3), news(2, 2), news(3, 1), news(4, 1), news(5, 1), news(6, 1)]],
      ({ id }) => {
        if (id === 'mail-1') throw new Error('A case that cannot be read');
      },
    );

    expect([tried.length, owed]).toEqual([6, 1]);
  });
});
