import { useId, useRef, useState } from 'preact/hooks';
import type { FormField } from '../protocol.ts';
import { useDraft } from './draft.tsx';
import { Likelihood } from './likelihood.tsx';
import { type Change, ListField } from './list-field.tsx';
import { Prose } from './prose-field.tsx';
import { References } from './references.tsx';
import { useLabel, useSay } from './words/words.ts';

/** Fields shown first for objects nested in an item. */
const FIRST_INSIDE: Readonly<Record<string, readonly string[]>> = {
  csl: ['type', 'title', 'author', 'publisher', 'issued', 'URL'],
  confidence: ['level', 'basis'],
  estimates: ['by', 'likelihood', 'confidence'],
  dissents: ['by', 'statement', 'likelihood', 'confidence'],
  reports: ['value', 'qualifier', 'source', 'by'],
};

/** A field with its value; `change` with `undefined` removes it. */
export interface FieldProps {
  readonly field: FormField;
  readonly value: unknown;
  readonly change: Change;
  /** JSON pointer within the item, to find the field. */
  readonly at: string;
  /** The label of the surrounding field, so that it is not repeated. */
  readonly within?: string;
}

/** One field of a form as its widget. A value the widget cannot show is edited as JSON. */
export function FieldView({ field, value, change, at, within }: FieldProps) {
  const label = useLabel()(field.label);
  const id = useId();
  const help = useId();
  const set = (next: unknown) => change([], next);
  const common = { id, 'aria-describedby': help };
  const shown = widgetOf(field, value);
  const isGroup = ['references', 'reference', 'likelihood', 'object', 'list', 'term-row'].includes(shown);
  const content = () => {
    switch (shown) {
      case 'line':
      case 'date':
        return <Line common={common} field={field} value={value} set={set} />;
      case 'prose':
        return <Prose common={common} label={label} value={value} set={set} />;
      case 'number':
        return <NumberField common={common} value={value} set={set} />;
      case 'flag':
        return (
          <input
            {...common}
            type="checkbox"
            checked={value === true}
            onChange={({ currentTarget }) => set(currentTarget.checked ? true : undefined)}
          />
        );
      case 'term':
        return <Term common={common} field={field} value={value} set={set} />;
      case 'term-row':
        return <TermRow label={label} field={field} value={value} set={set} />;
      case 'likelihood':
        return <Likelihood value={value} set={set} label={label} />;
      case 'reference':
      case 'references':
        return (
          <References
            label={label}
            collections={field.refersTo ?? []}
            isList={shown === 'references'}
            takesWords={field.words ?? false}
            value={value}
            set={set}
          />
        );
      case 'object':
        return (
          <FieldSet
            fields={field.fields ?? []}
            value={value}
            change={change}
            at={at}
            first={FIRST_INSIDE[field.name] ?? []}
            within={label}
          />
        );
      case 'list':
        return field.item ? (
          <ListField
            item={field.item}
            value={value}
            change={change}
            at={at}
            view={(inner, entry, set, place) => (
              <FieldView field={inner} value={entry} change={set} at={place} />
            )}
          />
        ) : null;
      default:
        return <Data common={common} value={value} set={set} />;
    }
  };
  const helpText =
    field.help === '' ? null : (
      <span id={help} class="help" lang="en" dir="ltr">
        {field.help}
      </span>
    );
  if (isGroup) {
    return (
      <fieldset class={`field ${shown}`} data-at={at}>
        <legend class={label === within ? 'hidden' : ''} title={field.help}>
          {label}
          {field.required && <span aria-hidden="true"> *</span>}
        </legend>
        {content()}
        {helpText}
      </fieldset>
    );
  }
  return (
    <div class={`field ${shown}`} data-at={at}>
      <label for={id} title={field.help}>
        {label}
        {field.required && <span aria-hidden="true"> *</span>}
      </label>
      {content()}
      {helpText}
    </div>
  );
}

/** The widget that can show a value: a short list of terms is a row of buttons. */
function widgetOf({ widget, terms = [], open }: FormField, value: unknown): string {
  if (value === undefined || value === null)
    return widget === 'term' && !open && terms.length <= 4 ? 'term-row' : widget;
  const isText = typeof value === 'string';
  const isTexts = isText || (Array.isArray(value) && value.every((each) => typeof each === 'string'));
  switch (widget) {
    case 'line':
    case 'date':
      return isText ? widget : 'data';
    case 'prose':
      return isTexts ? widget : 'data';
    case 'reference':
      return isText ? widget : 'data';
    case 'references':
      return isTexts ? widget : 'data';
    case 'number':
      return typeof value === 'number' ? widget : 'data';
    case 'flag':
      return typeof value === 'boolean' ? widget : 'data';
    case 'term':
      if (open) return widget;
      return isText || typeof value === 'number' ? (terms.length <= 4 ? 'term-row' : widget) : 'data';
    case 'object':
    case 'likelihood':
      return typeof value === 'object' && !Array.isArray(value) ? widget : 'data';
    case 'list':
      return Array.isArray(value) ? widget : 'data';
    default:
      return widget;
  }
}

export interface WidgetProps {
  readonly common: { readonly id: string; readonly 'aria-describedby': string };
  readonly value: unknown;
  readonly set: (value: unknown) => void;
}

