import { basename } from 'node:path';
import { Hono } from 'hono';
import { MachineFault, UsageFault } from '../../model/fault.ts';
import { ruleCatalogue } from '../../project/rule-catalogue.ts';
import type { Desk } from '../desk.ts';
import { type Guarded, guard } from '../guard.ts';
import { beginningOf, type NewAssessment } from '../new-assessment.ts';
import type { RuleShown } from '../protocol.ts';
import { NotOpen, schemeOf } from './file-request.ts';
import { addHelpRoutes } from './help-routes.ts';
import { addLedgerRoutes } from './ledger-routes.ts';
import { addMemoRoutes } from './memo-routes.ts';
import { addPageRoutes, PAGE } from './page-routes.ts';
import { addTextRoutes } from './text-routes.ts';

/** The routes of the desk: everything its page can request, below a secret token. */
export function routesOf(desk: Desk, guarded: Guarded): Hono {
  const app = new Hono();
  app.use('*', guard(guarded));
  app.notFound((context) => context.text('Not found', 404));
  app.onError((error, context) => {
    if (error instanceof MachineFault || error instanceof UsageFault)
      return context.json(
        { fault: error.message, help: error instanceof MachineFault ? error.help : undefined },
        409,
      );
    if (error instanceof RangeError || error instanceof SyntaxError || error instanceof NotOpen)
      return context.json({ fault: error.message }, 400);
    return context.json({ fault: error.stack ?? error.message }, 500);
  });
  const routes = new Hono();

  app.get('/:token/', (context) => context.html(PAGE));
  addPageRoutes(routes, desk);
  addProjectRoutes(routes, desk);
  addTextRoutes(routes, desk);
  addHelpRoutes(routes, desk);
  addMemoRoutes(routes, desk);
  addLedgerRoutes(routes, desk);
  app.route('/:token', routes);
  return app;
}

/** Routes for the project: its files, its forms, its settings. */
function addProjectRoutes(routes: Hono, desk: Desk): void {
  routes.get('/files', async (context) => context.json(await desk.list()));
  routes.get('/forms', async (context) => {
    const { kind, language = 'en' } = context.req.query();
    return context.json(await desk.forms(kind === 'register' ? 'register' : 'assessment', language));
  });
  routes.get('/settings', async (context) => {
    const markings = (await schemeOf(desk)).labels.map(({ label }) => label);
    return context.json({ forms: await desk.project.forms.names(), markings, root: desk.project.root });
  });
  routes.get('/rules', (context) =>
    context.json<RuleShown[]>(ruleCatalogue.map(({ id, why, source }) => ({ id, why, source }))),
  );
  routes.post('/new', async (context) => {
    const request = await context.req.json<NewAssessment>();
    const live = await desk.create(`${request.id}.json`, beginningOf(request, desk.today()));
    return context.json(live ? { name: basename(live.file.input.path) } : {});
  });
}
