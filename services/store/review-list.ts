import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { type CareCase, careCase } from '../../schemas/case.ts';
import type { CouncilSlug } from '../../schemas/scalars.ts';
import { type Documents, readItem } from './item-kinds.ts';
import { reviewsPk } from './keys.ts';

/** Planned reviews on a page. */
const pageSize = 50;

/** Reads the planned reviews of a council, the earliest due first. */
export const createReviewList = ({ documents, tableName }: { documents: Documents; tableName: string }) => {
  const query = (council: CouncilSlug, from: string, until: string) => ({
    TableName: tableName,
    IndexName: 'due',
    KeyConditionExpression: 'duePk = :pk AND workSk BETWEEN :from AND :until',
    ExpressionAttributeValues: { ':pk': reviewsPk(council), ':from': from, ':until': until },
  });
  return {
    /** A page of cases whose review is due between two places, and where the next begins. */
    async page(
      council: CouncilSlug,
      { from, until, after }: { readonly from: string; readonly until: string; readonly after?: string | undefined },
    ): Promise<{ cases: CareCase[]; next?: string }> {
      if ((after ?? from) > until) return { cases: [] };
      const { Items = [] } = await documents.send(
        new QueryCommand({ ...query(council, after ?? from, until), Limit: pageSize + 2 }),
      );
      const rows = Items.filter((item) => item['workSk'] !== after);
      const shown = rows.slice(0, pageSize);
      const last = shown.at(-1)?.['workSk'];
      return {
        cases: shown.map((item) => readItem(careCase, item)),
        ...(rows.length > pageSize && last !== undefined && { next: String(last) }),
      };
    },

    /** The days on which reviews are due, some at a time, without the cases. */
    async *days(council: CouncilSlug): AsyncGenerator<string[]> {
      let start: Record<string, unknown> | undefined;
      do {
        const found = await documents.send(
          new QueryCommand({
            ...query(council, '0', '~'),
            ProjectionExpression: 'workSk',
            ...(start && { ExclusiveStartKey: start }),
          }),
        );
        yield (found.Items ?? []).map((item) => String(item['workSk']).slice(0, 10));
        start = found.LastEvaluatedKey;
      } while (start);
    },
  };
};
