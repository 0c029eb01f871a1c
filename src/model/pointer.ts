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

/**
 * The pointer with list indexes for one with ids (`/judgments/it-goes-on/statement`), as far as the data still
 * contains the target.
 */
export function placeById(pointer: string, data: unknown): string {
  let value: unknown = data;
  const parts: PointerPart[] = [];
  for (const part of fromPointer(pointer)) {
    let key: PointerPart = part;
    if (Array.isArray(value)) {
      const byId = value.findIndex((item: { id?: unknown } | null) => item?.id === part);
      key = byId >= 0 ? byId : /^\d{1,9}$/.test(part) ? Number(part) : -1;
    }
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) break;
    value = (value as Readonly<Record<PointerPart, unknown>>)[key];
    parts.push(key);
  }
  return toPointer(parts);
}
