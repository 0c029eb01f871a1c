/**
 * Roles: what a block of the memo is for, beyond what Markdown can say. `<!-- role: caption -->` on a line of its
 * own gives the next block the class `caption`; several names may share a comment. Unknown names are ignored.
 *
 * Where a role counts:
 * - `head`: once, only at the top level before the first `##`, so that prose further down cannot pose as the marking;
 * - `heads`: there, as often as wanted;
 * - `once`: the first time, at the top level;
 * - `top`: at the top level;
 * - `any`: anywhere.
 */
type Scope = 'head' | 'heads' | 'once' | 'top' | 'any';

const scopes = {
  marking: 'head',
  series: 'head',
  subtitle: 'head',
  authors: 'head',
  dateline: 'head',
  scope: 'heads',
  question: 'head',
  'bottom-line': 'once',
  judgments: 'top',
  glance: 'once',
  annex: 'once',
  contents: 'top',
  imprint: 'once',
  caption: 'any',
  'source-line': 'any',
  wide: 'any',
  'scale-note': 'any',
  columns: 'any',
  compact: 'any',
  keep: 'any',
  aside: 'any',
} as const satisfies Record<string, Scope>;

export type Role = keyof typeof scopes;

/** Every role, in the order of the list above. */
export const roles = Object.keys(scopes) as readonly Role[];

export function isRole(name: string): name is Role {
  return Object.hasOwn(scopes, name);
}

export function scopeOf(role: Role): Scope {
  return scopes[role];
}

/** A line that is a role comment; the first group contains the names. */
export const roleComment =
  /^<!--[ \t]*role:[ \t]*([a-z]+(?:-[a-z]+)*(?:[ \t]+[a-z]+(?:-[a-z]+)*)*)[ \t]*-->[ \t]*$/;
