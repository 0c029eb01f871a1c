import type { EvidenceChain } from '../derive/analysis/chain.ts';
import { bandOfTerm } from '../derive/analysis/likelihood.ts';
import { fromPointer } from '../model/pointer.ts';
import { shortened } from '../model/shown-text.ts';
import type { Entity, Ids, Occurrence } from './ids.ts';
import { spotAt } from './reading.ts';
import {
  bandText,
  credibilityWords,
  gradeOf,
  labelOf,
  reliabilityWords,
  scalesOf,
  sourcesText,
} from './words.ts';
import type { WrittenFile } from './written-file.ts';

/** Most uses of an entity listed; the rest are counted. */
const MAX_USES = 8;

/** Describes an id's entry, in Markdown. `chains` are those of the file, if it is valid. */
export function describeEntity(
  file: WrittenFile,
  entity: Entity,
  ids: Ids,
  chains: ReadonlyMap<string, EvidenceChain>,
): string {
  const entry = ids.entryOf(file, entity) ?? entity;
  const lines = [`**${entry.collection}** \`${entry.id}\``, '', plain(labelOf(entry, entity))];
  lines.push(...detailsOf(file, entry, ids).map((detail) => `- ${detail}`));
  const chain = entry.collection === 'judgments' ? chains.get(entry.id) : undefined;
  if (chain) {
    lines.push(
      `- Rests on ${count(chain.evidence, 'item')} of evidence: ${sourcesText(chain)}; ${chain.against} against.`,
    );
  }
  lines.push(`- ${usesOf(entity, ids)}`);
  if (entity.file.kind === 'register') lines.push('- Identity from the register.');
  return lines.join('\n');
}

/** Describes the likelihood term at an offset; `undefined` if there is none. */
export function describeTerm(file: WrittenFile, offset: number) {
  const spot = file.read && spotAt(file.read.root, offset);
  if (spot?.on !== 'value' || spot.parts.at(-1) !== 'term') return undefined;
  const raw = file.text.slice(spot.span.start, spot.span.end);
  const term = raw.replace(/^["']|["']$/g, '');
  const scale = scalesOf(file.read?.data, file.conventions).likelihood;
  const band = bandOfTerm(scale, term);
  if (!band) return undefined;
  return {
    span: spot.span,
    text: `**${term}**: ${bandText(scale, band)} (${scale.title}; the same band: ${band.terms.join(', ')})`,
  };
}

function detailsOf(file: WrittenFile, { collection, value }: Entity, ids: Ids): string[] {
  const details: string[] = [];
  const say = (label: string, text: unknown) => {
    if (typeof text === 'string' && text !== '') details.push(`${label}: ${plain(text)}`);
  };
  if (collection === 'sources') say('Reliability', reliabilityWords(value.reliability));
  say('Kind', value.kind ?? value.type);
  say('Date', value.date);
  if (collection === 'evidence')
    for (const cited of citationsOf(value)) details.push(citationText(file, cited, ids));
  if (collection === 'judgments') {
    const { term } = (value.likelihood ?? {}) as { readonly term?: unknown };
    const { level, basis } = (value.confidence ?? {}) as {
      readonly level?: unknown;
      readonly basis?: unknown;
    };
    const scale = scalesOf(file.read?.data, file.conventions).likelihood;
    const band = typeof term === 'string' ? bandOfTerm(scale, term) : undefined;
    if (band) say('Likelihood', `${String(term)}, ${bandText(scale, band)}`);
    if (typeof level === 'string')
      say('Confidence', `${level}${typeof basis === 'string' ? `: ${basis}` : ''}`);
  }
  return details;
}

function citationText(file: WrittenFile, cited: Readonly<Record<string, unknown>>, ids: Ids): string {
  const source = typeof cited.source === 'string' ? cited.source : '';
  const shared = ids.resolve(file, 'source', source);
  const entry = shared && (ids.entryOf(file, shared) ?? shared);
  const words = [
    reliabilityWords(entry?.value.reliability) && `source ${reliabilityWords(entry?.value.reliability)}`,
    credibilityWords(cited.credibility) && `item ${credibilityWords(cited.credibility)}`,
  ].filter(Boolean);
  const name = entry ? shortened(labelOf(entry, shared), 100) : source;
  return `Cites ${plain(name)} \`${source}\`${words.length > 0 ? ` (${words.join('; ')})` : ''}`;
}

function citationsOf(value: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>[] {
  const { citations } = value;
  return (Array.isArray(citations) ? citations : []).filter(
    (item): item is Record<string, unknown> => typeof item === 'object' && item !== null,
  );
}

/** `B2` and the like of an item of evidence, one for each citation. */
export function gradesOf(file: WrittenFile, { value }: Entity, ids: Ids): string {
  const grades = citationsOf(value).map(({ source, credibility }) => {
    const shared = typeof source === 'string' ? ids.resolve(file, 'source', source) : undefined;
    return gradeOf(shared && (ids.entryOf(file, shared) ?? shared).value.reliability, credibility);
  });
  return [...new Set(grades)].filter((grade) => grade !== '').join(', ');
}

function usesOf(entity: Entity, ids: Ids): string {
  const uses = ids.occurrencesOf(entity).filter(({ isDefinition }) => !isDefinition);
  const names = [...new Set(uses.map((use) => userOf(use, entity)))];
  if (names.length === 0) return 'Used nowhere.';
  const more = names.length > MAX_USES ? ` and ${names.length - MAX_USES} more` : '';
  return `Used in ${names.slice(0, MAX_USES).join(', ')}${more}.`;
}

/** The entry an occurrence is in: `judgments/x`, with the file if it is not the entity's. */
function userOf({ file, pointer }: Occurrence, entity: Entity): string {
  const [collection = '', index = ''] = fromPointer(pointer);
  const members = (file.read?.data as Record<string, unknown> | undefined)?.[collection];
  const member: unknown = Array.isArray(members) ? members[Number(index)] : undefined;
  const { id, ref } = (typeof member === 'object' && member !== null ? member : {}) as {
    id?: unknown;
    ref?: unknown;
  };
  const name = typeof (id ?? ref) === 'string' ? `${collection}/${String(id ?? ref)}` : collection;
  return entity.file.kind === 'register'
    ? `\`${name}\` of ${file.path.split(/[\\/]/).at(-1)}`
    : `\`${name}\``;
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Text escaped as Markdown: a file's text must not become a link or a picture in an editor. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#!|~&]/g, '\\$&');
}
