import { useRef, useState } from 'preact/hooks';
import type { FormField } from '../protocol.ts';
import { useFile } from './context.ts';
import { FieldSet } from './fields.tsx';
import { FIRST, Panel, useGoTo } from './item-panel.tsx';
import { changed } from './list-field.tsx';
import { useSay } from './words/words.ts';

/** Initial values of a new item. */
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

interface NewProps {
  readonly file: string;
  readonly collection: string;
  readonly noun: string;
  readonly fields: readonly FormField[];
}

/**
 * Asks for what a new item needs before it is added to the file: nothing half-written gets there. Answers are
 * kept in this tab until the item is added or cancelled.
 */
export function NewItem({ file, collection, noun, fields }: NewProps) {
  const say = useSay();
  const { edit, choose } = useFile();
  const hasId = fields.some(({ name }) => name === 'id');
  const storageKey = `new ${file} ${collection}`;
  const [value, setValue] = useState<unknown>(
    () => storedDraft(storageKey) ?? BEGINNING[collection] ?? (hasId ? { id: '' } : {}),
  );
  const latest = useRef(value);
  const scope = useGoTo('/');
  const change = (way: readonly (string | number)[], next: unknown) => {
    latest.current = changed(latest.current, way, next);
    sessionStorage.setItem(storageKey, JSON.stringify(latest.current));
    setValue(latest.current);
  };
  const add = async () => {
    const made = pruned(latest.current) as Record<string, unknown>;
    const answer = await edit({ kind: 'add', collection, value: made });
    if (!answer?.item) return;
    sessionStorage.removeItem(storageKey);
    choose({ kind: 'item', item: answer.item });
  };
  const shown = FIRST[collection];
  return (
    <Panel title={say('newItem', { what: noun })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          (document.activeElement as HTMLElement | null)?.blur(); // commits what is being typed
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
              latest.current = undefined; // what a field sends when it is unmounted is ignored
              choose({ kind: 'file' });
              setTimeout(() => sessionStorage.removeItem(storageKey));
            }}
          >
            {say('cancel')}
          </button>
        </p>
      </form>
    </Panel>
  );
}

/** Earlier answers for a new item; `undefined` if there are none. */
function storedDraft(name: string): unknown {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
}

/** Without empty texts, lists and objects; the id is made from the answers. */
function pruned(value: unknown, key?: string): unknown {
  if (value === '' && key !== 'id') return undefined;
  if (Array.isArray(value)) {
    const list = value.map((each) => pruned(each)).filter((each) => each !== undefined);
    return list.length === 0 ? undefined : list;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([name, each]) => {
    const filled = pruned(each, name);
    return filled === undefined ? [] : [[name, filled] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
