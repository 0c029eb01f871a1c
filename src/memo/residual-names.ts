import { registerExcerpt } from '../derive/entities/register-excerpt.ts';
import { redactedAbove } from '../derive/release/redacted.ts';
import { type RedactedName, redactedNames } from '../derive/release/redacted-names.ts';
import type { Obstacle, Release } from '../derive/release/release.ts';
import { unaccounted } from '../derive/release/release-previous.ts';
import { type RemainingText, textsIn, withoutCitations } from '../derive/release/remaining-texts.ts';
import { fieldAt, fieldPath } from '../model/fields.ts';
import type { Severity } from '../model/finding.ts';
import type { Assessment, Marking, Register } from '../model/generated/types.ts';
import { fromPointer, toPointer } from '../model/pointer.ts';
import { type FoundName, foldedName, NameSearch } from '../prose/characters/name-search.ts';

/** A place that is kept and names something withheld. */
export interface ResidualName extends Obstacle {
  readonly severity: Extract<Severity, 'error' | 'warning'>;
}

/** What is released, and from what. */
export interface ReleasedFrom {
  readonly assessment: Assessment;
  /** The superseded edition, as read. */
  readonly previous?: Assessment | undefined;
  readonly register: Register;
  readonly level: Marking;
}

const WEIGHTS = { error: 2, warning: 1, none: 0 };

/** Most places reported: with more, the first ones show what to do. */
const MAX_REPORTED = 200;
/** Length of text shown on either side of a name, in characters. */
const AROUND = 24;

/**
 * Searches what is left for names of what is withheld. Created once for an assessment, since it collects all
 * names.
 */
export class ResidualNames {
  readonly #search: NameSearch<RedactedName | undefined>;

  /**
   * Names of what is withheld now, of what was withheld in the previous edition, and of what may be the same
   * under another id.
   */
  constructor({ assessment, previous, register, level }: ReleasedFrom) {
    const now = redactedAbove(assessment, level).entries;
    const current = redactedNames(assessment, register, now);
    const before = previous ? previousNames(previous, assessment, register, now, level) : [];
    const names = [...current.names, ...before].filter(({ text, kind }) => isSought(text, kind));
    const ids = names.filter(({ kind }) => kind === 'id');
    const others = names.filter(({ kind }) => kind !== 'id');
    // Of names spelt alike, the first counts.
    this.#search = new NameSearch<RedactedName | undefined>([
      ...current.allowed.map((text) => [text, undefined] as const),
      ...inOrderOfWeight(others).map((name) => [name.text, name] as const),
      ...current.allowedIds.map((text) => [text, undefined] as const),
      ...ids.map((name) => [name.text, name] as const),
    ]);
  }

  /** Places in a release, in the order of the file, and in the register entries that go with it. */
  in(
    { texts, withheld, assessment: released }: Release,
    register: Register,
    whole: Assessment,
  ): ResidualName[] {
    const found: ResidualName[] = [];
    const all = [...texts, ...textsOfRegister(released, register, whole)];
    for (const { text, pointer } of all) {
      if (found.length >= MAX_REPORTED) break;
      if (isTermOfTheFormat(pointer)) continue;
      const left = withoutCitations(text, withheld);
      const severityIn = (one: FoundName<RedactedName | undefined>) =>
        one.name && severityOf({ ...one, name: one.name }, left);
      const matches = this.#search.in(left, (some) => WEIGHTS[severityIn(some) ?? 'none']);
      for (const one of matches) {
        if (matches.some((other) => severityIn(other) === 'error' && isWithin(one, other))) continue;
        const severity = severityIn(one);
        if (one.name && severity) found.push(remarkOn({ ...one, name: one.name }, left, pointer, severity));
      }
    }
    return found;
  }
}

/** Whether a match is a part of a longer one of the same entry, which is reported in its place. */
function isWithin(one: FoundName<RedactedName | undefined>, other: FoundName<RedactedName | undefined>) {
  if (one.name?.of !== other.name?.of) return false;
  return one.start >= other.start && one.end <= other.end && one.end - one.start < other.end - other.start;
}

