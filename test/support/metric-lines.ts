import { vi } from 'vitest';
import { metricsNamespace } from '../../schemas/metrics.ts';

/** A metric as CloudWatch reads it from a line of the log. */
export type MetricLine = {
  readonly namespace: string;
  readonly name: string;
  readonly value: number;
  /** By name, without those that have the same value in every line of a stage. */
  readonly dimensions: Readonly<Record<string, string>>;
};

/** What is counted and measured meanwhile, as a function of the stage `production` writes it to its log. */
export const metricLines = async (run: () => Promise<unknown>): Promise<MetricLine[]> => {
  vi.stubEnv('POWERTOOLS_METRICS_NAMESPACE', metricsNamespace('production'));
  vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
  // Has the library write to the console, which can be watched, and not past it.
  vi.stubEnv('POWERTOOLS_DEV', 'true');
  const written = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    await run();
    return written.mock.calls.flatMap(([text]) => {
      const line = JSON.parse(text);
      const [{ Namespace, Dimensions, Metrics }] = line._aws.CloudWatchMetrics;
      return Metrics.map(({ Name }: { Name: string }) => ({
        namespace: Namespace,
        name: Name,
        value: [line[Name]].flat()[0],
        dimensions: Object.fromEntries(Dimensions.flat().map((name: string) => [name, line[name]])),
      }));
    });
  } finally {
    written.mockRestore();
    vi.unstubAllEnvs();
  }
};
