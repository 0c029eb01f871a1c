import { basename, join } from 'node:path';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { shippedConventions } from '../model/conventions/conventions.ts';
import { folderOf, readMarking } from '../model/conventions/markings.ts';
import { MachineFault, UsageFault } from '../model/fault.ts';
import { FONT_HOST, fontCss, fontFile } from '../pdf/fonts/fonts.ts';
import { ruleCatalogue } from '../project/rule-catalogue.ts';
import { changeFor } from '../writing/changes.ts';
import { completions } from '../writing/completion.ts';
import { exceptionFor } from '../writing/exceptions.ts';
import { describeEntity, describeTerm } from '../writing/hover.ts';
import { Ids } from '../writing/ids.ts';
import { writtenFile } from '../writing/written-file.ts';
import { type Desk, type LiveFile, memoState } from './desk.ts';
import { type Guarded, guard, MEMO_POLICY } from './guard.ts';
import { importInto } from './import-into.ts';
import { editItem, usesOf } from './item-edits.ts';
import type { MemoWish } from './memo-maker.ts';
import { memoPage } from './memo-page.ts';
import { beginningOf, type NewAssessment } from './new-assessment.ts';
import type {
  Answer,
  CompletionShown,
  DeskEvent,
  ImportAnswer,
  ItemEdit,
  ItemName,
  MemoShown,
  OpenedFile,
  RuleShown,
  TextUpdate,
} from './protocol.ts';

/** Every how many milliseconds a window is told that the server is there. */
const HEARTBEAT = 15_000;

/** Files of the page, by name, with what they are. */
const ASSETS: Readonly<Record<string, string>> = {
  'page.js': 'text/javascript; charset=utf-8',
  'page.css': 'text/css; charset=utf-8',
  'printed.js': 'text/javascript; charset=utf-8',
  'pdf.worker.js': 'text/javascript; charset=utf-8',
};

/** A question about a file: every one names it. */
type Asked<More> = { readonly name: string } & More;

