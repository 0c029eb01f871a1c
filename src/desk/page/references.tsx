import { useId, useState } from 'preact/hooks';
import type { OutlineItem } from '../protocol.ts';
import { useFile } from './context.ts';
import { useSay } from './words/words.ts';

interface ReferencesProps {
  readonly label: string;
  /** Empty for all. */
  readonly collections: readonly string[];
  readonly isList: boolean;
  readonly value: unknown;
  readonly set: (value: unknown) => void;
}

interface Found extends OutlineItem {
  readonly collection: string;
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

/**
 * References, chosen by what the entries say, not by id; an entry that does not exist yet can be added here.
 */
export function References({ label, collections, isList, value, set }: ReferencesProps) {
  const say = useSay();
  const { state, edit, choose } = useFile();
  const chosen = [value ?? []]
    .flat()
    .map(String)
    .filter((id) => id !== ''); // one, several or none
  const all: Found[] = state.outline
    .filter(({ collection }) => collections.length === 0 || collections.includes(collection))
    .flatMap(({ collection, items }) => items.map((item) => ({ ...item, collection })));
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
  const make = async (text: string) => {
    const made = await edit({ kind: 'add', collection, value: { id: '', [madeBy ?? 'statement']: text } });
    if (made?.item) put(isList ? [...chosen, made.item.id] : [made.item.id]);
  };
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
                  item && choose({ kind: 'item', item: { collection: item.collection, id: item.id } })
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
                <bdi class="quiet">{id}</bdi>
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
          pick={(item) => put(isList ? [...chosen, nameOf(item)] : [nameOf(item)])}
          {...(madeBy !== undefined && { make: (text: string) => void make(text) })}
        />
      )}
    </div>
  );
}

interface SearchProps {
  readonly label: string;
  readonly all: readonly Found[];
  readonly pick: (item: Found) => void;
  readonly make?: (text: string) => void;
}

/** A search field with its matches, with the usual keys of a combobox. */
export function Search({ label, all, pick, make }: SearchProps) {
  const say = useSay();
  const list = useId();
  const [text, setText] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [at, setAt] = useState(0);
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = all
    .filter(({ id, label: says, detail }) => {
      const whole = `${id} ${says} ${detail}`.toLowerCase();
      return words.every((word) => whole.includes(word));
    })
    .slice(0, MAX_OFFERED);
  const canMake = make !== undefined && text.trim() !== '';
  const count = found.length + (canMake ? 1 : 0);
  const take = (index: number) => {
    const item = found[index];
    if (item) pick(item);
    else if (canMake && index === found.length) make(text.trim());
    else return;
    setText('');
    setIsOpen(false);
    setAt(0);
  };
  const prompt = say(make ? 'searchOrAdd' : 'search');
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
        onBlur={() => setTimeout(() => setIsOpen(false), 150)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(count - 1, at + 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1));
          else if (event.key === 'Enter') take(at);
          else if (event.key === 'Escape') setIsOpen(false);
          else return;
          event.preventDefault();
        }}
      />
      <div id={list} role="listbox" aria-label={label} hidden={!isOpen || count === 0}>
        {found.map((item, index) => (
          <div
            key={`${item.collection}/${item.id}`}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            onPointerDown={(event) => {
              event.preventDefault();
              take(index);
            }}
          >
            {item.detail && <b class="grade">{item.detail}</b>} <span dir="auto">{item.label}</span>{' '}
            <bdi class="quiet">{item.id}</bdi>
          </div>
        ))}
        {canMake && (
          <div
            id={`${list}-${found.length}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === found.length}
            onPointerDown={(event) => {
              event.preventDefault();
              take(found.length);
            }}
          >
            {say('addAs', { text: text.trim() })}
          </div>
        )}
      </div>
    </div>
  );
}
