import type * as z from 'zod';
import type { caseView, completedTask, submittedApplication, TaskView, taskList } from '../../schemas/api.ts';
import type { StaffRole } from '../../schemas/staff.ts';
import type { TaskKind } from '../../schemas/task.ts';

/** An answer that the API gave and the journey did not expect. */
export class UnexpectedAnswer extends Error {
  readonly status: number;
  constructor(call: string, status: number, body: string) {
    super(`${call} answered ${status}: ${body.slice(0, 2000)}`);
    this.name = 'UnexpectedAnswer';
    this.status = status;
  }
}

/** How the client reaches one council's Careway, on one machine or deployed. */
export type ClientOptions = {
  readonly url: string;
  readonly council: string;
  /** An access token of a member of staff with this role. */
  readonly token: (role: StaffRole) => Promise<string>;
  /** Waits before something is asked again. @param attempt from 1 */
  readonly pause: (attempt: number) => Promise<void>;
  /** How often something that has not happened yet is asked for again. */
  readonly attempts: number;
};

export type CaseView = z.output<typeof caseView>;

/**
 * A client of the HTTP API, as a council's own system would be one. A request that meets no server is sent again: every call may
 * be repeated without harm.
 */
export const createClient = ({ url, council, token, pause, attempts }: ClientOptions) => {
  const send = async (call: string, init: RequestInit): Promise<{ ok: boolean; status: number; text: string }> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const response = await fetch(url + call, { ...init, signal: AbortSignal.timeout(60_000) });
        const isBusy = response.status === 503 || response.status === 502;
        // Read here, because a server may die between the head of its answer and the end.
        const text = await response.text();
        if (!isBusy || attempt > attempts) return { ok: response.ok, status: response.status, text };
      } catch (error) {
        if (attempt > attempts) throw error;
      }
      await pause(attempt);
    }
  };

  const request = async <T>(
    method: string,
    call: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<T> => {
    const { ok, status, text } = await send(call, {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!ok) throw new UnexpectedAnswer(`${method} ${call}`, status, text);
    return JSON.parse(text);
  };

  /** Sends a page's form as a browser does. A page that says that it was done before is as good. */
  const sendForm = async (call: string, fields: Readonly<Record<string, string>>): Promise<void> => {
    const { ok, status, text } = await send(call, {
      method: 'POST',
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
      body: String(new URLSearchParams(fields)),
    });
    if (!ok && status !== 410) throw new UnexpectedAnswer(`POST ${call}`, status, text);
  };

  const asStaff = async <T>(role: StaffRole, method: string, call: string, body?: unknown, headers = {}): Promise<T> =>
    request(method, `/${council}/staff${call}`, body, { authorization: `Bearer ${await token(role)}`, ...headers });

  const tasksOf = async (role: StaffRole, reference: string): Promise<TaskView[]> => {
    const found = await asStaff<z.output<typeof taskList>>(role, 'GET', `/tasks?reference=${reference}`);
    return found.tasks;
  };

  const readCase = (reference: string) => asStaff<CaseView>('manager', 'GET', `/cases/${reference}`);

  const waitFor = async <T>(what: string, find: () => Promise<T | undefined>): Promise<T> => {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const found = await find();
      if (found !== undefined) return found;
      await pause(attempt);
    }
    throw new Error(`This did not come: ${what}`);
  };

  return {
    request,
    sendForm,
    waitFor,
    asStaff,
    tasksOf,
    readCase,

    submit: (answers: unknown, key: string) =>
      request<z.output<typeof submittedApplication>>(
        'POST',
        `/${council}/applications`,
        { form: 'needs-assessment', answers },
        { 'idempotency-key': key },
      ),

    /** The open task of this kind, as soon as the journey has reached it. */
    waitForTask: (role: StaffRole, reference: string, kind: TaskKind): Promise<TaskView> =>
      waitFor(`the task ${kind} of ${reference}`, async () =>
        (await tasksOf(role, reference)).find((task) => task.kind === kind),
      ),

    /** The case's n-th review, as soon as it is planned. */
    waitForReview: (reference: string, generation: number) =>
      waitFor(`review ${generation} of ${reference}`, async () => {
        const { reviewGeneration, nextReview } = (await readCase(reference)).case;
        return reviewGeneration >= generation ? nextReview : undefined;
      }),

    /** Finishes a task. Where an answer was lost on the way back, the task is found done, and that is as good. */
    async complete(role: StaffRole, task: TaskView, answers: unknown): Promise<void> {
      try {
        await asStaff<z.output<typeof completedTask>>(role, 'POST', `/tasks/${task.id}/complete`, { answers });
      } catch (error) {
        const isDone = error instanceof UnexpectedAnswer && error.message.includes('"already-done"');
        if (!isDone) throw error;
      }
    },
  };
};

export type Client = ReturnType<typeof createClient>;
