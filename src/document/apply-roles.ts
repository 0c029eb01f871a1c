import type { Nodes, Parents, Root } from 'mdast';
import { isRole, type Role, roleComment, scopeOf } from './roles.ts';

declare module 'mdast' {
  interface Data {
    /** The roles named in the comments before a block, each once. */
    roles?: readonly Role[];
  }
}

/** Not part of the text flow: roles skip them. */
const apart = new Set(['definition', 'footnoteDefinition']);

interface State {
  inHead: boolean;
  readonly used: Set<Role>;
}

/** Gives each block the roles named in the comments before it, and removes the comments and all other HTML. */
export function applyRoles(tree: Root): void {
  apply(tree, { inHead: true, used: new Set() });
}

function apply(parent: Parents, state: State): void {
  const top = parent.type === 'root';
  let pending: Role[] = [];
  for (const child of parent.children) {
    if (child.type === 'html') {
      pending.push(...namesIn(child.value).filter((role) => counts(role, top, state)));
      continue;
    }
    if (top && child.type === 'heading' && child.depth >= 2) state.inHead = false;
    if (pending.length > 0 && !apart.has(child.type)) {
      for (const role of pending) state.used.add(role);
      setRoles(child, pending);
      pending = [];
    }
    if ('children' in child) apply(child, state);
  }
  // One kind of child is left out, so the array is still one of this parent's children.
  parent.children = parent.children.filter((child) => child.type !== 'html') as typeof parent.children;
}

function namesIn(html: string): Role[] {
  const names = roleComment.exec(html)?.[1] ?? '';
  return names.split(/[ \t]+/).filter(isRole);
}

function counts(role: Role, top: boolean, state: State): boolean {
  const scope = scopeOf(role);
  if (scope === 'any') return true;
  if (scope === 'top') return top;
  if (scope === 'heads') return top && state.inHead;
  return top && !state.used.has(role) && (scope === 'once' || state.inHead);
}

function setRoles(node: Nodes, roles: readonly Role[]): void {
  node.data = { ...node.data, roles: [...new Set(roles)] };
}