/** Of two names spelt alike, the one that counts in any spelling comes first. */
function inOrderOfWeight(names: readonly RedactedName[]): RedactedName[] {
  const order = ['name', 'sentence', 'word'];
  return names.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** Whether a name is searched for: single letters, and texts without letters, identify nothing. */
function isSought(text: string, kind: RedactedName['kind']): boolean {
  const folded = foldedName(text).trim();
  return folded.length >= (kind === 'id' ? 3 : 2) || /\p{Script=Han}/u.test(folded);
}

/**
 * Names from the previous edition: of what was withheld in it and is gone now, and of what may be withheld now.
 */
function previousNames(
  previous: Assessment,
  assessment: Assessment,
  register: Register,
  now: ReadonlySet<string>,
  level: Marking,
): readonly RedactedName[] {
  const withheld = [
    ...redactedAbove(previous, level).entries,
    ...now,
    ...unaccounted(previous, assessment, now),
  ];
  const released = new Set([...textsIn(assessment)].map(({ text }) => text));
  return redactedNames(previous, register, new Set(withheld)).names.filter(
    ({ of, text }) => now.has(of) || !isEntryOf(assessment, of) || !released.has(text),
  );
}

function isEntryOf(assessment: Assessment, entry: string): boolean {
  const [collection = '', id] = entry.split('/');
  const list: unknown = Object.getOwnPropertyDescriptor(assessment, collection)?.value;
  return Array.isArray(list) && list.some((one) => (one?.id ?? one?.ref) === id);
}

/** Whether a text is a term of the file format: `"type": "cell"` does not name an actor called “Cell”. */
function isTermOfTheFormat(pointer: string): boolean {
  const parts = fromPointer(pointer);
  return parts[0] === 'released' || fieldAt(fieldPath(parts))?.kind === 'term';
}

/** The texts of the register that go with a release, each at the entry that refers to it. */
function* textsOfRegister(
  released: Assessment,
  register: Register,
  whole: Assessment,
): Generator<RemainingText> {
  const excerpt = registerExcerpt(released, register);
  for (const [collection, entries] of Object.entries(excerpt)) {
    for (const entry of entries as readonly { readonly id: string }[]) {
      const pointer = referrer(whole, collection, entry.id);
      for (const { text } of textsIn(entry)) yield { text, pointer };
    }
  }
}

function referrer(whole: Assessment, collection: string, id: string): string {
  const list: unknown = Object.getOwnPropertyDescriptor(whole, collection)?.value;
  const index = Array.isArray(list) ? list.findIndex((entry) => entry?.ref === id) : -1;
  return index < 0 ? '' : toPointer([collection, index, 'ref']);
}

type Found = FoundName<RedactedName>;

/** How serious a match is; `undefined` if it is none. */
function severityOf(
  { name, written, start, end, inflected }: Found,
  text: string,
): ResidualName['severity'] | undefined {
  const { kind, text: sought } = name;
  const isShort = foldedName(sought).trim().length < 3 && !/\p{Script=Han}/u.test(sought);
  if (inflected && /^[A-Za-z]{2,3}$/.test(sought))
    return sought === sought.toUpperCase() && written === `${sought}s` ? 'warning' : undefined;
  if (isShort) return !inflected && withoutStops(written) === withoutStops(sought) ? 'error' : undefined;
  if (kind === 'sentence') return inflected ? undefined : 'error';
  if (kind === 'id') {
    // A part of a longer id is a different id; a plain word where an id is expected is that id.
    if (/[a-z0-9-]/.test(text.charAt(start - 1) + text.charAt(end))) return undefined;
    if (/[-\d]/.test(sought)) return inflected ? 'warning' : 'error';
    return /^[a-z0-9/-]+$/.test(text) ? undefined : 'warning';
  }
  if (kind === 'name') return inflected ? 'warning' : 'error';
  const isCased = written.toLowerCase() !== written.toUpperCase();
  return inflected || (isCased && written === written.toLowerCase()) ? 'warning' : 'error';
}

/** Initials as they are without full stops: `Z. H.` is `ZH`. */
function withoutStops(text: string): string {
  return text.replace(/\.\s?/g, '');
}

function remarkOn(
  { name, written, start, end, inflected }: Found,
  text: string,
  pointer: string,
  severity: ResidualName['severity'],
): ResidualName {
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  const place = `${start > AROUND ? '…' : ''}${before}${written}${after}${end + AROUND < text.length ? '…' : ''}`;
  const where = `is marked above the release: “${printable(place)}”.`;
  const names = inflected ? 'seems to name' : 'names';
  return {
    severity,
    pointer,
    message:
      name.kind === 'sentence'
        ? `This repeats a sentence of ${name.of}, which ${where}`
        : `This ${names} “${printable(name.text)}” (${name.of}), which ${where}`,
    help: `Mark it too, or write it without the name. Where the name tells nothing: \`"releasableNames": [${JSON.stringify(name.text)}]\`.`,
  };
}

function printable(text: string): string {
  const shown = text.replace(/\s+/g, ' ').trim();
  return shown.length > 160 ? `${shown.slice(0, 159)}…` : shown;
}
