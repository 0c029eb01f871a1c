import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FormField } from '../protocol.ts';
import { useLabel, useSay } from './words/words.ts';

/** Changes the value at a path; `undefined` removes it. */
export type Change = (path: readonly (string | number)[], value: unknown) => void;

interface ListProps {
  readonly item: FormField;
  readonly value: unknown;
  readonly change: Change;
  readonly at: string;
  /** Renders the field of one entry. */
  readonly view: (field: FormField, value: unknown, change: Change, at: string) => ComponentChildren;
}

/** An entry that has been started. */
interface Begun {
  /** Its future position in the list. */
  readonly index: number;
  readonly value: unknown;
  /** Whether it was added to the list. */
  readonly isSent: boolean;
}

/**
 * A list: each entry with its own fields. A new entry is added to the list once it is complete, or when it is
 * left half-written; so nobody sees errors about an entry just started.
 */
export function ListField({ item, value, change, at, view }: ListProps) {
  const say = useSay();
  const label = useLabel();
  const entries = Array.isArray(value) ? (value as readonly unknown[]) : [];
  const begun = useRef<Begun>();
  const box = useRef<HTMLDivElement>(null);
  const [, draw] = useState(0);
  const latest = useRef({ change, entries });
  latest.current = { change, entries };
  if (begun.current?.isSent && entries.length > begun.current.index) begun.current = undefined; // it is in the list now

  const send = () => {
    const entry = begun.current;
    if (!entry || entry.isSent || isNothing(entry.value)) return;
    begun.current = { ...entry, isSent: true };
    latest.current.change([], [...latest.current.entries, entry.value]);
  };
  useEffect(() => send, []); // an unmounted form loses nothing
  const begin = () => {
    send();
    const index = Math.max(entries.length, (begun.current?.index ?? -1) + 1);
    if (begun.current && !begun.current.isSent) return focusOn(box.current, begun.current.index);
    begun.current = { index, value: undefined, isSent: false };
    draw((count) => count + 1);
    setTimeout(() => focusOn(box.current, index));
  };
  const changeBegun: Change = (path, next) => {
    const entry = begun.current;
    if (!entry) return;
    begun.current = { ...entry, value: changed(entry.value, path, next) };
    if (entry.isSent) change([entry.index, ...path], next);
    else if (isWhole(item, begun.current.value)) send();
    draw((count) => count + 1);
  };
  const remove = (index: number) => {
    if (index === begun.current?.index && !begun.current.isSent) {
      begun.current = undefined;
      draw((count) => count + 1);
      return;
    }
    const left = entries.filter((_, each) => each !== index);
    if (begun.current) begun.current = { ...begun.current, index: begun.current.index - 1 };
    change([], left.length === 0 ? undefined : left);
  };
  useEffect(() => {
    const list = box.current;
    const isInBegun = (target: unknown) =>
      target instanceof Node &&
      begun.current !== undefined &&
      (list?.querySelector(`:scope > [data-entry="${begun.current.index}"]`)?.contains(target) ?? false);
    let isPressed = false; // whether a label of a field is being clicked, so that the entry is not left
    const pressed = ({ target }: Event) => {
      isPressed = isInBegun(target);
    };
    const released = () => {
      isPressed = false;
    };
    const left = ({ target, relatedTarget }: FocusEvent) => {
      if (isInBegun(target) && !isInBegun(relatedTarget) && !isPressed) send();
    };
    list?.addEventListener('pointerdown', pressed);
    list?.addEventListener('focusout', left);
    addEventListener('pointerup', released);
    return () => removeEventListener('pointerup', released);
  }, []);
  const shown = begun.current ? [...entries, begun.current.value] : entries;
  return (
    <div class="list" ref={box}>
      {shown.map((entry, index) => (
        <div class="entry" key={`${index} ${shown.length}`} data-entry={index}>
          {view(
            { ...item, label: `${label(item.label)} ${index + 1}`, required: false },
            entry,
            (path, next) => {
              if (index === begun.current?.index) changeBegun(path, next);
              else if (path.length === 0 && next === undefined) remove(index);
              else change([index, ...path], next);
            },
            `${at}/${index}`,
          )}
          <button
            type="button"
            class="small"
            onClick={() => remove(index)}
            aria-label={`${say('remove')}: ${label(item.label)} ${index + 1}`}
          >
            ×
          </button>
        </div>
      ))}
      <button type="button" class="small" onClick={begin}>
        {`+ ${say('addOne', { what: label(item.label) })}`}
      </button>
    </div>
  );
}

/** Moves the focus to the first field of an entry. */
function focusOn(list: HTMLElement | null, index: number): void {
  const entry = list?.querySelector(`:scope > [data-entry="${index}"]`);
  entry?.querySelector<HTMLElement>('textarea, input, select, button')?.focus();
}

/** Whether an entry has all its required fields. */
function isWhole(field: FormField, value: unknown): boolean {
  if (isNothing(value)) return false;
  if (field.widget !== 'object') return true;
  const held = value as Readonly<Record<string, unknown>>;
  return (field.fields ?? []).every((inner) => !inner.required || isWhole(inner, held[inner.name]));
}

/** Whether a value is empty. */
function isNothing(value: unknown): boolean {
  if (value === undefined || value === '') return true;
  return typeof value === 'object' && value !== null && Object.values(value).every(isNothing);
}

/** A copy of a value with another value at a path; missing parents are created. */
export function changed(value: unknown, path: readonly (string | number)[], next: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return next;
  if (typeof first === 'number') {
    const list = Array.isArray(value) ? [...(value as readonly unknown[])] : [];
    list[first] = changed(list[first], rest, next);
    return list.filter((each) => each !== undefined);
  }
  const held = (typeof value === 'object' && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >;
  const made = changed(held[first], rest, next);
  const { [first]: _, ...others } = held;
  return made === undefined ? others : { ...held, [first]: made };
}
