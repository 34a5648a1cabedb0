import * as z from 'zod';
import { isoInstant } from './scalars.ts';

/** `GET …/team` and what lies under it: tables of figures, or one of them as CSV with `?as=csv&table=`. */
export const teamFigures = z
  .object({
    title: z.string(),
    at: isoInstant.optional().describe('When it was counted; a list that is read now has none'),
    tables: z.array(
      z.object({
        id: z.string(),
        caption: z.string(),
        columns: z.array(z.string()),
        rows: z.array(z.array(z.union([z.string(), z.number()]))),
      }),
    ),
    next: z.string().optional().describe('The address of the next page'),
  })
  .meta({ id: 'TeamFigures' });

/** How figures are asked for. */
export const figuresAs = z.object({
  as: z.enum(['csv']).optional().describe('One table as a file for a spreadsheet'),
  table: z.string().max(40).optional().describe('Which table; the first where none is named'),
});

/** How figures of some months are asked for. */
export const figuresOfMonths = figuresAs.extend({
  from: z.string().max(7).optional().describe('The first month, `2026-01`; a year before the last where none is named'),
  to: z.string().max(7).optional().describe('The last month'),
});
