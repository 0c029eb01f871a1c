import type { Hono } from 'hono';
import { folderOf, readMarking } from '../../model/conventions/markings.ts';
import { keepSent } from '../../project/disk/sent-editions.ts';
import { sha256 } from '../../project/provenance.ts';
import type { Desk, LiveFile } from '../desk.ts';
import { MEMO_POLICY } from '../guard.ts';
import type { MemoRequest } from '../memo-maker.ts';
import { memoPage } from '../memo-page.ts';
import type { MemoShown } from '../protocol.ts';
import { type FileRequest, fileNamed, schemeOf } from './file-request.ts';

/** Routes for the memo of a file: the page for the frame, PDF and Word, in the form and release requested. */
export function addMemoRoutes(routes: Hono, desk: Desk): void {
  routes.post('/wish', async (context) => {
    const request = await context.req.json<FileRequest<{ form?: string; release?: string }>>();
    desk.setWish(await fileNamed(desk, request.name), await wishOf(desk, request.form, request.release));
    return context.json({});
  });

  routes.get('/memo.html', async (context) => {
    const live = await fileNamed(desk, context.req.query('name'));
    context.header('content-security-policy', MEMO_POLICY);
    const page = live.memo && 'memo' in live.memo ? live.memo.memo.page : undefined;
    return context.html(memoPage(page));
  });
  routes.get('/memo.json', async (context) => {
    const live = await fileNamed(desk, context.req.query('name'));
    const page = live.memo && 'memo' in live.memo ? live.memo.memo.page : undefined;
    if (!live.memo || !page) return context.notFound();
    return context.json<MemoShown>({ version: live.memo.version, ...page });
  });
  routes.get('/pdf', async (context) => {
    const { name, form, release } = context.req.query();
    const live = await fileNamed(desk, name);
    const wish = form === undefined && release === undefined ? live.wish : await wishOf(desk, form, release);
    const pdf = await desk.maker.pdf(await desk.checked(live), wish);
    if ('fault' in pdf) return context.json(pdf, 409);
    return context.body(new Uint8Array(pdf), 200, named(live, wish, 'pdf', 'application/pdf'));
  });
  routes.get('/docx', async (context) => {
    const live = await fileNamed(desk, context.req.query('name'));
    const checked = await desk.checked(live);
    const made = await desk.maker.make(checked, live.wish, true);
    if ('fault' in made || !made.memo.word)
      return context.json('fault' in made ? made : { fault: 'errors' }, 409);
    const { path } = checked.input;
    await keepSent(sha256(made.source.file.bytes), { path, bytes: checked.bytes }, desk.project.effects);
    return context.body(new Uint8Array(made.memo.word), 200, named(live, live.wish, 'docx', WORD));
  });
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The form and release requested, if they exist; by default those of the assessment. */
async function wishOf(
  desk: Desk,
  form: string | undefined,
  release: string | undefined,
): Promise<MemoRequest> {
  const isForm = form !== undefined && (await desk.project.forms.names()).includes(form);
  const level = release !== undefined && readMarking(await schemeOf(desk), release) ? release : undefined;
  return { ...(isForm && { form }), ...(level && { release: level }) };
}

function named(live: LiveFile, { form, release }: MemoRequest, ending: string, type: string) {
  const { id } = (live.state?.data ?? {}) as { readonly id?: unknown };
  const stem = [
    typeof id === 'string' ? id.replace(/[^a-z0-9-]/g, '') : 'memo',
    form,
    release === undefined ? undefined : folderOf(release),
  ];
  const file = `${stem.filter(Boolean).join('.')}.${ending}`;
  return { 'content-type': type, 'content-disposition': `inline; filename="${file}"` };
}
