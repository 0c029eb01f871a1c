/** JSON pointers (RFC 6901). */

export type PointerPart = string | number;

/** `['actors', 0, 'a/b']` to `/actors/0/a~1b`. */
export function toPointer(parts: readonly PointerPart[]): string {
  return parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** `/actors/0/a~1b` to `['actors', '0', 'a/b']`; the empty pointer gives an empty list. */
export function fromPointer(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
