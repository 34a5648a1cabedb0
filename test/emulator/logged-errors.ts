import type { Aws } from './aws.ts';

/** What the functions logged as errors, so that a failed run can be understood without a second one. */
export const loggedErrors = async (aws: Aws): Promise<string[]> => {
  const { logGroups } = await aws<{ logGroups: { logGroupName: string }[] }>('logs', 'DescribeLogGroups', {});
  const found: string[] = [];
  for (const { logGroupName } of logGroups) {
    type Page = { events: { message: string }[] };
    const { events } = await aws<Page>('logs', 'FilterLogEvents', { logGroupName });
    found.push(...events.flatMap(({ message }) => (message.includes('"level":"ERROR"') ? [message.trim()] : [])));
  }
  return found;
};
