import { useRef, useState } from 'preact/hooks';
import { proseText, proseValue, useDraft } from './draft.tsx';
import type { WidgetProps } from './fields.tsx';
import { Search, useEntries } from './references.tsx';
import { useSay } from './words/words.ts';

/** What a citation in prose can name. */
const CITED = ['evidence', 'sources'];

/** Prose, in which evidence and sources are cited by searching for them: with the button, or by typing `[@`. */
export function Prose({ common, label, value, set }: WidgetProps & { readonly label: string }) {
  const say = useSay();
  const area = useRef<HTMLTextAreaElement>(null);
  const [isCiting, setIsCiting] = useState(false);
  const entries = useEntries(CITED);
  const draft = useDraft(proseText(value), (text) => set(text.trim() === '' ? undefined : proseValue(text)));
  const rows = Math.min(
    14,
    Math.max(2, Math.ceil(draft.value.length / 62) + draft.value.split('\n').length - 1),
  );
  const search = useRef<HTMLSpanElement>(null);
  const begin = () => {
    setIsCiting(true);
    setTimeout(() => search.current?.querySelector('input')?.focus());
  };
  const end = (text = draft.value, caret = area.current?.selectionStart ?? 0) => {
    setIsCiting(false);
    if (text !== draft.value) draft.onInput({ currentTarget: { value: text } });
    setTimeout(() => {
      area.current?.focus();
      area.current?.setSelectionRange(caret, caret);
    });
  };
  const cite = (id: string) => {
    const at = area.current?.selectionStart ?? draft.value.length;
    const before = withCitation(draft.value.slice(0, at), id);
    end(before + draft.value.slice(at), before.length);
  };
  return (
    <>
      <textarea
        {...common}
        {...draft}
        ref={area}
        rows={rows}
        dir="auto"
        spellcheck
        onInput={(event) => {
          draft.onInput(event);
          const { value: typed, selectionStart } = event.currentTarget;
          if (typed.slice(0, selectionStart).endsWith('[@')) begin();
        }}
      />
      {isCiting ? (
        <span ref={search} class="citing">
          <Search
            label={`${say('cite')}, ${label}`}
            prompt={say('search')}
            all={entries.filter(({ isShared }) => !isShared)}
            pick={({ id }) => cite(id)}
            leave={(isEscape) => (isEscape ? end() : setIsCiting(false))}
          />
        </span>
      ) : (
        <button type="button" class="small cite" aria-label={`${say('cite')}: ${label}`} onClick={begin}>
          {`+ ${say('cite')}`}
        </button>
      )}
    </>
  );
}

/** A text with a citation at its end, in the bracket that stands there if there is one. */
export function withCitation(before: string, id: string): string {
  if (before.endsWith('[@')) return `${before}${id}]`;
  return /\[@[^\][]+\]$/.test(before) ? `${before.slice(0, -1)}; @${id}]` : `${before}[@${id}]`;
}
