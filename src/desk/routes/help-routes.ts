import type { Hono } from 'hono';
import { changeFor } from '../../writing/changes.ts';
import { completions } from '../../writing/completion.ts';
import { describeEntity, describeTerm } from '../../writing/hover.ts';
import { Ids } from '../../writing/ids.ts';
import { suppressionFor } from '../../writing/suppressions.ts';
import { labelOf } from '../../writing/words.ts';
import { writtenFile } from '../../writing/written-file.ts';
import type { CommentNamed } from '../comments.ts';
import type { Desk } from '../desk.ts';
import type { Answer, CompletionShown, SharedItem } from '../protocol.ts';
import { type FileRequest, fileNamed } from './file-request.ts';

/** Routes that help while writing: completion, hover, quick fixes, answered comments. */
export function addHelpRoutes(routes: Hono, desk: Desk): void {
  routes.post('/complete', async (context) => {
    const request = await context.req.json<FileRequest<{ text: string; offset: number }>>();
    const live = await fileNamed(desk, request.name);
    const found = await desk.written(live);
    const readable = live.readable ?? found?.file;
    if (!readable || typeof request.text !== 'string') return context.json<CompletionShown[]>([]);
    const register = found?.register && found.register.path !== readable.path ? [found.register] : [];
    const ids = new Ids([readable, ...register]);
    return context.json<CompletionShown[]>(
      completions(readable, request.text, request.offset, ids).map((each) => ({
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

  routes.post('/hover', async (context) => {
    const request = await context.req.json<FileRequest<{ text: string; offset: number }>>();
    const live = await fileNamed(desk, request.name);
    const found = await desk.written(live);
    const file = found && writtenFile(found.file.path, request.text, found.file);
    if (!file?.read) return context.json({ text: '' });
    const register = found?.register && found.register.path !== file.path ? [found.register] : [];
    const ids = new Ids([file, ...register]);
    const occurrence = ids.at(file, request.offset);
    const text = occurrence
      ? describeEntity(file, occurrence.target, ids, new Map())
      : describeTerm(file, request.offset)?.text;
    return context.json({ text: text ?? '' });
  });

  routes.get('/shared', async (context) => {
    const found = await desk.written(await fileNamed(desk, context.req.query('name')));
    const { file, register } = found ?? {};
    if (!register || file?.kind === 'register') return context.json<SharedItem[]>([]);
    return context.json<SharedItem[]>(
      new Ids([register])
        .entitiesOf(register)
        .map((entity) => ({ collection: entity.collection, id: entity.id, label: labelOf(entity) })),
    );
  });

  routes.post('/comment', async (context) => {
    const request = await context.req.json<FileRequest<{ comment: CommentNamed; resolved: boolean }>>();
    const live = await fileNamed(desk, request.name);
    const isDone = await desk.resolveComment(live, request.comment, request.resolved === true);
    return context.json<Answer>({ version: live.file.version, ...(!isDone && { objection: 'gone' }) });
  });

  routes.post('/fix', async (context) => {
    const request =
      await context.req.json<FileRequest<{ rule: string; pointer: string; how: 'fix' | 'except' }>>();
    const live = await fileNamed(desk, request.name);
    const found = await desk.written(live);
    const findings = live.file.kind === 'register' ? [] : (await desk.checked(live)).findings;
    const finding = findings.find(
      ({ rule, pointer }) => rule === request.rule && pointer === request.pointer,
    );
    if (!found || !finding) return context.json<Answer>({ version: live.file.version, objection: 'gone' });
    const insertion = request.how === 'except' ? suppressionFor(found.file, finding) : undefined;
    const change =
      request.how === 'except'
        ? insertion && { start: insertion.at, end: insertion.at, text: insertion.text }
        : changeFor(found.file, finding);
    if (!change) return context.json<Answer>({ version: live.file.version, objection: 'not-here' });
    await live.file.change([change], 'form', `fix-${live.file.version}`);
    return context.json<Answer>({ version: live.file.version });
  });
}
