import { momentInWords } from '../../domain/time/moment-in-words.ts';
import { teamFigures } from '../../schemas/team-figures.ts';
import { barChart } from '../../templates/staff/bar-chart.ts';
import type { Deps } from '../deps.ts';
import { problems } from '../runtime/problems.ts';
import { file, json, type SiteResponse, type StaffRequest } from '../web/site.ts';
import { wantsPage } from '../web/staff-forms.ts';
import { csvOf } from './csv.ts';
import { staffPage } from './staff-frame.ts';
import type { Cell, FigureTable, TeamFigures } from './team-figures.ts';

const sections = [
  ['', 'Work in hand'],
  ['/waiting', 'Waiting list'],
  ['/reviews', 'Reviews'],
  ['/times', 'How long work takes'],
  ['/screening', 'What the form misses'],
  ['/forms', 'How long forms take'],
  ['/help', 'Help offered and arranged'],
] as const;

const saidIn = (cell: Cell): string | number => (typeof cell === 'object' ? cell.text : cell);

const csvResponse = ({ columns, rows, id }: FigureTable): SiteResponse => {
  const lines = [columns, ...rows.map((row) => row.map(saidIn))];
  return file('text/csv; charset=utf-8', Buffer.from(csvOf(lines)), `${id}.csv`);
};

const asView = (request: StaffRequest, table: FigureTable) => {
  const query = new URLSearchParams({ ...request.query, as: 'csv', table: table.id });
  query.delete('done');
  return {
    ...table,
    rows: table.rows.map((row) =>
      row.map((cell) => ({
        text: String(saidIn(cell)),
        href: typeof cell === 'object' ? cell.href : '',
        isNumber: typeof saidIn(cell) === 'number',
      })),
    ),
    chart: table.chart && table.rows.length > 0 ? barChart(table.chart.name, table.chart.bars, table.chart.part) : '',
    csvUrl: `${request.path}?${query}`,
  };
};

/** Figures of a team as a page, as JSON, or one table of them as CSV. Managers only. */
export const teamPage = async (
  deps: Pick<Deps, 'store' | 'clock'>,
  request: StaffRequest,
  make: (deps: Pick<Deps, 'store' | 'clock'>, request: StaffRequest) => Promise<TeamFigures>,
): Promise<SiteResponse> => {
  const { council, staff, query } = request;
  if (!staff.roles.includes('manager')) throw problems.notYours();
  const figures = await make(deps, request);
  if (query['as'] === 'csv') {
    const table = figures.tables.find(({ id }) => id === query['table']) ?? figures.tables[0];
    if (table === undefined) throw problems.notFound();
    return csvResponse(table);
  }
  if (!wantsPage(request)) {
    const { period: _choices, ...shown } = figures;
    const tables = figures.tables.map(({ id, caption, columns, rows }) => ({
      ...{ id, caption, columns: [...columns] },
      rows: rows.map((row) => row.map(saidIn)),
    }));
    return json(200, teamFigures, { ...shown, tables });
  }
  const own = `/${council.slug}/staff/team`;
  return staffPage(deps, request, 'staff/team.njk', {
    title: figures.title,
    asOf: figures.at ? `As of ${momentInWords(figures.at)}. The lists behind the numbers are read now.` : '',
    intro: figures.intro,
    tables: figures.tables.map((table) => asView(request, table)),
    sections: sections.map(([path, text]) => ({
      text,
      href: `${own}${path}`,
      active: request.path === `${own}${path}`,
    })),
    next: figures.next ?? '',
    period: figures.period ?? false,
    isWaiting: request.path === `${own}/waiting`,
    own,
  });
};
