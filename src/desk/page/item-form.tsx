import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FormField, ItemName } from '../protocol.ts';
import { type Choice, indexOf, useFile, valueIn } from './context.ts';
import { Dialog } from './dialog.tsx';
import { FieldSet } from './fields.tsx';
import { changed } from './list-field.tsx';
import { Matrix } from './matrix.tsx';
import { titleOf } from './outline.tsx';
import { ask } from './server.ts';
import { useLabel, useSay } from './words/words.ts';

/** What is asked first of an item, in the order in which an analyst thinks of it; the rest is a click away. */
const FIRST: Readonly<Record<string, readonly string[]>> = {
  judgments: [
    'statement',
    'likelihood',
    'confidence',
    'horizon',
    'evidence',
    'contraryEvidence',
    'wouldChange',
    'estimates',
  ],
  evidence: ['statement', 'kind', 'date', 'citations'],
  sources: ['csl', 'reliability'],
  actors: ['name', 'type', 'aliases', 'summary'],
  incidents: ['title', 'date', 'place', 'type', 'summary', 'evidence'],
  hypotheses: ['statement', 'likelihood'],
  sections: ['heading', 'body'],
  assumptions: ['statement'],
  recommendations: ['to', 'action', 'judgments'],
};
const FIRST_OF_FILE = ['title', 'question', 'bottomLine', 'authors', 'marking', 'asOf', 'status'];

/** What a new item is made of before anything is said of it. */
const BEGINNING: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  sources: { id: '', csl: { type: 'report', title: '' } },
  judgments: {
    id: '',
    statement: '',
    likelihood: {},
    confidence: { basis: '' },
    wouldChange: '',
  },
};

/** The form for what was chosen. */
export function ItemForm({ choice, name }: { readonly choice: Choice; readonly name: string }) {
  const say = useSay();
  const { forms, state } = useFile();
  const label = useLabel();
  const { path: _, ...shown } = { path: undefined, ...choice };
  // Another form is read from its beginning. Before the keyboard goes to a field of it, which scrolls there.
  useLayoutEffect(() => document.querySelector('main.edit')?.scrollTo(0, 0), [JSON.stringify(shown)]);
  if (!state.isReadable) return <p role="alert">{say('unreadable')}</p>;
  if (choice.kind === 'matrix') {
    return (
      <Panel title={say('matrix')}>
        <Matrix />
      </Panel>
    );
  }
  if (choice.kind === 'file') return <FileForm {...(choice.path !== undefined && { path: choice.path })} />;
  const { collection } = choice.kind === 'new' ? choice : choice.item;
  const form = forms.collections.find((each) => each.collection === collection);
  if (!form) return null;
  if (choice.kind === 'new') {
    return (
      <NewItem
        key={collection}
        file={name}
        collection={collection}
        noun={label(form.noun)}
        fields={form.fields}
      />
    );
  }
  const index = indexOf(state.data, choice.item);
  if (index < 0) return <p>{say('gone')}</p>;
  return (
    <EditItem
      key={`${collection}/${choice.item.id}`}
      file={name}
      item={choice.item}
      index={index}
      noun={label(form.noun)}
      fields={form.fields}
      {...(choice.path !== undefined && { path: choice.path })}
    />
  );
}

function Panel({
  title,
  children,
  tools,
}: {
  title: string;
  children: preact.ComponentChildren;
  tools?: preact.ComponentChildren;
}) {
  return (
    <section class="form" aria-labelledby="form-title">
      <header>
        <h2 id="form-title" tabIndex={-1}>
          {title}
        </h2>
        {tools}
      </header>
      {children}
    </section>
  );
}

function FileForm({ path }: { readonly path?: string }) {
  const say = useSay();
  const { forms, state, edit } = useFile();
  const scope = useGoTo(path);
  return (
    <Panel title={say('aboutMemo')}>
      <div ref={scope}>
        <FieldSet
          fields={forms.file.filter(({ name }) => name !== '$schema')}
          value={state.data}
          first={FIRST_OF_FILE}
          at=""
          change={(way, value) =>
            void edit(
              value === undefined
                ? { kind: 'remove', item: undefined, path: way }
                : { kind: 'set', item: undefined, path: way, value },
              `file ${way.join('/')}`,
            )
          }
        />
      </div>
    </Panel>
  );
}

