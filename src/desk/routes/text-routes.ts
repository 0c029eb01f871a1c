import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { type Desk, memoState } from '../desk.ts';
import { importInto } from '../import-into.ts';
import { editItem, usesOf } from '../item-edits.ts';
import type {
  Answer,
  DeskEvent,
  ImportAnswer,
  ItemEdit,
  ItemName,
  OpenedFile,
  TextUpdate,
} from '../protocol.ts';
import { type FileRequest, fileNamed } from './file-request.ts';

/** Milliseconds between signs of life to a window. */
const HEARTBEAT = 15_000;

/**
 * Routes for the text of a file: opening it, changes from windows and forms, undo, saving, and its stream of
 * events.
 */
export function addTextRoutes(routes: Hono, desk: Desk): void {
  routes.post('/open', async (context) => {
    const { name } = await context.req.json<FileRequest<object>>();
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

  routes.post('/push', async (context) => {
    const request =
      await context.req.json<FileRequest<{ version: number; updates: readonly TextUpdate[] }>>();
    const { file } = await fileNamed(desk, request.name);
    await file.push(request.version, request.updates);
    return context.json<Answer>({ version: file.version });
  });

  routes.post('/edit', async (context) => {
    const request = await context.req.json<FileRequest<{ edit: ItemEdit; group?: string }>>();
    const live = await fileNamed(desk, request.name);
    const found = await desk.written(live);
    if (!found?.file.read)
      return context.json<Answer>({ version: live.file.version, objection: 'unreadable' });
    const edited = editItem(found.file, found.register, request.edit);
    if ('objection' in edited) return context.json<Answer>({ version: live.file.version, ...edited });
    await live.file.change(edited.changes, 'form', request.group ?? `form-${live.file.version}`);
    return context.json<Answer>({ version: live.file.version, ...(edited.item && { item: edited.item }) });
  });

  routes.post('/uses', async (context) => {
    const request = await context.req.json<FileRequest<{ item: ItemName }>>();
    const found = await desk.written(await fileNamed(desk, request.name));
    return context.json(found ? usesOf(found.file, request.item) : []);
  });

  for (const way of ['undo', 'redo'] as const) {
    routes.post(`/${way}`, async (context) => {
      const { file } = await fileNamed(desk, (await context.req.json<FileRequest<object>>()).name);
      await file[way]();
      return context.json<Answer>({ version: file.version });
    });
  }

  routes.post('/save', async (context) => {
    const { file } = await fileNamed(desk, (await context.req.json<FileRequest<object>>()).name);
    return context.json(await file.save());
  });

  routes.post('/resolve', async (context) => {
    const request = await context.req.json<FileRequest<{ take: 'mine' | 'theirs' }>>();
    const { file } = await fileNamed(desk, request.name);
    await file.resolve(request.take === 'theirs' ? 'theirs' : 'mine');
    return context.json<Answer>({ version: file.version });
  });

  routes.post('/import', async (context) => {
    const { name, file = 'file' } = context.req.query();
    const live = await fileNamed(desk, name);
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    return context.json<ImportAnswer>(await importInto(desk, live, file, bytes));
  });

  routes.get('/events', async (context) => {
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
}
