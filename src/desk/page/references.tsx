import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { OutlineItem } from '../protocol.ts';
import { useFile } from './context.ts';
import { useLabel, useSay } from './words/words.ts';

interface ReferencesProps {
  readonly label: string;
  /** Empty for all. */
  readonly collections: readonly string[];
  readonly isList: boolean;
  /** Whether plain words may stand in place of an entry. */
  readonly takesWords: boolean;
  readonly value: unknown;
  readonly set: (value: unknown) => void;
}

/** An entry that can be referred to. */
export interface Found extends Pick<OutlineItem, 'id' | 'label' | 'detail'> {
  readonly collection: string;
  /** Whether it is in the register only. */
  readonly isShared?: boolean;
}

/** What can be done with the words that were typed, besides picking what they find. */
interface WithWords {
  /** Says so, with the words. */
  readonly says: (text: string) => string;
  readonly take: (text: string) => void;
}

/** Most matches offered at once. */
const MAX_OFFERED = 12;

/** Collections where a new entry can be made from its words alone, with the field that takes the words. */
const MADE_BY: Readonly<Record<string, string>> = {
  evidence: 'statement',
  assumptions: 'statement',
  hypotheses: 'statement',
  indicators: 'statement',
  actors: 'name',
};

/** Entries of the collections (all if none are named): those of the file, then those only the register has. */
export function useEntries(collections: readonly string[]): readonly Found[] {
  const { state, shared } = useFile();
  const isWanted = (collection: string) => collections.length === 0 || collections.includes(collection);
  const own: readonly Found[] = state.outline
    .filter(({ collection }) => isWanted(collection))
    .flatMap(({ collection, items }) => items.map((item) => ({ ...item, collection })));
  const isOwn = (id: string, collection: string) =>
    own.some((each) => each.id === id && each.collection === collection);
  const others = shared
    .filter(({ collection, id }) => isWanted(collection) && !isOwn(id, collection))
    .map((each): Found => ({ ...each, detail: '', isShared: true }));
  return [...own, ...others];
}

/**
 * References, chosen by what the entries say, not by id; an entry that does not exist yet can be added here.
 */
export function References({ label, collections, isList, takesWords, value, set }: ReferencesProps) {
  const say = useSay();
  const nounOf = useLabel();
  const { forms, edit, choose } = useFile();
  const chosen = [value ?? []]
    .flat()
    .map(String)
    .filter((id) => id !== ''); // one, several or none
  const all = useEntries(collections);
  const nameOf = ({ collection, id }: Found) => (collections.length === 0 ? `${collection}/${id}` : id);
  const find = (id: string) => all.find((each) => nameOf(each) === id || each.id === id);
  const put = (ids: readonly string[]) => {
    if (isList) set(ids.length === 0 ? undefined : ids);
    else set(ids[0]);
  };
  const move = (index: number, by: number) => {
    const to = index + by;
    if (to < 0 || to >= chosen.length) return;
    const moved = [...chosen];
    moved.splice(to, 0, ...moved.splice(index, 1));
    put(moved);
  };
  const [collection = ''] = collections;
  const madeBy = MADE_BY[collection];
  const add = (id: string) => put(isList ? [...chosen, id] : [id]);
  const make = async (text: string) => {
    const made = await edit({ kind: 'add', collection, value: { id: '', [madeBy ?? 'statement']: text } });
    if (made?.item) add(made.item.id);
  };
  const pick = async (item: Found) => {
    // Places are named from the register itself; all else has an entry here that names the one there.
    if (item.isShared && item.collection !== 'places') {
      const made = await edit({ kind: 'add', collection: item.collection, value: { ref: item.id } });
      if (!made?.item) return;
    }
    add(nameOf(item));
  };
  const noun = forms.collections.find((each) => each.collection === collection)?.noun ?? collection;
  const ways: WithWords[] = [];
  if (takesWords) ways.push({ says: (text) => say('asWords', { text }), take: add });
  if (madeBy !== undefined) {
    const what = nounOf(noun);
    ways.push({ says: (text) => say('addAs', { text, what }), take: (text) => void make(text) });
  }
  return (
    <div class="references">
      <ul>
        {chosen.map((id, index) => {
          const item = find(id);
          return (
            <li key={id}>
              <button
                type="button"
                class="reference"
                onClick={() =>
                  item &&
                  !item.isShared &&
                  choose({ kind: 'item', item: { collection: item.collection, id: item.id } })
                }
                onKeyDown={(event) => {
                  if (!event.altKey || !isList) return;
                  if (event.key === 'ArrowUp') move(index, -1);
                  else if (event.key === 'ArrowDown') move(index, 1);
                  else return;
                  event.preventDefault();
                }}
              >
                {item?.detail ? <b class="grade">{item.detail}</b> : null}
                <span dir="auto">{item?.label ?? id}</span>
                {item && <bdi class="quiet">{id}</bdi>}
              </button>
              <button
                type="button"
                class="small"
                aria-label={`${say('remove')}: ${item?.label ?? id}`}
                onClick={() => put(chosen.filter((each) => each !== id))}
              >
                ×
              </button>
            </li>
          );
        })}
      </ul>
      {(isList || chosen.length === 0) && (
        <Search
          label={label}
          all={all.filter((item) => !chosen.includes(nameOf(item)))}
          pick={(item) => void pick(item)}
          ways={ways}
          prompt={say(madeBy !== undefined ? 'searchOrAdd' : takesWords ? 'searchOrWrite' : 'search')}
          isLeftAsWords={takesWords}
        />
      )}
    </div>
  );
}

