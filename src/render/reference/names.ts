import type { CslItem, CslName } from '../../model/generated/types.ts';
import { escapeInline } from '../wording/escape.ts';
import type { Messages } from '../wording/messages.ts';

/** Most names printed of a list. */
const MAX_NAMES = 3;

/** Properties of an item that hold names, other than its authors. */
export const ROLES = [
  'editor',
  'editor-translator',
  'translator',
  'compiler',
  'director',
  'composer',
  'performer',
  'host',
  'guest',
  'interviewer',
  'recipient',
  'curator',
  'series-creator',
  'script-writer',
  'producer',
  'executive-producer',
  'narrator',
  'illustrator',
  'editorial-director',
  'contributor',
  'organizer',
  'chair',
] as const;

export type Role = (typeof ROLES)[number];

/** Roles that can take the author's place if an item has no author. */
const LEADING: readonly Role[] = [
  'editor',
  'editor-translator',
  'compiler',
  'director',
  'composer',
  'performer',
  'curator',
  'series-creator',
  'host',
  'organizer',
];

/** Who a reference begins with: `author`, another role, or nobody. The editor of a container does not count. */
export function leadOf(csl: CslItem): 'author' | Role | undefined {
  if (hasNames(csl.author)) return 'author';
  return LEADING.find((role) => hasNames(csl[role]) && !isOfContainer(role, csl));
}

/** Whether a role belongs to the container, not to the item. */
export function isOfContainer(role: Role, csl: CslItem): boolean {
  return role === 'editor' && csl['container-title'] !== undefined;
}

/** The names a reference begins with: "Ines Berg", "E. Okafor (ed.)". */
export function leadText(csl: CslItem, messages: Messages): string | undefined {
  const lead = leadOf(csl);
  if (lead === undefined) return undefined;
  return lead === 'author' ? namesText(csl.author, messages) : roleText(csl, lead, messages);
}

/** Names with their role: "E. Okafor and L. Moreau (eds)". */
export function roleText(csl: CslItem, role: Role, messages: Messages): string | undefined {
  const label = messages.text(`reference.role.${role}`, { count: csl[role]?.length ?? 0 });
  return labelled(csl[role], label, messages);
}

/** Names with a label in brackets; `undefined` if there are none. */
export function labelled(
  names: readonly CslName[] | undefined,
  label: string,
  messages: Messages,
): string | undefined {
  const text = namesText(names, messages);
  return text && messages.text('reference.with-role', { names: text, role: label });
}

/** "A and B"; of more than three, the first. */
export function namesText(names: readonly CslName[] | undefined, messages: Messages): string | undefined {
  const texts = (names ?? []).map((name) => escapeInline(fullName(name)));
  if (texts.length === 0) return undefined;
  return texts.length > MAX_NAMES
    ? messages.text('reference.et-al', { name: texts[0] ?? '' })
    : messages.list(texts);
}

/** The family names in a short reference, as plain text: "Berg", "Berg et al.". */
export function shortNames(csl: CslItem, messages: Messages): string | undefined {
  const lead = leadOf(csl);
  const [first, ...others] = (lead && csl[lead]) ?? [];
  if (first === undefined) return undefined;
  const name = familyName(first);
  return others.length > 0 ? messages.text('reference.et-al', { name }) : name;
}

function hasNames(names: readonly CslName[] | undefined): boolean {
  return names !== undefined && names.length > 0;
}

function fullName(name: CslName): string {
  if (name.literal) return name.literal;
  const family = joined(name['non-dropping-particle'], name.family);
  const given = joined(name.given, name['dropping-particle']);
  const whole = name['static-ordering'] ? joined(family, given) : joined(given, family);
  return name.suffix ? `${whole}${name['comma-suffix'] ? ',' : ''} ${name.suffix}` : whole;
}

function familyName(name: CslName): string {
  return name.literal || joined(name['non-dropping-particle'], name.family) || name.given || '';
}

/** Joins two parts of a name; "al-" and "d’" take no space. */
function joined(first: string | undefined, second: string | undefined): string {
  if (!first || !second) return first || second || '';
  return /[-'’\u05be]$/.test(first) ? first + second : `${first} ${second}`;
}
