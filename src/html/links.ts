import type { ElementContent } from 'hast';
import type { LinkTarget } from '../document/types.ts';
import { h, text } from './hast.ts';
import { headingId, headingPrefix } from './headings.ts';
import { notePrefix } from './notes.ts';

/** The address of a link. `#heading` as GitHub names it leads to the prefixed id of that heading. */
export function hrefOf(target: LinkTarget): string {
  if (target.kind === 'address') return target.address;
  return target.name.startsWith(notePrefix) ? `#${target.name}` : `#${targetOf(target.name)}`;
}

/** The id of a heading that a link names, percent-encoded as links are. */
function targetOf(name: string): string {
  try {
    return encodeURI(headingId(decodeURIComponent(name)));
  } catch {
    return headingPrefix + name; // no encoding of anything
  }
}

/** An address shown as it is may break after its slashes and the like; other words stay as they are. */
export function breakable(words: string): ElementContent[] {
  if (!/^(?:https?:\/\/|www\.)\S+$/i.test(words)) return [text(words)];
  const parts = words.split(/(?<=[^:/]\/|[?&=_-])(?=[^/])/);
  return parts.flatMap((part, at) => (at === 0 ? [text(part)] : [h('wbr', {}, []), text(part)]));
}
