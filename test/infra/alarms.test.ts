import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { watched } from '../../infra/alarms.ts';
import { type FunctionName, functions, schedules } from '../../infra/service-map.ts';
import { metrics } from '../../schemas/metrics.ts';
import type { Deps } from '../../services/deps.ts';
import { jobHandler } from '../../services/handlers.ts';
import { metricLines } from '../support/metric-lines.ts';
import { only, resources, synthesized } from './synthesized.ts';

const template = synthesized();
const alarms = resources(template, 'AWS::CloudWatch::Alarm').map(([id, { Properties }]) => ({ id, ...Properties }));
const account = { Ref: 'AWS::AccountId' };
const jobs = [...new Set(Object.values(schedules).map((by): FunctionName => by.function))];

describe('the topic of alarms', () => {
  const [topic] = alarms.flatMap(({ AlarmActions }) => AlarmActions);

  it('takes what the alarms of this stage and account write, and nobody else', () => {
    const [, policy] =
      resources(template, 'AWS::SNS::TopicPolicy').find(
        ([, { Properties }]) => Properties.Topics[0].Ref === topic.Ref,
      ) ?? [];
    const allowed = policy?.Properties.PolicyDocument.Statement.filter(
      ({ Effect }: { Effect: string }) => Effect === 'Allow',
    );

    expect(allowed).toEqual([
      {
        Action: 'sns:Publish',
        Condition: {
          StringEquals: { 'aws:SourceAccount': account },
          ArnLike: {
            'aws:SourceArn': {
              'Fn::Join': ['', ['arn:aws:cloudwatch:eu-west-2:', account, ':alarm:careway-production-*']],
            },
          },
        },
        Effect: 'Allow',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Resource: topic,
        Sid: expect.anything(),
      },
    ]);
  });

  it('is under no key, which CloudWatch would need to be let use', () => {
    expect(new Map(resources(template, 'AWS::SNS::Topic')).get(topic.Ref)?.Properties?.KmsMasterKeyId).toBeUndefined();
  });

  it('reaches whoever the deployment names', () => {
    const told = resources(template, 'AWS::SNS::Subscription').filter(
      ([, { Properties }]) => Properties.Protocol === 'email',
    );

    expect(told.map(([, { Properties }]) => [Properties.TopicArn, Properties.Endpoint])).toEqual([
      [topic, 'on-call@care.example.gov.uk'],
    ]);
  });
});

describe('a job that did not run', () => {
  const switches = alarms.filter(({ MetricName }) => MetricName === 'JobFinished');
  const jobOf = ({ Dimensions }: (typeof switches)[number]): string =>
    Dimensions.find(({ Name }: { Name: string }) => Name === 'job').Value;

  it('raises an alarm by its silence, for every job of the manifest', () => {
    expect(switches.map(jobOf).toSorted()).toEqual(jobs.toSorted());
    for (const one of switches) {
      expect(one).toMatchObject({
        ComparisonOperator: 'LessThanThreshold',
        Threshold: 1,
        Statistic: 'Sum',
        TreatMissingData: 'breaching',
      });
      expect(one.DatapointsToAlarm ?? one.EvaluationPeriods).toBe(one.EvaluationPeriods);
    }
  });

  it.each(jobs)('is noticed for %s within two hours of when its next end was due, and not before it was', (job) => {
    const [one] = switches.filter((each) => jobOf(each) === job);
    const silence = (one?.Period * one?.EvaluationPeriods) / 3600;
    const often = Object.values(schedules).some((by) => by.function === job && by.expression.startsWith('rate('));

    // A day has 25 hours once a year.
    expect(silence).toBeGreaterThan(often ? 0.25 : 25);
    expect(silence).toBeLessThanOrEqual(often ? 2 : 27);
    // CloudWatch looks back a day at most where periods are shorter than an hour, and seven days otherwise.
    expect(silence).toBeLessThanOrEqual(one?.Period < 3600 ? 24 : 168);
  });

  it.each(jobs)('%s says when it has ended, under its own name', async (job) => {
    const { handler } = (await import(/* @vite-ignore */ `../../${functions[job].entry}`)) as {
      handler: { job?: string };
    };

    expect(handler.job).toBe(job);
  });

  it('is counted in the very metric that its alarm watches, where it ended, and not where it failed or is not done', async () => {
    const job = (run: () => Promise<{ done?: boolean }>) =>
      jobHandler('count-work', z.object({ done: z.boolean().optional() }), () => run).with({} as Deps);
    const context = { getRemainingTimeInMillis: () => 1 } as never;
    const [watched] = switches.filter((one) => jobOf(one) === 'count-work');

    const lines = await metricLines(async () => {
      await job(async () => ({ done: false }))({}, context);
      await expect(job(() => Promise.reject(new Error('no')))({}, context)).rejects.toThrow('no');
      await job(async () => ({}))({}, context);
    });

    expect(lines).toEqual([
      { namespace: watched?.Namespace, name: watched?.MetricName, value: 1, dimensions: dimensionsOf(watched) },
    ]);
  });
});

