import type { StaffRole } from '../../schemas/staff.ts';
import type { Client } from './client.ts';

type ClockView = { now: string; next: string | null };
/** A mail as the local mailbox lists it. */
export type SentMail = {
  id: string;
  at: string;
  to: string[];
  subject: string;
  text: string;
  html: string;
  tags: Record<string, string>;
};
/** An execution as the local platform lists it. */
export type RunningExecution = { name: string; machine: string; status: string; state: string };

/** What only a local platform can be asked for: a token, the time, the mailbox and the executions. */
export const localControl = (client: Pick<Client, 'request'>) => ({
  token: async (council: string, role: StaffRole): Promise<string> => {
    const { accessToken } = await client.request<{ accessToken: string }>('POST', '/_local/sign-in', { council, role });
    return accessToken;
  },
  clock: () => client.request<ClockView>('GET', '/_local/clock'),
  /** Moves the clock to an instant; it may have gone a little further already, where it ticks. */
  async moveTo(instant: string): Promise<void> {
    const isThere = async () =>
      Date.parse((await client.request<ClockView>('GET', '/_local/clock')).now) >= Date.parse(instant);
    if (await isThere()) return;
    try {
      await client.request('POST', '/_local/clock', { to: instant });
    } catch (error) {
      // A long move is asked for again when its answer is late: it is found done, and that is as good.
      if (!(await isThere())) throw error;
    }
  },
  /** Every mail, the latest first: two years have more than the mailbox lists at once. */
  async mail(): Promise<SentMail[]> {
    const found: SentMail[] = [];
    for (;;) {
      const after = found.at(-1)?.id;
      const query = after === undefined ? '' : `?${new URLSearchParams({ after })}`;
      const part = await client.request<SentMail[]>('GET', `/_local/mail${query}`);
      if (part.length === 0) return found;
      found.push(...part);
    }
  },
  executions: () => client.request<RunningExecution[]>('GET', '/_local/executions'),
});

export type LocalControl = ReturnType<typeof localControl>;
