import { edtfOfCsl } from '../../model/csl-date.ts';
import { isRecord } from '../../model/json.ts';
import type { DiffSide } from '../types.ts';
import { proseOf, readingOf } from './prose.ts';

/** Names for things in one line of text. */
export interface Labels {
  /** The name of an entity: a name, title or the beginning of its statement; otherwise its id. */
  of(collection: string, id: string): string;
}

/** Longest label, in characters. */
const MAX_LENGTH = 90;

/** Properties that name an entity, in order of preference. */
const NAMED_BY = [
  'name',
  'title',
  'heading',
  'statement',
  'question',
  'action',
  'subject',
  'caption',
] as const;

/**
 * Labels from the newer side, otherwise from the older.
 *
 * @param original the older side with its original ids, if entries of `before` have new ones
 */
export function labelsOf(before: DiffSide, after: DiffSide, original: DiffSide = before): Labels {
  const known = new Map<string, string>();
  const labels: Labels = {
    of(collection, id) {
      const key = `${collection}/${id}`;
      const found =
        known.get(key) ??
        [after, before, original]
          .map((side) => inSide(side, collection, id))
          .find((name) => name !== undefined) ??
        id;
      known.set(key, found);
      return found;
    },
  };

  function inSide(side: DiffSide, collection: string, id: string): string | undefined {
    const own = find(side.assessment, collection, id);
    const shared = find(side.register, collection, id);
    if (collection === 'matrix') return labels.of('evidence', id);
    if (collection === 'relationships' && own) {
      return `${labels.of('actors', String(own.from))} ${String(own.type).replaceAll('-', ' ')} ${labels.of('actors', String(own.to))}`;
    }
    if (collection === 'exclusive') {
      // A set has no id: its members identify it.
      const members = id.split(' + ').map((member) => {
        const [list = '', name = ''] = member.split('/');
        return shorten(labels.of(list, name), MAX_LENGTH / 2);
      });
      return members.join(' + ');
    }
    if (collection === 'trends' && own) {
      const subject = labels.of('actors', String(own.subject));
      return own.measure === undefined ? subject : shorten(`${subject}: ${String(own.measure)}`);
    }
    return nameOf(own) ?? nameOf(shared);
  }
  return labels;
}

function find(document: object, collection: string, id: string): Record<string, unknown> | undefined {
  const members = (document as Record<string, unknown>)[collection];
  if (!Array.isArray(members)) return undefined;
  return members.filter(isRecord).find((item) => item.id === id || item.ref === id);
}

function nameOf(entity: Record<string, unknown> | undefined): string | undefined {
  if (!entity) return undefined;
  const short = isRecord(entity.csl) ? shortReference(entity.csl) : undefined;
  if (short !== undefined) return shorten(short);
  const texts = [...NAMED_BY.map((key) => entity[key]), isRecord(entity.csl) ? entity.csl.title : undefined];
  for (const text of texts) {
    const name = plain(proseOf(text) ?? '').replace(/\.$/, '');
    if (name !== '') return shorten(name);
  }
  return undefined;
}

/** `Kolotilov 2016`, `Ali and Brown 2024`, `Ali et al. 2024`; `undefined` without an author. */
function shortReference(csl: Record<string, unknown>): string | undefined {
  const names = (Array.isArray(csl.author) ? csl.author : []).filter(isRecord).flatMap((author) => {
    const name = author.literal ?? author.family ?? author.given;
    const particle = author['non-dropping-particle'];
    return typeof name === 'string' ? [typeof particle === 'string' ? `${particle} ${name}` : name] : [];
  });
  const [first, second] = names;
  if (first === undefined) return undefined;
  const who = names.length > 2 ? `${first} et al.` : second === undefined ? first : `${first} and ${second}`;
  const issued = edtfOfCsl(csl.issued as Parameters<typeof edtfOfCsl>[0]);
  const year = /^\d{4}/.exec(issued ?? '')?.[0];
  return year === undefined ? who : `${who} ${year}`;
}

/** Prose on one line, without citations, emphasis and link targets. */
export function plain(prose: string): string {
  return readingOf(prose)
    .replace(/\[@[^[\]]*\]/g, '')
    .replace(/\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/(\*\*|__|`)/g, '')
    .replace(/(?<![\p{L}\p{N}])([*_])(\S(?:[^*_]*\S)?)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Shortens a text, cutting between words. */
export function shorten(text: string, longest: number = MAX_LENGTH): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest - 1);
  const end = cut.lastIndexOf(' ');
  return `${(end > longest / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:–-]+$/, '')}…`;
}
