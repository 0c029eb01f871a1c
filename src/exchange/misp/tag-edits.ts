import { likelihoodScaleOf } from '../../model/conventions/conventions.ts';
import { isRecord } from '../../model/json.ts';
import { markingOf, stricter } from '../kit/draft.ts';
import { confidenceOf, credibilityOf, likelihoodOf, readTag, reliabilityOf } from './taxonomies.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * Applies somebody's changes of tags to an entry: its grade, likelihood and marking become what the tags now
 * say.
 */
export function readTagEdits(
  entry: Data,
  {
    collection,
    written,
    tags,
  }: { readonly collection: string; readonly written: readonly string[]; readonly tags: readonly string[] },
  head: object,
): { readonly entry: Data; readonly lost: readonly { readonly tag: string; readonly why: string }[] } {
  let now = entry;
  const lost: { tag: string; why: string }[] = [];
  const added = tags.filter((tag) => !written.includes(tag));
  for (const tag of added) {
    const read = withTag(now, collection, tag, head);
    if (typeof read === 'string') lost.push({ tag, why: read });
    else now = read;
  }
  const scales = new Set(added.map(scaleOf));
  for (const tag of written) {
    if (tags.includes(tag) || scales.has(scaleOf(tag))) continue;
    lost.push({ tag, why: 'A tag was removed; the attribute that it repeats is not changed.' });
  }
  return { entry: now, lost };
}

/** The scale of a tag: tags of one scale replace one another (`tlp`, `admiralty-scale:source-reliability`). */
function scaleOf(tag: string): string {
  const read = readTag(tag);
  return read ? `${read.namespace}:${read.predicate}` : (tag.toLowerCase().split(':')[0] ?? '');
}

/** Collections whose entries can have a marking of their own, and the assessment. */
const MARKED: readonly string[] = [
  'assessment',
  'sources',
  'evidence',
  'actors',
  'incidents',
  'judgments',
  'sections',
];

const NO_TAGS = 'Entries have no tags.';

/** The entry with one tag applied, or why that is not possible. */
function withTag(entry: Data, collection: string, tag: string, head: object): Data | string {
  const scale = scaleOf(tag);
  if (scale === 'tlp') {
    const marking = markingOf(tag);
    if (!marking || !MARKED.includes(collection)) return NO_TAGS;
    const there = entry.marking;
    const isLooser =
      typeof there === 'string' && there !== marking && stricter(there as typeof marking, marking) === there;
    return isLooser ? 'No import makes a marking less strict.' : { ...entry, marking };
  }
  const reliability = reliabilityOf([tag]);
  if (reliability && collection === 'sources') return { ...entry, reliability };
  const credibility = credibilityOf([tag]);
  if (credibility !== undefined && collection === 'evidence') {
    const citations = Array.isArray(entry.citations) ? entry.citations.filter(isRecord) : [];
    const [only, ...more] = citations;
    return only && more.length === 0
      ? { ...entry, citations: [{ ...only, credibility }] }
      : 'The evidence has several sources: whose word it grades cannot be told.';
  }
  const likelihood = likelihoodOf([tag]);
  if (likelihood) {
    const there = entry.likelihood;
    const isTerm = isRecord(there) && typeof there.term === 'string';
    if (!isTerm && !(collection === 'judgments' && there === undefined)) return NO_TAGS;
    return likelihoodScaleOf(head).id === 'icd-203'
      ? { ...entry, likelihood: { ...(isTerm && there), ...likelihood } }
      : 'The taxonomy has the terms of ICD 203, and the assessment those of another scale.';
  }
  const confidence = confidenceOf([tag]);
  if (confidence && collection === 'judgments') {
    const there = entry.confidence;
    return { ...entry, confidence: { ...(isRecord(there) && there), ...confidence } };
  }
  return NO_TAGS;
}
