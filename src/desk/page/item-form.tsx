import { useLayoutEffect, useState } from 'preact/hooks';
import type { FormField, ItemName } from '../protocol.ts';
import { type Choice, indexOf, listedIn, useFile, valueIn } from './context.ts';
import { FieldSet } from './fields.tsx';
import { Delete, Rename } from './item-dialogs.tsx';
import { FIRST, Panel, useGoTo } from './item-panel.tsx';
import { Matrix } from './matrix.tsx';
import { NewItem } from './new-item.tsx';
import { useLabel, useSay } from './words/words.ts';

const FIRST_OF_FILE = ['title', 'question', 'bottomLine', 'authors', 'marking', 'asOf', 'status'];

/** The form for the current choice. */
export function ItemForm({ choice, name }: { readonly choice: Choice; readonly name: string }) {
  const say = useSay();
  const { forms, state } = useFile();
  const label = useLabel();
  const { path: _, ...shown } = { path: undefined, ...choice };
  // A new form starts at its top. Runs before the focus goes to a field, which scrolls there.
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
  const [openDialog, setOpenDialog] = useState<'delete' | 'rename' | undefined>();
  const scope = useGoTo(path);
  const value = valueIn(state.data, [item.collection, index]);
  const list = valueIn(state.data, [item.collection]);
  const count = Array.isArray(list) ? list.length : 0;
  const label = listedIn(state, item.collection)[index]?.label ?? item.id;
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
        <button type="button" class="small" onClick={() => setOpenDialog('rename')} title={say('rename')}>
          <bdi>{item.id}</bdi>
        </button>
      )}
      <button type="button" class="small" onClick={() => setOpenDialog('delete')}>
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
      {openDialog === 'delete' && (
        <Delete
          file={file}
          item={item}
          label={label}
          close={() => setOpenDialog(undefined)}
          remove={() => {
            void edit({ kind: 'remove', item, path: [] });
            choose({ kind: 'file' });
          }}
        />
      )}
      {openDialog === 'rename' && <Rename item={item} label={label} close={() => setOpenDialog(undefined)} />}
    </Panel>
  );
}