function Line({ common, field, value, set }: WidgetProps & { readonly field: FormField }) {
  const draft = useDraft(typeof value === 'string' ? value : '', (text) =>
    set(text.trim() === '' ? undefined : text.trim()),
  );
  return <input {...common} {...draft} placeholder={field.example ?? ''} dir="auto" spellcheck />;
}

function NumberField({ common, value, set }: WidgetProps) {
  const draft = useDraft(value === undefined ? '' : String(value), (text) => {
    const number = Number(text);
    set(text.trim() === '' || !Number.isFinite(number) ? undefined : number);
  });
  return <input {...common} {...draft} type="number" step="any" />;
}

function Term({ common, field, value, set }: WidgetProps & { readonly field: FormField }) {
  const say = useSay();
  const isOther = typeof value === 'object' && value !== null;
  const other = useDraft(isOther ? String((value as { other?: unknown }).other ?? '') : '', (text) =>
    set(text.trim() === '' ? undefined : { other: text.trim() }),
  );
  const chosen = isOther ? '\u0000' : value === undefined ? '' : String(value);
  return (
    <span class="row">
      <select
        {...common}
        value={chosen}
        onChange={({ currentTarget }) => {
          const found = field.terms?.find((term) => String(term.value) === currentTarget.value);
          set(currentTarget.value === '\u0000' ? { other: '…' } : found?.value);
        }}
      >
        <option value="">{say('none')}</option>
        {(field.terms ?? []).map((term) => (
          <option key={term.value} value={String(term.value)}>
            {term.label}
          </option>
        ))}
        {field.open && <option value={'\u0000'}>{say('ownWords')}</option>}
        {chosen !== '' &&
          chosen !== '\u0000' &&
          !field.terms?.some((term) => String(term.value) === chosen) && (
            <option value={chosen}>{chosen}</option>
          )}
      </select>
      {isOther && <input {...other} aria-label={say('ownWords')} dir="auto" />}
    </span>
  );
}

/** A few terms side by side, as radio buttons. */
export function TermRow({
  label,
  field,
  value,
  set,
}: Omit<WidgetProps, 'common'> & { readonly label: string; readonly field: FormField }) {
  const name = useId();
  return (
    <div class="segments" role="radiogroup" aria-label={label}>
      {(field.terms ?? []).map((term) => (
        <label key={term.value} class={value === term.value ? 'chosen' : ''}>
          <input
            type="radio"
            name={name}
            checked={value === term.value}
            onClick={() => value === term.value && !field.required && set(undefined)}
            onChange={() => set(term.value)}
          />
          {term.label}
        </label>
      ))}
    </div>
  );
}

/** Anything else, as JSON: applied once it parses. */
function Data({ common, value, set }: WidgetProps) {
  const say = useSay();
  const [fault, setFault] = useState(false);
  const draft = useDraft(value === undefined ? '' : JSON.stringify(value, null, 2), (text) => {
    if (text.trim() === '') return set(undefined);
    try {
      set(JSON.parse(text));
      setFault(false);
    } catch {
      setFault(true);
    }
  });
  return (
    <>
      <textarea
        {...common}
        {...draft}
        class="data"
        dir="ltr"
        rows={Math.min(10, draft.value.split('\n').length)}
      />
      {fault && (
        <span role="alert" class="fault">
          {say('notData')}
        </span>
      )}
    </>
  );
}

interface FieldSetProps {
  readonly fields: readonly FormField[];
  readonly value: unknown;
  readonly change: FieldProps['change'];
  readonly at: string;
  /** Names of fields that are always shown; required fields and fields with a value are shown anyway. */
  readonly first?: readonly string[];
  readonly within?: string;
}

/** The fields of an object: the important ones and those with a value; the others are one click away. */
export function FieldSet({ fields, value, change, at, first, within }: FieldSetProps) {
  const say = useSay();
  const held = (typeof value === 'object' && value !== null ? value : {}) as Readonly<
    Record<string, unknown>
  >;
  const isFew = fields.length <= 4;
  const moreIsOpen = useRef(false);
  const inFront = useRef(new Set<string>());
  // Moving a field while it is being typed in would lose the focus: a field in front stays there when it is
  // emptied, and a field filled under "More fields" stays there until that is closed.
  if (!moreIsOpen.current) {
    for (const name of Object.keys(held)) if (held[name] !== undefined) inFront.current.add(name);
  }
  const isShown = ({ name, required }: FormField) =>
    isFew || required || inFront.current.has(name) || (first?.includes(name) ?? false);
  const order = (field: FormField) => {
    const at = first?.indexOf(field.name) ?? -1;
    return at < 0 ? 1000 : at;
  };
  const isFirst = fields.some(isShown) ? isShown : () => true; // where nothing matters most, nothing is hidden
  const shown = fields.filter(isFirst).sort((a, b) => order(a) - order(b));
  const rest = fields.filter((field) => !isFirst(field));
  const view = (field: FormField) => (
    <FieldView
      key={field.name}
      field={field}
      value={held[field.name]}
      change={(path, next) => change([field.name, ...path], next)}
      at={`${at}/${field.name}`}
      {...(within !== undefined && { within })}
    />
  );
  return (
    <div class="fields">
      {shown.map(view)}
      {rest.length > 0 && (
        <details
          class="more"
          onToggle={({ currentTarget }) => {
            moreIsOpen.current = currentTarget.open;
          }}
        >
          <summary>{`${say('moreFields')} (${rest.length})`}</summary>
          {rest.map(view)}
        </details>
      )}
    </div>
  );
}