describe('every alarm', () => {
  const operations = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  /** The headings as their addresses. @see GitHub Docs, section links */
  const anchors = [...operations.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
  /** What counts; the file that knows all the names writes none of them. */
  const sources = ['services', 'functions'].flatMap((folder) =>
    readdirSync(new URL(`../../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('runtime/metrics.ts'))
      .map((file) => readFileSync(new URL(`../../${folder}/${file}`, import.meta.url), 'utf8')),
  );

  it.each(alarms.map(({ id, ...alarm }) => ({ id, alarm })))(
    '$id says first what people suffer, and last where it stands what to do',
    ({ alarm }) => {
      const text = plain(alarm.AlarmDescription);
      const [, anchor = ''] = / What to do: docs\/operations\.md#([\w-]+)$/.exec(text) ?? [];

      // What is suffered, what has happened, what to do.
      expect(text).toMatch(/^[A-Z][^.]+\. .+\. What to do: /);
      expect(anchors).toContain(anchor);
      expect(text.length).toBeLessThanOrEqual(1024);
    },
  );

  it('has its part in docs/operations.md, and every part there is of an alarm, with how it was drilled', () => {
    const [, parts = ''] = /^## The alarms$([\s\S]*?)^## /m.exec(operations) ?? [];
    const told = parts.split(/^### /m).slice(1);
    const wanted = new Set(alarms.map(({ AlarmDescription }) => /#([\w-]+)$/.exec(plain(AlarmDescription))?.[1]));

    expect(told.map((part) => part.split('\n')[0]?.toLowerCase().replaceAll(' ', '-')).toSorted()).toEqual(
      [...wanted].toSorted(),
    );
    for (const part of told) {
      for (const word of ['**Suffered**', '**Look**', '**Do**', '**Ends**', '**Drilled**'])
        expect(part).toContain(word);
    }
  });

  it('watches what AWS writes by itself, or what the platform counts, in the namespace of its stage', () => {
    const own = alarms.filter(({ Namespace }) => !Namespace?.startsWith('AWS/') && Namespace !== undefined);

    expect(own.length).toBeGreaterThan(jobs.length);
    expect(new Set(own.map(({ Namespace }) => Namespace))).toEqual(new Set(['Careway/production']));
    expect(own.filter(({ MetricName }) => !Object.hasOwn(metrics, MetricName))).toEqual([]);
  });

  it.each(Object.keys(metrics).filter((name) => name !== 'JobFinished'))(
    'can rest on %s: a line of our code or a filter of our log writes it',
    (name) => {
      const filtered = resources(template, 'AWS::Logs::MetricFilter').flatMap(([, { Properties }]) =>
        Properties.MetricTransformations.map(({ MetricName }: { MetricName: string }) => MetricName),
      );

      expect([...filtered.map((each) => `'${each}'`), ...sources].some((text) => text.includes(`'${name}'`))).toBe(
        true,
      );
    },
  );

  it.each(Object.entries(watched))('of the manifest’s %s is there, as the manifest says', (_, one) => {
    const found = alarms.filter(({ MetricName }) => MetricName === one.metric);

    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      Statistic: one.statistic,
      Threshold: one.atLeast,
      Period: one.minutes * 60,
      Dimensions: [{ Name: 'service', Value: 'careway' }],
    });
  });
});

describe('what is thrown to be tried again', () => {
  const watching = (metric: string) =>
    alarms.filter(
      ({ MetricName, Metrics }) => MetricName === metric || JSON.stringify(Metrics ?? []).includes(`"${metric}"`),
    );
  const byMachines = Object.entries(functions).filter(([name]) =>
    functions[name as FunctionName].entry.startsWith('functions/journey/'),
  );

  it('raises no alarm by itself: a function of a machine does where most of its calls fail, in three quarters of an hour of three hours', () => {
    const found = watching('Errors');

    expect(found).toHaveLength(byMachines.length);
    for (const alarm of found) {
      expect(alarm).toMatchObject({
        EvaluationPeriods: 12,
        DatapointsToAlarm: 3,
        Threshold: 50,
        ComparisonOperator: 'GreaterThanThreshold',
        TreatMissingData: 'notBreaching',
      });
      expect(alarm.Metrics.map(({ Expression }: { Expression?: string }) => Expression).filter(Boolean)).toEqual([
        '100 * errors / invocations',
      ]);
    }
  });

  it.each([
    { what: 'a refused start of a function', metric: 'Throttles', of: 3, times: 3 },
    { what: 'an error page', metric: '5XXError', of: 12, times: 2 },
    { what: 'a throttled execution', metric: 'ExecutionThrottled', of: 3, times: 3 },
    { what: 'a throttled write', metric: 'WriteThrottleEvents', of: 3, times: 3 },
    { what: 'mail that SES refuses because of us', metric: 'MailSenderRefused', of: 6, times: 2 },
  ])('raises none for one period of $what, and does for $times of $of', ({ metric, of, times }) => {
    const found = watching(metric);

    expect(found.length).toBeGreaterThan(0);
    for (const alarm of found)
      expect([alarm.EvaluationPeriods, alarm.DatapointsToAlarm ?? alarm.EvaluationPeriods]).toEqual([of, times]);
  });
});

describe('what matters to people', () => {
  it.each([
    ['the oldest signal owed to a case', 'OldestMoveMinutes'],
    ['the oldest news owed to a person', 'OldestNewsMinutes'],
    ['mail that SES refuses because of us', 'MailSenderRefused'],
    ['people whom email does not reach', 'EmailFailed'],
    ['mail returned, before SES pauses us', 'Reputation.BounceRate'],
    ['mail complained of, before SES pauses us', 'Reputation.ComplaintRate'],
    ['events that were given up', 'ApproximateNumberOfMessagesVisible'],
    ['error pages', '5XXError'],
    ['waiting for a page', 'Latency'],
    ['people turned away by a door', 'RequestsThrottled'],
    ['requests stopped by the firewall', 'BlockedRequests'],
    ['the table throttled', 'WriteThrottleEvents'],
    ['staff who cannot sign in', 'SignInThrottles'],
    ['executions that failed', 'ExecutionsFailed'],
    ['executions that timed out', 'ExecutionsTimedOut'],
    ['executions that were stopped', 'ExecutionsAborted'],
    ['documents that no scan comes to', 'DocumentScanLate'],
  ])('has an alarm: %s', (_, metric) => {
    expect(JSON.stringify(alarms)).toContain(`"${metric}"`);
  });

  it('is on one dashboard of the stage, with every alarm', () => {
    const [, { Properties }] = only(template, 'AWS::CloudWatch::Dashboard');
    const text = JSON.stringify(Properties.DashboardBody);

    for (const { id } of alarms) expect(text).toContain(id);
    for (const name of ['ApplicationReceived', 'OldestMoveMinutes', 'PromiseLate', 'JobFinished'])
      expect(text).toContain(name);
  });
});

/** A text of a template, what is put into it when it is deployed left out. */
function plain(text: unknown): string {
  if (typeof text === 'string') return text;
  const {
    'Fn::Join': [, parts],
  } = text as { 'Fn::Join': [string, unknown[]] };
  return parts.filter((part) => typeof part === 'string').join('');
}

function dimensionsOf(alarm: { Dimensions: { Name: string; Value: string }[] } | undefined): Record<string, string> {
  return Object.fromEntries((alarm?.Dimensions ?? []).map(({ Name, Value }) => [Name, Value]));
}
