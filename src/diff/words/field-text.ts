import { COLLECTION_OF, fieldAt } from '../../model/fields.ts';
import { isRecord } from '../../model/json.ts';
import type { Surroundings } from '../match/surroundings.ts';
import { ruleFor } from '../place-rules.ts';
import type { Difference } from '../walk.ts';
import { horizonText } from './horizon-text.ts';
import { shorten } from './labels.ts';
import { movedText, type Weighed } from './moved-text.ts';
import { changeText, editText, quote } from './value-text.ts';

/** What changed within an entity: the path to the field in words, then how. */
export function fieldText(difference: Difference, weighed: Weighed, surroundings: Surroundings): string {
  const { kind, path, pattern, before, after, shape } = difference;
  const { rule, move } = weighed;
  const steps = pattern.split('/');
  const way = wayTo(path, steps, weighed.entity.collection === 'assessment' ? 0 : 2, surroundings);
  // A citation consists of nothing but its key.
  const isWhole = kind === 'item-added' || kind === 'item-removed';
  if (isWhole && steps.at(-2) === 'citations') way.splice(-1, 1, rule.label);
  if (kind !== 'value') return itemText(difference, way.join(', '), steps.at(-2) ?? '', surroundings);

  const name = steps.at(-1) === '*' ? '' : `${rule.label} `;
  if (move && !(rule.order === 'likelihood' && move.direction === 'unclear')) {
    const moved = movedText(difference, weighed, surroundings);
    if (steps.at(-1) === '*') return [...way, moved.replace(`${rule.label} `, '')].join(' ');
    const isNamed = rule.order !== 'likelihood' && rule.order !== 'marking';
    return [...way, isNamed ? moved : `${name}${moved.replace(/^likelihood /, '')}`].join(': ');
  }
  if (pattern === 'judgments/*/resolution' && isRecord(after))
    return `resolved, it ${outcomeText(after.outcome)}`;
  if (pattern === 'judgments/*/resolution/outcome') {
    return `outcome: it ${outcomeText(before)} → it ${outcomeText(after)}`;
  }
  const horizon = pattern.endsWith('/horizon') ? horizonText(before, after) : undefined;
  if (horizon !== undefined) {
    return [...way, `${name}${String(before)} → ${String(after)} (${horizon})`].join(': ');
  }
  const unsaid = UNSAID[pattern];
  const [old, fresh] = unsaid === undefined ? [before, after] : [before ?? unsaid, after ?? unsaid];
  const text = changeText(old, fresh, shape, namesAt(pattern, surroundings));
  return [...way, `${name}${text}`].join(': ');
}

/** Defaults of fields that are left out. */
const UNSAID: Readonly<Record<string, string>> = {
  'recommendations/*/status': 'open',
  'sections/*/kind': 'narrative',
};

function outcomeText(outcome: unknown): string {
  return outcome === true ? 'came true' : 'did not come true';
}

/** The list entries on the path, each by what it is called. */
function wayTo(
  path: readonly string[],
  steps: readonly string[],
  from: number,
  { labels }: Surroundings,
): string[] {
  return steps.flatMap((step, index) => {
    if (index < from || step !== '*') return [];
    const { label } = ruleFor(steps.slice(0, index + 1).join('/'));
    const [list, key = ''] = [steps[index - 1], path[index]];
    if (list === 'series') {
      const [, at = key, source = ''] = /^(\S+?)(?:, (.*))?$/.exec(key.replace(/^at /, '')) ?? [];
      return [`${label} ${at}${source === '' ? '' : ` (${keyText(source, labels)})`}`];
    }
    if (list === 'ratings') return [`${label} of “${labels.of('hypotheses', key)}”`];
    if (list === 'capabilities' || list === 'changes') return [`${label} ${key}`];
    if (list === 'estimates' || list === 'dissents') return [`${label} ${key.replace(/^by /, '')}`];
    return [`${label} (${keyText(key, labels)})`];
  });
}

/** What the parts of a key are called. */
const KEY_NAMES: Readonly<Record<string, string>> = { asOf: 'as of', locator: '' };

