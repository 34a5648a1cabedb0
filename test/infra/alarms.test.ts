import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type FunctionName, functions, schedules } from '../../infra/service-map.ts';
import type { Deps } from '../../services/deps.ts';
import { jobHandler } from '../../services/handlers.ts';
import { resources, synthesized } from './synthesized.ts';

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
      [topic, 'on-call@careway.example'],
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
    const { handler } = (await import(`../../${functions[job].entry}`)) as { handler: { job?: string } };

    expect(handler.job).toBe(job);
  });

  it('is counted in the very metric that its alarm watches, where it ended, and not where it failed or is not done', async () => {
    const [, lambda] =
      resources(template, 'AWS::Lambda::Function').find(
        ([, { Properties }]) => Properties.Environment.Variables.POWERTOOLS_SERVICE_NAME === 'count-work',
      ) ?? [];
    const { POWERTOOLS_METRICS_NAMESPACE: namespace } = lambda?.Properties.Environment.Variables ?? {};
    vi.stubEnv('POWERTOOLS_METRICS_NAMESPACE', namespace);
    vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
    vi.stubEnv('POWERTOOLS_DEV', 'true');
    const written = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const job = (run: () => Promise<{ done?: boolean }>) =>
      jobHandler('count-work', z.object({ done: z.boolean().optional() }), () => run).with({} as Deps);
    const context = {
      getRemainingTimeInMillis: () => 1,
      functionName: 'x',
      awsRequestId: 'y',
      memoryLimitInMB: '1',
      invokedFunctionArn: 'z',
    } as never;

    try {
      await job(async () => ({ done: false }))({}, context);
      await expect(job(() => Promise.reject(new Error('no')))({}, context)).rejects.toThrow('no');
      expect(written).not.toHaveBeenCalled();
      await job(async () => ({}))({}, context);

      const [line] = written.mock.calls.map(([text]) => JSON.parse(text));
      const [{ Namespace, Dimensions, Metrics }] = line._aws.CloudWatchMetrics;
      const [watched] = switches.filter((one) => jobOf(one) === 'count-work');
      const named = Dimensions.flat().map((Name: string) => ({ Name, Value: line[Name] }));
      expect(written).toHaveBeenCalledOnce();
      expect(Namespace).toBe(watched?.Namespace);
      expect(Metrics.map(({ Name }: { Name: string }) => Name)).toEqual(['JobFinished']);
      expect(named.toSorted(byName)).toEqual(watched?.Dimensions.toSorted(byName));
    } finally {
      written.mockRestore();
      vi.unstubAllEnvs();
    }
  });
});

const byName = (one: { Name: string }, other: { Name: string }) => one.Name.localeCompare(other.Name);
