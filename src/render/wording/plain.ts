import { citationsIn } from '../../model/citation.ts';

/** Markdown markup, with the words it leaves; escaped characters come first. */
const MARKS = /\\([!-/:-@[-`{-~])|!?\[([^[\]]*)\]\([^()]*\)|<((?:https?:\/\/|mailto:)[^\s<>]*)>|[`*]+|~~/g;

/** An underscore is emphasis only at the edge of a word. */
const EDGES = /(?<![\p{L}\p{N}])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}])/gu;

/** Prose as plain words on one line, for places without Markdown: pictures and their descriptions. */
export function plainText(prose: string): string {
  let text = '';
  let done = 0;
  for (const { start, end } of citationsIn(prose)) {
    text += prose.slice(done, start).trimEnd();
    done = end;
  }
  return (text + prose.slice(done))
    .replace(EDGES, '')
    .replace(
      MARKS,
      (_, escaped?: string, linked?: string, address?: string) => escaped ?? linked ?? address ?? '',
    )
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .trim();
}
