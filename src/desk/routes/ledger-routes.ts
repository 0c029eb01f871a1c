import { basename, dirname } from 'node:path';
import type { Hono } from 'hono';
import { ask, rowAsText } from '../../ledger/ask.ts';
import { tableNamed } from '../../ledger/columns.ts';
import { completeQuery } from '../../ledger/complete-query.ts';
import { tables } from '../../ledger/tables.ts';
import { UsageFault } from '../../model/fault.ts';
import { REVIEWS_FOLDER } from '../../project/inputs.ts';
import type { Desk } from '../desk.ts';
import type { LedgerAnswer, LedgerQuestion, QueryOptionShown } from '../protocol.ts';

/** Most rows shown: whoever needs more narrows the query. */
const MAX_ROWS = 200;

/** Most entries of a list named in a cell. */
const MAX_MEMBERS = 2;

/** Most completions offered while a query is typed. */
const MAX_OPTIONS = 40;

/** Routes for the ledger: all assessments of the project, as saved. */
export function addLedgerRoutes(routes: Hono, desk: Desk): void {
  routes.post('/ledger', async (context) => {
    const { of, query } = readQuestion(await context.req.json());
    const table = tableNamed(of);
    const ledger = await desk.ledger();
    const columns = ['assessment', ...tables[table].shown];
    const missing = ledger.findings
      .filter(({ severity, file }) => severity === 'error' && basename(dirname(file)) !== REVIEWS_FOLDER)
      .map(({ file }) => basename(file));
    try {
      const answer = ask(ledger, { of: table, query, columns }, desk.today());
      const rows = answer.rows.slice(0, MAX_ROWS).map((row) => {
        const texts = rowAsText(answer, row, MAX_MEMBERS);
        const [file, id] = [row.value('file'), row.value('id')].map((value) => String(value ?? ''));
        return { cells: columns.map((name) => texts[name] ?? ''), file: basename(file ?? ''), id: id ?? '' };
      });
      const { hint } = answer;
      return context.json<LedgerAnswer>({
        columns,
        rows,
        count: answer.rows.length,
        missing: [...new Set(missing)],
        ...(hint !== undefined && { hint }),
      });
    } catch (error) {
      // A query is read while it is typed: mistakes are shown beside it.
      if (!(error instanceof UsageFault)) throw error;
      return context.json<LedgerAnswer>({ columns, rows: [], count: 0, missing, hint: error.message });
    }
  });

  routes.post('/ledger-complete', async (context) => {
    const { of, query } = readQuestion(await context.req.json());
    const table = tableNamed(of);
    const rows = (await desk.ledger()).rows(table);
    const { from, options } = completeQuery(query, query.length, { of: table, rows, today: desk.today() });
    return context.json<QueryOptionShown[]>(
      options
        .slice(0, MAX_OPTIONS)
        .map(({ text, about }) => ({ query: `${query.slice(0, from)}${text}`, about })),
    );
  });
}

function readQuestion(request: unknown): LedgerQuestion {
  const { of, query } = (request ?? {}) as Partial<Record<keyof LedgerQuestion, unknown>>;
  return {
    of: typeof of === 'string' ? of : 'judgments',
    query: typeof query === 'string' ? query.slice(0, 2000) : '',
  };
}