interface SearchProps {
  readonly label: string;
  readonly prompt: string;
  readonly all: readonly Found[];
  readonly pick: (item: Found) => void;
  readonly ways?: readonly WithWords[];
  /** Whether words that find nothing are taken by the first of `ways` when the field is left. */
  readonly isLeftAsWords?: boolean;
  /** Called by Escape, and when the field is left. */
  readonly leave?: (isEscape: boolean) => void;
}

/** A search field with its matches, with the usual keys of a combobox. */
export function Search({
  label,
  prompt,
  all,
  pick,
  ways = [],
  isLeftAsWords = false,
  leave = () => {},
}: SearchProps) {
  const say = useSay();
  const list = useId();
  const [text, setText] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [at, setAt] = useState(0);
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const typed = text.trim();
  const found = all
    .filter(({ id, label: says, detail }) => {
      const whole = `${id} ${says} ${detail}`.toLowerCase();
      return words.every((word) => whole.includes(word));
    })
    .slice(0, MAX_OFFERED);
  const others = typed === '' ? [] : ways;
  const count = found.length + others.length;
  const take = (index: number) => {
    const item = found[index];
    const other = others[index - found.length];
    if (item) pick(item);
    else if (other) other.take(typed);
    else return;
    setText('');
    setIsOpen(false);
    setAt(0);
  };
  const option = (index: number, content: ComponentChildren) => (
    <div
      key={index}
      id={`${list}-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={index === at}
      onPointerDown={(event) => {
        event.preventDefault();
        take(index);
      }}
    >
      {content}
    </div>
  );
  return (
    <div class="search">
      <input
        role="combobox"
        aria-label={`${label}: ${prompt}`}
        aria-expanded={isOpen && count > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && count > 0 ? `${list}-${at}` : undefined}
        placeholder={`+ ${prompt}`}
        value={text}
        dir="auto"
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          setIsOpen(true);
          setAt(0);
        }}
        onFocus={() => setIsOpen(true)}
        onBlur={() => {
          if (isLeftAsWords && typed !== '' && found.length === 0) take(0);
          setTimeout(() => setIsOpen(false), 150);
          leave(false);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(count - 1, at + 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
          else if (event.key === 'Enter') take(at);
          else if (event.key === 'Escape') {
            setIsOpen(false);
            leave(true);
          } else return;
          event.preventDefault();
        }}
      />
      <div id={list} role="listbox" aria-label={label} hidden={!isOpen || count === 0}>
        {found.map((item, index) =>
          option(
            index,
            <>
              {item.detail && <b class="grade">{item.detail}</b>} <span dir="auto">{item.label}</span>{' '}
              <bdi class="quiet">{item.isShared ? `${item.id} · ${say('register')}` : item.id}</bdi>
            </>,
          ),
        )}
        {others.map(({ says }, index) => option(found.length + index, says(typed)))}
      </div>
      {isOpen && typed !== '' && count === 0 && (
        <p class="quiet" role="status">
          {say('nothingFound')}
        </p>
      )}
    </div>
  );
}
