import { viewOwnFields } from '../../derive/entities/own-fields.ts';
import {
  type Conventions,
  confidenceScaleOf,
  conventionsOf,
  likelihoodScaleOf,
  type MarkingScheme,
} from '../../model/conventions/conventions.ts';
import type { Assessment, Config, Register } from '../../model/generated/types.ts';
import type { Attachment } from '../../pdf/finish/document.ts';
import { CONFIG_FILE } from '../inputs.ts';

/** A document's source, with the register it uses. */
export interface Configured {
  readonly assessment: Assessment;
  readonly register: Register;
}

/**
 * The part of the configuration needed to read the data embedded in a document: its marking scheme and scales,
 * and the project's own terms that occur. No rules; no caveats or descriptors that do not occur. Empty if
 * everything is as shipped.
 */
export function configAttachment(parts: readonly Configured[]): Attachment[] {
  const [first] = parts;
  if (!first) return [];
  const excerpt = configExcerpt(conventionsOf(first.assessment), parts);
  if (Object.keys(excerpt).length === 0) return [];
  return [
    {
      name: CONFIG_FILE,
      mediaType: 'application/json',
      bytes: Buffer.from(`${JSON.stringify(excerpt, null, 2)}\n`),
      description: 'The part of the configuration that says what markings and terms mean',
      relationship: 'Source',
    },
  ];
}

function configExcerpt(conventions: Conventions, parts: readonly Configured[]): Config {
  const { scheme, standards, vocabularies = {} } = conventions;
  const text = JSON.stringify(parts.map(({ assessment, register }) => [assessment, register]));
  const scales = parts.map(({ assessment }) => likelihoodScaleOf(assessment));
  const levels = parts.map(({ assessment }) => confidenceScaleOf(assessment));
  const own = <T extends { readonly id: string; readonly isOwn?: true }>(values: readonly T[]) =>
    Object.fromEntries(
      values.filter(({ isOwn }) => isOwn).map(({ id, isOwn: _, ...rest }) => [id, rest] as const),
    );
  const [likelihoodScales, confidenceScales] = [own(scales), own(levels)];
  const terms = Object.entries(vocabularies).flatMap(([name, known]) => {
    const used = Object.entries(known).filter(([term]) => text.includes(JSON.stringify(term)));
    return used.length > 0 ? [[name, Object.fromEntries(used)] as const] : [];
  });
  const isUsed = (id: string, used: readonly { readonly id: string }[]) => used.some((one) => one.id === id);
  const defaults = {
    ...(standards.likelihood !== 'icd-203' &&
      isUsed(standards.likelihood, scales) && { likelihood: standards.likelihood }),
    ...(standards.confidence !== 'three-level' &&
      isUsed(standards.confidence, levels) && { confidence: standards.confidence }),
  };
  return {
    ...(scheme.id !== 'tlp-2' && { marking: scheme.id }),
    ...(scheme.isOwn && { markingSchemes: { [scheme.id]: schemeExcerpt(scheme, text) } }),
    ...(Object.keys(defaults).length > 0 && { scales: defaults }),
    ...(Object.keys(likelihoodScales).length > 0 && { likelihoodScales }),
    ...(Object.keys(confidenceScales).length > 0 && { confidenceScales }),
    ...(terms.length > 0 && { vocabularies: Object.fromEntries(terms) }),
    ...ownFieldsExcerpt(parts, conventions.fieldTitles ?? {}),
  };
}

/**
 * A schema for the own fields that occur, so that embedded data validates: their names and titles, but not
 * which values the project allows.
 */
function ownFieldsExcerpt(
  parts: readonly Configured[],
  titles: Readonly<Record<string, string>>,
): Pick<Config, 'fields'> {
  const properties: Record<string, object> = {};
  for (const { assessment } of parts) {
    const { assessment: own, entries } = viewOwnFields(assessment);
    for (const name of Object.keys(own)) {
      const title = Object.hasOwn(titles, name) ? titles[name] : undefined;
      properties[name] = title === undefined ? {} : { title };
    }
    for (const [list, items] of Object.entries(entries)) {
      const names = Object.values(items).flatMap((fields) => Object.keys(fields));
      const before = (properties[list] as { items?: { properties?: object } } | undefined)?.items?.properties;
      properties[list] = {
        items: { properties: { ...before, ...Object.fromEntries(names.map((name) => [name, {}])) } },
      };
    }
  }
  return Object.keys(properties).length > 0 ? { fields: { properties } } : {};
}

function schemeExcerpt({ id: _, isOwn: __, ...scheme }: MarkingScheme, text: string) {
  const used = (list: typeof scheme.caveats) => {
    const mentioned = (list ?? []).filter((addition) => text.includes(addition.text));
    return mentioned.length > 0 ? mentioned : undefined;
  };
  const { prefixes, caveats, descriptors, ...rest } = scheme;
  const [p, c, d] = [used(prefixes), used(caveats), used(descriptors)];
  return { ...rest, ...(p && { prefixes: p }), ...(c && { caveats: c }), ...(d && { descriptors: d }) };
}
