import { useState } from 'preact/hooks';
import type { HeadState, OutlineItem } from '../protocol.ts';
import { type Choice, useFile } from './context.ts';
import { useLabel, useSay } from './words/words.ts';

interface OutlineProps {
  readonly choice: Choice | undefined;
  readonly head: HeadState | undefined;
}

/** Collections in the order in which they are usually written, not that of the file. */
const ORDER = ['judgments', 'hypotheses', 'matrix', 'evidence', 'sources', 'actors', 'incidents', 'sections'];

/** Every item of the file by its label; dragging it, or Alt and an arrow key, moves it. */
export function Outline({ choice, head }: OutlineProps) {
  const say = useSay();
  const label = useLabel();
  const { state, choose } = useFile();
  const groups = [...state.outline].sort((a, b) => rank(a.collection) - rank(b.collection));
  const [closed, setClosed] = useState<ReadonlySet<string>>(
    () => new Set(groups.filter(({ items }) => items.length > 15).map(({ collection }) => collection)),
  );
  const changed = new Set((head?.changes ?? []).map(({ pointer }) => itemPointer(pointer)));
  const toggle = (collection: string) => {
    const next = new Set(closed);
    if (!next.delete(collection)) next.add(collection);
    setClosed(next);
  };
  const isChosen = (collection: string, id: string) =>
    choice?.kind === 'item' && choice.item.collection === collection && choice.item.id === id;
  return (
    <nav class="outline" aria-label={say('outline')}>
      <button
        type="button"
        class="item"
        aria-current={choice?.kind === 'file'}
        onClick={() => choose({ kind: 'file' })}
      >
        {say('aboutMemo')}
        {changed.has('') && <Changed />}
      </button>
      {groups.map(({ collection, items }) => (
        <section key={collection}>
          <h2>
            {collection === 'matrix' ? (
              <button
                type="button"
                aria-current={choice?.kind === 'matrix'}
                onClick={() => choose({ kind: 'matrix' })}
              >
                {say('matrix')}
                <span class="quiet"> {items.length > 0 ? items.length : ''}</span>
              </button>
            ) : (
              <>
                <button
                  type="button"
                  aria-expanded={!closed.has(collection)}
                  onClick={() => toggle(collection)}
                >
                  {label(titleOf(collection))}
                  <span class="quiet"> {items.length > 0 ? items.length : ''}</span>
                </button>
                <button
                  type="button"
                  class="small"
                  aria-label={say('addOne', { what: label(titleOf(collection)) })}
                  onClick={() => choose({ kind: 'new', collection })}
                >
                  +
                </button>
              </>
            )}
          </h2>
          {!closed.has(collection) && items.length > 0 && collection !== 'matrix' && (
            <ol>
              {items.map((item, index) => (
                <Item
                  key={item.id}
                  item={item}
                  index={index}
                  count={items.length}
                  collection={collection}
                  isChosen={isChosen(collection, item.id)}
                  isChanged={changed.has(item.pointer)}
                />
              ))}
            </ol>
          )}
        </section>
      ))}
    </nav>
  );
}

interface ItemProps {
  readonly item: OutlineItem;
  readonly index: number;
  readonly count: number;
  readonly collection: string;
  readonly isChosen: boolean;
  readonly isChanged: boolean;
}

function Item({ item, index, count, collection, isChosen, isChanged }: ItemProps) {
  const say = useSay();
  const { edit, choose } = useFile();
  const [isOver, setIsOver] = useState(false);
  const name = { collection, id: item.id };
  const move = (id: string, to: number) => void edit({ kind: 'move', item: { collection, id }, to });
  return (
    <li
      class={isOver ? 'over' : ''}
      onDragOver={(event) => {
        if (!event.dataTransfer?.types.includes(`item/${collection}`)) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        setIsOver(false);
        const id = event.dataTransfer?.getData(`item/${collection}`);
        if (!id) return;
        event.preventDefault();
        move(id, index);
      }}
    >
      <button
        type="button"
        class="item"
        draggable
        title={say('drag')}
        aria-current={isChosen}
        onClick={() => choose({ kind: 'item', item: name })}
        onDragStart={(event) => event.dataTransfer?.setData(`item/${collection}`, item.id)}
        onKeyDown={(event) => {
          if (!event.altKey) return;
          if (event.key === 'ArrowUp' && index > 0) move(item.id, index - 1);
          else if (event.key === 'ArrowDown' && index < count - 1) move(item.id, index + 1);
          else return;
          event.preventDefault();
        }}
      >
        {collection === 'judgments' && <b>{`${index + 1} `}</b>}
        <span dir="auto">{item.label}</span>
        {isChanged && <Changed />}
        {item.errors + item.warnings > 0 && (
          <span class={`dot ${item.errors > 0 ? 'error' : 'warning'}`}>
            <span class="hidden">{`${say('findings')}: ${item.errors + item.warnings}`}</span>
          </span>
        )}
      </button>
    </li>
  );
}

function Changed() {
  const say = useSay();
  return (
    <span class="dot changed">
      <span class="hidden">{say('changedHere')}</span>
    </span>
  );
}

function rank(collection: string): number {
  const at = ORDER.indexOf(collection);
  return at < 0 ? ORDER.length : at;
}

/** The pointer of the item that a pointer leads into; empty for the file itself. */
function itemPointer(pointer: string | undefined): string {
  return /^\/[^/]+\/\d+/.exec(pointer ?? '/x/0')?.[0] ?? '';
}

export function titleOf(collection: string): string {
  return collection.charAt(0).toUpperCase() + collection.slice(1);
}
