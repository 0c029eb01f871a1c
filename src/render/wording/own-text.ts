import type { Messages } from './messages.ts';

/** A project's own field on one line: lists with commas, objects as "name: value". */
export function ownText(value: unknown, messages: Messages): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value))
    return value.map((item) => ownText(item, messages)).join(messages.text('list.comma'));
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([key, item]) => messages.text('quantity.part', { group: key, figure: ownText(item, messages) }))
      .join(messages.text('list.semicolon'));
  }
  return String(value);
}
