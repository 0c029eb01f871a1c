import { COLLECTION_OF, fieldAt, fieldPath } from '../../model/fields.ts';
import { isRecord } from '../../model/json.ts';

const MAX_NAMED = 8;

/** What may be meant by text in place of an id: the entry with that name, or the existing ids. */
export function adviseOnReference(text: string, path: readonly string[], file: unknown): string | undefined {
  const kind = fieldAt(fieldPath(path))?.refersTo;
  const collection = kind && COLLECTION_OF[kind];
  if (collection === undefined || !isRecord(file)) return undefined;
  const members = membersIn(file, collection);
  const ids = idsIn(file, collection);
  if (ids.length === 0) return `There are no ${collection} in the file yet: add one with an \`id\`.`;
  const wanted = bare(text);
  const meant = members.find((member) => namesIn(member).some((name) => bare(name) === wanted));
  if (typeof meant?.id === 'string') return `Write \`${meant.id}\`: that is its id.`;
  const named = ids.slice(0, MAX_NAMED).map((id) => `\`${id.slice(0, 80)}\``);
  return `The ids of ${collection} are ${named.join(', ')}${ids.length > MAX_NAMED ? ` … (${ids.length} in all)` : ''}.`;
}

/** The ids of a collection in an unvalidated file. */
export function idsIn(file: unknown, collection: string): string[] {
  return membersIn(file, collection).flatMap(({ id }) => (typeof id === 'string' ? id : []));
}

function membersIn(file: unknown, collection: string): Readonly<Record<string, unknown>>[] {
  const members = isRecord(file) ? file[collection] : undefined;
  return Array.isArray(members) ? members.filter(isRecord) : [];
}

/** Names of an entry: its id, name, aliases, title; for a source its title, publisher and authors. */
function namesIn(member: Readonly<Record<string, unknown>>): string[] {
  const csl = isRecord(member.csl) ? member.csl : {};
  const texts = [
    member.id,
    member.name,
    member.title,
    member.statement,
    csl.title,
    csl.publisher,
    csl.authority,
  ];
  const aliases = Array.isArray(member.aliases) ? member.aliases : [];
  return [...texts, ...aliases].filter((text): text is string => typeof text === 'string');
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