/** The doors of the desk: everything that its page can ask, below a token that nobody else knows. */
export function doorsOf(desk: Desk, guarded: Guarded): Hono {
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
  const doors = new Hono();

  app.get('/:token/', (context) => context.html(PAGE));
  doors.get('/assets/:file', async (context) => {
    const { file } = context.req.param();
    const type = Object.hasOwn(ASSETS, file) ? ASSETS[file] : undefined;
    const path = join(desk.project.effects.programFolder, 'dist', 'desk', file);
    const bytes = type && (await desk.project.effects.readFile(path));
    return bytes && type
      ? context.body(new Uint8Array(bytes), 200, { 'content-type': type })
      : context.notFound();
  });
  doors.get('/fonts.css', (context) =>
    context.body(fontCss().replaceAll(FONT_HOST, 'fonts/'), 200, {
      'content-type': 'text/css; charset=utf-8',
    }),
  );
  doors.get('/fonts/*', (context) => {
    const { pathname } = new URL(context.req.url);
    const bytes = fontFile(`${FONT_HOST}${pathname.split('/').slice(3).join('/')}`);
    return bytes === undefined
      ? context.notFound()
      : context.body(new Uint8Array(Buffer.from(bytes, 'base64')), 200, { 'content-type': 'font/woff2' });
  });

  doors.get('/files', async (context) => context.json(await desk.list()));
  doors.get('/forms', async (context) => {
    const { kind, language = 'en' } = context.req.query();
    return context.json(await desk.forms(kind === 'register' ? 'register' : 'assessment', language));
  });
  doors.get('/settings', async (context) => {
    const markings = (await schemeOf(desk)).labels.map(({ label }) => label);
    return context.json({ forms: await desk.project.forms.names(), markings, root: desk.project.root });
  });
  doors.get('/rules', (context) =>
    context.json<RuleShown[]>(ruleCatalogue.map(({ id, why, source }) => ({ id, why, source }))),
  );
  doors.post('/new', async (context) => {
    const asked = await context.req.json<NewAssessment>();
    const live = await desk.create(`${asked.id}.json`, beginningOf(asked, desk.today()));
    return context.json(live ? { name: basename(live.file.input.path) } : {});
  });
  doors.post('/import', async (context) => {
    const { name, file = 'file' } = context.req.query();
    const live = await fileNamed(desk, name);
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    return context.json<ImportAnswer>(await importInto(desk, live, file, bytes));
  });

  doors.get('/events', async (context) => {
    const live = await fileNamed(desk, context.req.query('name'));
    const since = Number(context.req.query('since') ?? live.file.version);
    return streamSSE(context, async (stream) => {
      const waiting: DeskEvent[] = [];
      let wake = () => {};
      const behind = live.file.since(since);
      if (behind === undefined) {
        await stream.writeSSE({ event: 'reload', data: '' });
        return;
      }
      if (behind.length > 0) waiting.push({ type: 'updates', from: since, updates: behind });
      waiting.push({ type: 'status', status: live.file.status });
      if (live.state) waiting.push({ type: 'state', state: live.state });
      if (live.memo) waiting.push({ type: 'memo', ...memoState(live) });
      waiting.push({ type: 'head', head: live.head });
      const end = live.file.listen((event) => {
        waiting.push(event);
        wake();
      });
      let isOver = false;
      stream.onAbort(() => {
        isOver = true;
        end();
        wake();
      });
      while (!isOver) {
        for (const event of waiting.splice(0)) await stream.writeSSE({ data: JSON.stringify(event) });
        const timer = setTimeout(() => {
          void stream.writeSSE({ event: 'alive', data: '' });
        }, HEARTBEAT);
        if (waiting.length === 0) {
          await new Promise<void>((resolve) => {
            wake = resolve;
            setTimeout(resolve, HEARTBEAT).unref();
          });
        }
        clearTimeout(timer);
      }
    });
  });

  doors.post('/open', async (context) => {
    const { name } = await context.req.json<Asked<object>>();
    const live = await fileNamed(desk, name);
    const { file, state } = live;
    return context.json<OpenedFile>({
      name,
      kind: file.kind,
      isJson: name.endsWith('.json'),
      version: file.version,
      text: file.text,
      status: file.status,
      state,
    });
  });

  doors.post('/push', async (context) => {
    const asked = await context.req.json<Asked<{ version: number; updates: readonly TextUpdate[] }>>();
    const { file } = await fileNamed(desk, asked.name);
    await file.push(asked.version, asked.updates);
    return context.json<Answer>({ version: file.version });
  });

  doors.post('/edit', async (context) => {
    const asked = await context.req.json<Asked<{ edit: ItemEdit; group?: string }>>();
    const live = await fileNamed(desk, asked.name);
    const found = await desk.written(live);
    if (!found?.file.read)
      return context.json<Answer>({ version: live.file.version, objection: 'unreadable' });
    const edited = editItem(found.file, found.register, asked.edit);
    if ('objection' in edited) return context.json<Answer>({ version: live.file.version, ...edited });
    await live.file.change(edited.changes, 'form', asked.group ?? `form-${live.file.version}`);
    return context.json<Answer>({ version: live.file.version, ...(edited.item && { item: edited.item }) });
  });

  doors.post('/uses', async (context) => {
    const asked = await context.req.json<Asked<{ item: ItemName }>>();
    const found = await desk.written(await fileNamed(desk, asked.name));
    return context.json(found ? usesOf(found.file, asked.item) : []);
  });

  for (const way of ['undo', 'redo'] as const) {
    doors.post(`/${way}`, async (context) => {
      const { file } = await fileNamed(desk, (await context.req.json<Asked<object>>()).name);
      await file[way]();
      return context.json<Answer>({ version: file.version });
    });
  }

  doors.post('/save', async (context) => {
    const { file } = await fileNamed(desk, (await context.req.json<Asked<object>>()).name);
    return context.json(await file.save());
  });

  doors.post('/resolve', async (context) => {
    const asked = await context.req.json<Asked<{ take: 'mine' | 'theirs' }>>();
    const { file } = await fileNamed(desk, asked.name);
    await file.resolve(asked.take === 'theirs' ? 'theirs' : 'mine');
    return context.json<Answer>({ version: file.version });
  });

  doors.post('/complete', async (context) => {
    const asked = await context.req.json<Asked<{ text: string; offset: number }>>();
    const live = await fileNamed(desk, asked.name);
    const found = await desk.written(live);
    const readable = live.readable ?? found?.file;
    if (!readable || typeof asked.text !== 'string') return context.json<CompletionShown[]>([]);
    const register = found?.register && found.register.path !== readable.path ? [found.register] : [];
    const ids = new Ids([readable, ...register]);
    return context.json<CompletionShown[]>(
      completions(readable, asked.text, asked.offset, ids).map((each) => ({
        label: each.label,
        kind: each.kind,
        detail: each.detail,
        info: each.documentation,
        from: each.start,
        to: each.end,
        insert: each.insert,
      })),
    );
  });

  doors.post('/hover', async (context) => {
    const asked = await context.req.json<Asked<{ text: string; offset: number }>>();
    const live = await fileNamed(desk, asked.name);
    const found = await desk.written(live);
    const file = found && writtenFile(found.file.path, asked.text, found.file.conventions);
    if (!file?.read) return context.json({ text: '' });
    const register = found?.register && found.register.path !== file.path ? [found.register] : [];
    const ids = new Ids([file, ...register]);
    const occurrence = ids.at(file, asked.offset);
    const text = occurrence
      ? describeEntity(file, occurrence.target, ids, new Map())
      : describeTerm(file, asked.offset)?.text;
    return context.json({ text: text ?? '' });
  });

  doors.post('/mend', async (context) => {
    const asked = await context.req.json<Asked<{ rule: string; pointer: string; how: 'fix' | 'except' }>>();
    const live = await fileNamed(desk, asked.name);
    const found = await desk.written(live);
    const findings = live.file.kind === 'register' ? [] : (await desk.checked(live)).findings;
    const finding = findings.find(({ rule, pointer }) => rule === asked.rule && pointer === asked.pointer);
    if (!found || !finding) return context.json<Answer>({ version: live.file.version, objection: 'gone' });
    const insertion = asked.how === 'except' ? exceptionFor(found.file, finding) : undefined;
    const change =
      asked.how === 'except'
        ? insertion && { start: insertion.at, end: insertion.at, text: insertion.text }
        : changeFor(found.file, finding);
    if (!change) return context.json<Answer>({ version: live.file.version, objection: 'not-here' });
    await live.file.change([change], 'form', `mend-${live.file.version}`);
    return context.json<Answer>({ version: live.file.version });
  });

  doors.post('/wish', async (context) => {
    const asked = await context.req.json<Asked<{ form?: string; release?: string }>>();
    desk.setWish(await fileNamed(desk, asked.name), await wishOf(desk, asked.form, asked.release));
    return context.json({});
  });

  doors.get('/memo.html', async (context) => {
    const live = await fileNamed(desk, context.req.query('name'));
    context.header('content-security-policy', MEMO_POLICY);
    const page = live.memo && 'memo' in live.memo ? live.memo.memo.page : undefined;
    return context.html(memoPage(page));
  });
  doors.get('/memo.json', async (context) => {
    const live = await fileNamed(desk, context.req.query('name'));
    const page = live.memo && 'memo' in live.memo ? live.memo.memo.page : undefined;
    if (!live.memo || !page) return context.notFound();
    return context.json<MemoShown>({ version: live.memo.version, ...page });
  });
  doors.get('/pdf', async (context) => {
    const { name, form, release } = context.req.query();
    const live = await fileNamed(desk, name);
    const wish = form === undefined && release === undefined ? live.wish : await wishOf(desk, form, release);
    const pdf = await desk.maker.pdf(await desk.checked(live), wish);
    if ('fault' in pdf) return context.json(pdf, 409);
    return context.body(new Uint8Array(pdf), 200, named(live, wish, 'pdf', 'application/pdf'));
  });
  doors.get('/docx', async (context) => {
    const live = await fileNamed(desk, context.req.query('name'));
    const made = await desk.maker.make(await desk.checked(live), live.wish, true);
    if ('fault' in made || !made.memo.word)
      return context.json('fault' in made ? made : { fault: 'errors' }, 409);
    return context.body(new Uint8Array(made.memo.word), 200, named(live, live.wish, 'docx', WORD));
  });
  app.route('/:token', doors);
  return app;
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The page itself holds nothing: its script makes it. */
const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>threat-memo</title>
<link rel="stylesheet" href="fonts.css">
<link rel="stylesheet" href="assets/page.css">
<link rel="icon" href="data:,">
<script type="module" src="assets/page.js"></script>
</head>
<body><div id="desk"></div></body>
</html>
`;

class NotOpen extends Error {}

async function fileNamed(desk: Desk, name: string | undefined): Promise<LiveFile> {
  const live = typeof name === 'string' ? await desk.open(name) : undefined;
  if (!live) throw new NotOpen('There is no such file.');
  return live;
}

/** The marking scheme of the project. */
async function schemeOf({ project }: Desk) {
  const { conventions = shippedConventions } = (await project.context()).context;
  return conventions.scheme;
}

/** A form and a release that there are; what is not named is as the assessment has it. */
async function wishOf(desk: Desk, form: string | undefined, release: string | undefined): Promise<MemoWish> {
  const isForm = form !== undefined && (await desk.project.forms.names()).includes(form);
  const level = release !== undefined && readMarking(await schemeOf(desk), release) ? release : undefined;
  return { ...(isForm && { form }), ...(level && { release: level }) };
}

function named(live: LiveFile, { form, release }: MemoWish, ending: string, type: string) {
  const { id } = (live.state?.data ?? {}) as { readonly id?: unknown };
  const stem = [
    typeof id === 'string' ? id.replace(/[^a-z0-9-]/g, '') : 'memo',
    form,
    release === undefined ? undefined : folderOf(release),
  ];
  const file = `${stem.filter(Boolean).join('.')}.${ending}`;
  return { 'content-type': type, 'content-disposition': `inline; filename="${file}"` };
}