interface EditProps {
  readonly file: string;
  readonly item: ItemName;
  readonly index: number;
  readonly noun: string;
  readonly fields: readonly FormField[];
  readonly path?: string;
}

function EditItem({ file, item, index, noun, fields, path }: EditProps) {
  const say = useSay();
  const { state, edit, choose } = useFile();
  const [asked, setAsked] = useState<'delete' | 'rename' | undefined>();
  const scope = useGoTo(path);
  const value = valueIn(state.data, [item.collection, index]);
  const list = valueIn(state.data, [item.collection]);
  const count = Array.isArray(list) ? list.length : 0;
  const label =
    state.outline.find(({ collection }) => collection === item.collection)?.items[index]?.label ?? item.id;
  const move = (by: number) => void edit({ kind: 'move', item, to: index + by });
  const canRename = typeof valueIn(value, ['id']) === 'string';
  const tools = (
    <span class="row tools">
      <button
        type="button"
        class="small"
        aria-label={say('moveUp')}
        disabled={index === 0}
        onClick={() => move(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        class="small"
        aria-label={say('moveDown')}
        disabled={index >= count - 1}
        onClick={() => move(1)}
      >
        ↓
      </button>
      {canRename && (
        <button type="button" class="small" onClick={() => setAsked('rename')} title={say('rename')}>
          <bdi>{item.id}</bdi>
        </button>
      )}
      <button type="button" class="small" onClick={() => setAsked('delete')}>
        {say('delete')}
      </button>
    </span>
  );
  return (
    <Panel title={`${noun} ${index + 1}`} tools={tools}>
      <div ref={scope}>
        <FieldSet
          fields={fields.filter(({ name }) => name !== 'id')}
          value={value}
          first={FIRST[item.collection] ?? []}
          at=""
          change={(way, next) =>
            void edit(
              next === undefined
                ? { kind: 'remove', item, path: way }
                : { kind: 'set', item, path: way, value: next },
              `${item.collection}/${item.id} ${way.join('/')}`,
            )
          }
        />
      </div>
      {asked === 'delete' && (
        <Delete
          file={file}
          item={item}
          label={label}
          close={() => setAsked(undefined)}
          remove={() => {
            void edit({ kind: 'remove', item, path: [] });
            choose({ kind: 'file' });
          }}
        />
      )}
      {asked === 'rename' && <Rename item={item} label={label} close={() => setAsked(undefined)} />}
    </Panel>
  );
}

interface DeleteProps {
  readonly file: string;
  readonly item: ItemName;
  readonly label: string;
  readonly close: () => void;
  readonly remove: () => void;
}

/** Asks before something is removed, and says what refers to it. */
function Delete({ file, item, label, close, remove }: DeleteProps) {
  const say = useSay();
  const [uses, setUses] = useState<readonly string[]>();
  useEffect(() => {
    void ask<readonly string[]>('uses', { name: file, item }).then(setUses);
  }, [file, item]);
  return (
    <Dialog title={say('deleteQuestion', { what: label })} close={close}>
      {uses && uses.length > 0 && (
        <>
          <p class="fault">{say('usedBy')}</p>
          <ul>
            {uses.map((use) => (
              <li key={use} dir="auto">
                {use}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="buttons">
        <button
          type="button"
          class="main"
          disabled={!uses}
          onClick={() => {
            close();
            remove();
          }}
        >
          {say('delete')}
        </button>
        <button type="button" onClick={close}>
          {say('cancel')}
        </button>
      </p>
    </Dialog>
  );
}

interface RenameProps {
  readonly item: ItemName;
  readonly label: string;
  readonly close: () => void;
}

function Rename({ item, label, close }: RenameProps) {
  const say = useSay();
  const { edit, choose } = useFile();
  const [id, setId] = useState(item.id);
  const rename = async () => {
    const answer = await edit({ kind: 'rename', item, id });
    if (answer?.objection !== undefined) return;
    if (answer?.item) choose({ kind: 'item', item: answer.item });
    close();
  };
  return (
    <Dialog title={say('idQuestion', { what: label })} close={close}>
      <label class="field">
        <span>{say('id')}</span>
        <input value={id} dir="ltr" onInput={({ currentTarget }) => setId(currentTarget.value)} />
      </label>
      <p class="quiet">{say('idHelp')}</p>
      <p class="buttons">
        <button type="button" class="main" onClick={() => void rename()}>
          {say('rename')}
        </button>
        <button type="button" onClick={close}>
          {say('cancel')}
        </button>
      </p>
    </Dialog>
  );
}

interface NewProps {
  readonly file: string;
  readonly collection: string;
  readonly noun: string;
  readonly fields: readonly FormField[];
}

/**
 * Asks what a new item needs before it is put into the file: nothing half-written gets there. What was answered so far stays in
 * this tab, wherever one goes meanwhile, until it is added or cancelled.
 */
function NewItem({ file, collection, noun, fields }: NewProps) {
  const say = useSay();
  const { edit, choose } = useFile();
  const hasId = fields.some(({ name }) => name === 'id');
  const kept = `new ${file} ${collection}`;
  const [value, setValue] = useState<unknown>(
    () => keptIn(kept) ?? BEGINNING[collection] ?? (hasId ? { id: '' } : {}),
  );
  const latest = useRef(value);
  const scope = useGoTo('/');
  const change = (way: readonly (string | number)[], next: unknown) => {
    latest.current = changed(latest.current, way, next);
    sessionStorage.setItem(kept, JSON.stringify(latest.current));
    setValue(latest.current);
  };
  const add = async () => {
    const made = pruned(latest.current) as Record<string, unknown>;
    const answer = await edit({ kind: 'add', collection, value: made });
    if (!answer?.item) return;
    sessionStorage.removeItem(kept);
    choose({ kind: 'item', item: answer.item });
  };
  const shown = FIRST[collection];
  return (
    <Panel title={say('newItem', { what: noun })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          (document.activeElement as HTMLElement | null)?.blur(); // what is being typed counts
          setTimeout(() => void add());
        }}
      >
        <div ref={scope}>
          <FieldSet
            fields={fields.filter(({ name }) => name !== 'id' && name !== 'ref')}
            value={value}
            {...(shown && { first: shown })}
            at=""
            change={change}
          />
        </div>
        <p class="buttons">
          <button type="submit" class="main">
            {say('addIt')}
          </button>
          <button
            type="button"
            onClick={() => {
              latest.current = undefined; // what a field still says when it goes away is not kept
              choose({ kind: 'file' });
              setTimeout(() => sessionStorage.removeItem(kept));
            }}
          >
            {say('cancel')}
          </button>
        </p>
      </form>
    </Panel>
  );
}

/** What was answered of a new item before; `undefined` where nothing was. */
function keptIn(name: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Without what nobody has said: empty texts, lists and objects; an id is made of what was said. */
function pruned(value: unknown, key?: string): unknown {
  if (value === '' && key !== 'id') return undefined;
  if (Array.isArray(value)) {
    const list = value.map((each) => pruned(each)).filter((each) => each !== undefined);
    return list.length === 0 ? undefined : list;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([name, each]) => {
    const kept = pruned(each, name);
    return kept === undefined ? [] : [[name, kept] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** Takes the keyboard to a field, by its pointer within the item; to the heading where there is none. */
function useGoTo(path: string | undefined) {
  const scope = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (path === undefined || !scope.current) return;
    let at = path;
    for (;;) {
      const found =
        at === '' || at === '/'
          ? scope.current
          : scope.current.querySelector(`[data-at="${CSS.escape(at)}"]`);
      if (found) {
        found.closest('details')?.setAttribute('open', '');
        const isTop = found === scope.current;
        if (!isTop) found.scrollIntoView({ block: 'nearest' });
        found.querySelector<HTMLElement>('textarea, input, select, button')?.focus({ preventScroll: isTop });
        return;
      }
      at = at.slice(0, at.lastIndexOf('/'));
    }
  }, [path]);
  return scope;
}

export { titleOf };
