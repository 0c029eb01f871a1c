import { useEffect, useRef, useState } from 'preact/hooks';

/** What is typed is sent after this many milliseconds without typing, and when the field is left. */
const PAUSE = 250;

/**
 * A text being typed: as typed while the field has the focus, as in the file otherwise.
 *
 * @param value What the file says.
 */
export function useDraft(value: string, commit: (text: string) => void) {
  const [text, setText] = useState(value);
  const pending = useRef<{ text: string; timer: ReturnType<typeof setTimeout> }>();
  const isFocused = useRef(false);
  const send = useRef(commit);
  send.current = commit;
  const flush = () => {
    const waiting = pending.current;
    if (!waiting) return;
    clearTimeout(waiting.timer);
    pending.current = undefined;
    send.current(waiting.text);
  };
  useEffect(() => {
    if (!pending.current && !isFocused.current) setText(value);
  }, [value]);
  useEffect(() => flush, []);
  return {
    value: text,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => {
      const typed = currentTarget.value;
      setText(typed);
      clearTimeout(pending.current?.timer);
      pending.current = { text: typed, timer: setTimeout(flush, PAUSE) };
    },
    onFocus: () => {
      isFocused.current = true;
    },
    onBlur: () => {
      isFocused.current = false;
      if (pending.current) flush();
      else setText(value);
    },
  };
}

/**
 * Prose lines as paragraphs: a line end inside a paragraph becomes a space, and the text area wraps by itself.
 */
export function proseText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return '';
  const lines = value.filter((line) => typeof line === 'string');
  let text = '';
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const isContinued =
      before !== undefined &&
      before.trim() !== '' &&
      !/(?: {2}|\\)$/.test(before) &&
      !isOwnLine(before) &&
      line.trim() !== '' &&
      !isOwnLine(line);
    text += index === 0 ? line : isContinued ? ` ${line}` : `\n${line}`;
  }
  return text;
}

/** Whether a line must stay a line: lists, tables, headings, quotations and code. */
function isOwnLine(line: string): boolean {
  return /^\s*(?:[-*+]\s|\d+[.)]\s|\||#|>|```|~~~| {4})/.test(line);
}

/** A text area's text as prose: one line as a string, several as an array of lines. */
export function proseValue(text: string): string | readonly string[] {
  const trimmed = text.replace(/\s+$/, '');
  return trimmed.includes('\n') ? trimmed.split('\n') : trimmed;
}
