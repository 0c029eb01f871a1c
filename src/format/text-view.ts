import {
  type Conventions,
  type LikelihoodScale,
  likelihoodScaleOf,
  shippedConventions,
  withConventions,
} from '../model/conventions/conventions.ts';
import { compareText } from '../model/finding.ts';
import { isRecord } from '../model/json.ts';
import { canonicalProse } from './canonical-prose.ts';
import { type FileKind, type Guide, guideTo } from './guide.ts';
import { proseText } from './rewriting.ts';

/** Lists whose order is part of what they say; the members of all others are sorted. */
const ORDERED = new Set(['sections', 'authors']);

/** Properties that identify the members of a list; the first that a member has is used. */
const NAMES = ['id', 'ref', 'dimension', 'entity', 'rule', 'at', 'evidence', 'name', 'source', 'actor'];

type Members = Readonly<Record<string, unknown>>;

/** What every line of a view needs to know of the whole file. */
interface View {
  readonly language: string | undefined;
  /** The declared scale of likelihood. */
  readonly scale: LikelihoodScale;
}

/**
 * What a file says as plain text, for `git diff`: one fact a line and one sentence a line, each line with the way to its
 * place by ids, in the order of the schema and of the ids. The order of the file, its notation and its line breaks leave no
 * trace. Any data will do: git also asks for versions that are not valid.
 */
export function textView(
  data: unknown,
  kind: FileKind,
  conventions: Conventions = shippedConventions,
): string {
  const root = isRecord(data) ? data : {};
  const standards = isRecord(root.standards) ? root.standards : {};
  const language = typeof root.language === 'string' ? root.language : undefined;
  const { likelihood } = standards;
  const speaker = typeof likelihood === 'string' ? { standards: { likelihood } } : { standards: {} };
  const view: View = { language, scale: likelihoodScaleOf(withConventions(speaker, conventions)) };
  return `${linesOf(data, '', guideTo(kind), view).join('\n')}\n`;
}

function linesOf(value: unknown, path: string, guide: Guide, view: View): string[] {
  const prose = guide.kind === 'prose' ? proseText(value) : undefined;
  if (prose !== undefined) {
    const lines = canonicalProse(prose, view.language).split('\n');
    return lines.filter((line) => /\S/.test(line)).map((line) => `${path}: ${line.trimEnd()}`);
  }
  if (Array.isArray(value)) return listLines(value, path, guide.item(), view);
  if (isRecord(value)) return objectLines(value, path, guide, view, []);
  return [`${path}: ${scalarText(value)}`];
}

function listLines(list: readonly unknown[], path: string, item: Guide, view: View): string[] {
  const isOrdered = ORDERED.has(path) || / csl /.test(path); // names of authors
  if (list.length === 0) return [];
  if (list.every((one) => typeof one === 'number')) return [`${path}: ${list.join('–')}`];
  const groups = list.map((one, index) => {
    if (!isRecord(one)) return { label: scalarText(one), lines: linesOf(one, path, item, view) };
    const key = NAMES.find((name) => typeof one[name] === 'string');
    const label = key === undefined ? String(index + 1) : String(one[key]);
    const place = `${path}${path.includes('/') ? ' ' : '/'}${label}`;
    return { label, lines: objectLines(one, place, item, view, key === undefined ? [] : [key]) };
  });
  const sorted = isOrdered ? groups : groups.toSorted((a, b) => compareText(a.label, b.label));
  return sorted.flatMap(({ lines }) => lines);
}

/** @param shown Members that the path names already. */
function objectLines(
  object: Members,
  path: string,
  guide: Guide,
  view: View,
  shown: readonly string[],
): string[] {
  const keys = [...guide.order, ...Object.keys(object).filter((key) => !guide.order.includes(key))];
  const left = keys.filter((key) => Object.hasOwn(object, key) && !shown.includes(key));
  const head = headline(object, path, view);
  const isInside = path !== '' && !/^[^ ]*\/[^ ]*$/.test(path); // not an entity: its properties change one by one
  const isShort = left.length > 0 && left.every((key) => isScalar(object[key], guide.within(key)));
  if (isInside && isShort) {
    return [`${path}: ${left.map((key) => `${key} ${scalarText(object[key])}`).join(', ')}`];
  }
  const lines = left.flatMap((key) => {
    const value = head?.shown.includes(key) ? withoutShown(object[key]) : object[key];
    return value === undefined ? [] : memberLines(key, value, path, guide, view);
  });
  const first = head ? [`${path}: ${head.text}`] : [];
  return lines.length + first.length > 0 || path === '' ? [...first, ...lines] : [path];
}

function memberLines(key: string, value: unknown, path: string, guide: Guide, view: View): string[] {
  const place = path === '' ? key : `${path} ${key}`;
  const likelihood = key === 'likelihood' ? likelihoodText(value, view.scale) : undefined;
  if (likelihood !== undefined) return [`${place}: ${likelihood}`];
  return linesOf(value, place, guide.within(key), view);
}

/** The line that a judgment is followed by in a history: how likely, how sure we are, by when. */
function headline(
  object: Members,
  path: string,
  view: View,
): { readonly text: string; readonly shown: readonly string[] } | undefined {
  if (!path.startsWith('judgments/') || path.includes(' ')) return undefined;
  const confidence = isRecord(object.confidence) ? object.confidence.level : undefined;
  const parts = [
    likelihoodText(object.likelihood, view.scale) ?? 'no likelihood',
    confidence === undefined ? 'no confidence' : `confidence ${scalarText(confidence)}`,
    ...(object.horizon === undefined ? [] : [`by ${scalarText(object.horizon)}`]),
  ];
  return { text: parts.join(', '), shown: ['likelihood', 'confidence', 'horizon'] };
}

/** What a headline leaves to say of a confidence is everything but its level; of the rest, nothing. */
function withoutShown(value: unknown): unknown {
  if (!isRecord(value)) return undefined;
  const rest = Object.entries(value).filter(([key]) => !['level', 'term', 'range'].includes(key));
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}

function isScalar(value: unknown, guide: Guide): boolean {
  return guide.kind !== 'prose' && (typeof value !== 'object' || value === null);
}

function scalarText(value: unknown): string {
  return typeof value === 'string' ? oneLine(value) : (JSON.stringify(value) ?? '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** `very likely (80–95 %)`, `55–80 %`; `undefined` for what is no likelihood. */
function likelihoodText(value: unknown, scale: LikelihoodScale): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { term, range } = value as { readonly term?: unknown; readonly range?: unknown };
  if (typeof term === 'string') {
    const band = scale.bands.find(({ terms, forms }) => [...terms, ...(forms ?? [])].includes(term));
    return band ? `${term} (${band.low}–${band.high} %)` : term;
  }
  if (!Array.isArray(range) || !range.every((end) => typeof end === 'number')) return undefined;
  return `${range.map((end) => Number((end * 100).toFixed(6))).join('–')} %`;
}