/** The key of a member of a list, with names for ids: `source Kolotilov 2016, asOf 2016-03-31`. */
function keyText(key: string, labels: Surroundings['labels']): string {
  const nameOf = (id: string) =>
    ['sources', 'actors', 'evidence'].map((list) => labels.of(list, id)).find((name) => name !== id) ?? id;
  return key
    .split(', ')
    .map((part) => {
      const [, property = '', ids = part] = /^(\w+) (\S+)$/.exec(part) ?? [];
      const name = ids.split(' + ').map(nameOf).join(' and ');
      if (property === '' || property === 'source' || property === 'actor') return name;
      return `${KEY_NAMES[property] ?? property} ${name}`;
    })
    .join(', ');
}

/** A list entry that was added, removed, renamed or moved. */
function itemText(
  { kind, before, after, pattern }: Difference,
  name: string,
  list: string,
  surroundings: Surroundings,
): string {
  const say = (value: unknown) => valueText(value, list, surroundings);
  switch (kind) {
    case 'item-moved':
      return `${name} moved from place ${String(before)} to ${String(after)}`;
    case 'item-added':
      return `${name} added: ${say(after)}`;
    case 'item-removed':
      return `${name} removed: ${say(before)}`;
    default:
      return `${name} changed: ${editText(before, after, namesAt(`${pattern}/actor`, surroundings))}`;
  }
}

/** The main content of a list entry. */
function valueText(value: unknown, list: string, surroundings: Surroundings): string {
  const actor = (text: string) => surroundings.labels.of('actors', text);
  if (!isRecord(value)) return quote(value);
  if (list === 'reports') return figureText(value);
  if (list === 'attributions') {
    const likelihood = isRecord(value.likelihood) ? likelihoodText(value.likelihood) : undefined;
    const parts = [quote(value.actor, actor), ...(likelihood === undefined ? [] : [likelihood])];
    return [...parts, ...(value.confidence ? [`confidence ${String(value.confidence)}`] : [])].join(', ');
  }
  if (list === 'estimates') {
    const likelihood = isRecord(value.likelihood) ? likelihoodText(value.likelihood) : undefined;
    const confidence = value.confidence === undefined ? '' : `, confidence ${quote(value.confidence)}`;
    return `${likelihood ?? 'no likelihood'}${confidence}`;
  }
  if (list === 'series') return quote(value.value);
  if (list === 'citations') {
    const source = quote(value.source, (text) => surroundings.labels.of('sources', text));
    return typeof value.locator === 'string' ? `${source}, ${value.locator}` : source;
  }
  return quote(value, actor);
}

/** `likely`, `60–80 %`, `80 %`. */
function likelihoodText({ term, range }: Record<string, unknown>): string | undefined {
  if (term !== undefined || !Array.isArray(range)) return term === undefined ? undefined : quote(term);
  const [low, high] = range.map((end) => Number((Number(end) * 100).toFixed(2)));
  return low === high ? `${String(low)} %` : `${String(low)}–${String(high)} %`;
}

/** `at least 145`, `2–3`. */
export function figureText({ value, min, max, qualifier }: Record<string, unknown>): string {
  if (value !== undefined) {
    return qualifier === undefined
      ? String(value)
      : `${String(qualifier).replaceAll('-', ' ')} ${String(value)}`;
  }
  if (min === undefined) return `up to ${String(max)}`;
  return max === undefined ? `${String(min)} or more` : `${String(min)}–${String(max)}`;
}

/**
 * What to call a text at a place: the name of what it refers to, never its id. Inside a value compared as a
 * whole, a text may name an actor, or anything as collection and id.
 */
export function namesAt(
  pattern: string,
  { labels }: Pick<Surroundings, 'labels'>,
): (value: string) => string {
  const kind = fieldAt(pattern)?.refersTo ?? fieldAt(`${pattern}/*`)?.refersTo;
  return (value) => {
    const [, collection, id] = /^([a-zA-Z]+)\/([a-z0-9-]+)$/.exec(value) ?? [];
    if (collection !== undefined && id !== undefined) return named(labels.of(collection, id), id);
    const known = ['evidence', 'sources', 'actors', 'incidents'].map((list) => labels.of(list, value));
    const found = known.find((name) => name !== value) ?? value;
    const own = kind && COLLECTION_OF[kind];
    return named(own === undefined ? found : labels.of(own, value), value);
  };
}

/** Names of people and groups are not quoted; sentences are, so that their end is visible. */
function named(label: string, id: string): string {
  return label === id || !/\s\S+\s\S+\s\S+\s/.test(label) ? label : `“${shorten(label, 58)}”`;
}
