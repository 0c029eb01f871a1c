import type { CslItem } from '../../model/generated/types.ts';
import { ownText } from '../../prose/reading/own-text.ts';
import { type AcronymUse, acronymsIn } from '../../prose/wording/acronyms.ts';
import { commonAcronyms, commonAcronymsIn } from '../../prose/wording/common-acronyms.ts';
import { type ProseField, type ProseKind, pointerTo, proseFieldsOf } from '../prose-fields.ts';
import type { Objection, Rule, RuleInput } from '../rule.ts';

/** Text that is read but has no room for an explanation, and text that readers of the memo do not see. */
const NOT_READ: ReadonlySet<ProseKind> = new Set(['title', 'heading', 'evidence', 'wording', 'note']);
const CAPITALS = /\p{Lu}[\p{Lu}\p{N}&-]*(?:\p{Ll}{1,2}\p{Lu}[\p{Lu}\p{N}&-]*|(?<=.)\p{Lu})/gu;

/** An acronym is explained where it first appears. */
export const unexplainedAcronym: Rule = {
  id: 'unexplained-acronym',
  category: 'language',
  severity: 'note',
  source: 'ICD 203 D.6.e(5) and (6): relevance to the customer; clear language',
  why: 'A reader who does not know the abbreviation concludes that the memo was written for somebody else.',
  examples: {
    breaks: { assessment: { bottomLine: 'The NRA expects fires through 2025.' } },
    keeps: {
      assessment: {
        bottomLine:
          'The Northern Rail Authority (NRA) expects fires through 2025, and the EU follows the NRA.',
      },
    },
  },
  check: (input) => {
    const known = knownAcronyms(input);
    const unexplained = new Map<string, { field: ProseField; use: AcronymUse; later: boolean }>();
    for (const field of proseFieldsOf(input.assessment)) {
      if (NOT_READ.has(field.kind) || !hasUnknown(field.text, known)) continue;
      for (const use of acronymsIn(ownText(field.text))) {
        const { acronym, explains } = use;
        if (isKnown(acronym, known)) continue;
        const earlier = unexplained.get(acronym);
        if (explains) {
          known.add(acronym);
          if (earlier) unexplained.set(acronym, { ...earlier, later: true });
        } else if (!earlier) unexplained.set(acronym, { field, use, later: false });
      }
    }
    return [...unexplained].map(([acronym, { field, use, later }]) => objectTo(acronym, field, use, later));
  },
};

/**
 * Whether an acronym is known; of a hyphenated one (EU-UN), the parts may be, and a single letter (ISIS-K)
 * belongs to what stands before it.
 */
function isKnown(letters: string, known: ReadonlySet<string>): boolean {
  const knows = (part: string) => commonAcronyms.has(part) || known.has(part);
  const parts = letters.split('-');
  return (
    knows(letters) ||
    (parts.length > 1 && parts.every((part, i) => knows(part) || (i > 0 && part.length === 1)))
  );
}

/** Whether a text has acronyms that are not known yet: once all are, nothing more needs close reading. */
function hasUnknown(text: string, known: ReadonlySet<string>): boolean {
  for (const [letters] of text.matchAll(CAPITALS)) {
    if (!isKnown(letters, known)) return true;
  }
  return false;
}

function objectTo(acronym: string, field: ProseField, { start }: AcronymUse, later: boolean): Objection {
  return {
    pointer: pointerTo(field, start),
    message: later
      ? `\`${acronym}\` is used here before the memo explains it.`
      : `\`${acronym}\` is used and nowhere explained.`,
    help: `Write the name in full, with \`(${acronym})\` behind it, where it stands first; or make it an alias of an actor.`,
  };
}

/**
 * Acronyms explained by the lists of actors and sources: an alias beside a name, or letters in brackets after a
 * name.
 */
function knownAcronyms({ assessment, register }: RuleInput): Set<string> {
  const actors = [...(assessment.actors ?? []), ...(register.actors ?? [])];
  const sources = [...(assessment.sources ?? []), ...(register.sources ?? [])];
  return new Set([
    ...commonAcronymsIn(assessment.language),
    ...(assessment.abbreviations ?? []).map(({ short }) => short),
    ...actors.flatMap(({ name, aliases = [] }) => [
      ...explainedBy([name ?? '', ...aliases]),
      ...aliases.flatMap(acronymsUsed),
      // A name that is only an acronym explains nothing; one with an alias, or with other words, does.
      ...(aliases.length > 0 || /\p{L}{3}\p{Ll}/u.test(name ?? '') ? acronymsUsed(name ?? '') : []),
    ]),
    ...sources.flatMap(({ csl }) => (csl ? [...explainedBy(namesOf(csl)), ...namesakes(namesOf(csl))] : [])),
  ]);
}

/** The acronyms in a name, however it is joined: `ALPHV/BlackCat`. */
function acronymsUsed(name: string): string[] {
  return name.split(/[\s/,;()]+/).flatMap((part) => acronymsIn(` ${part} `).map(({ acronym }) => acronym));
}

/** Acronyms among several names of one thing; of a single name, those in its brackets. */
function explainedBy(names: readonly string[]): string[] {
  const isSpeltOut = names.some((name) => /\p{Ll}{3}/u.test(name) && /\s|\p{L}{9}/u.test(name));
  return names.flatMap((name) =>
    acronymsIn(` ${name} `).flatMap(({ acronym, explains }) =>
      explains || (isSpeltOut && acronym === name.trim()) || (isSpeltOut && names.length > 1) ? acronym : [],
    ),
  );
}

/** Acronyms that begin a publisher's name (SITE Intel Group): the list of sources says who that is. */
function namesakes(names: readonly string[]): string[] {
  return names.flatMap((name) => /^(\p{Lu}{2,})\s+\p{Lu}\p{Ll}+/u.exec(name)?.[1] ?? []);
}

function namesOf(csl: CslItem): string[] {
  return [
    csl.publisher,
    csl['container-title'],
    csl.authority,
    ...(csl.author ?? []).map(({ literal }) => literal),
  ].flatMap((name) => name ?? []);
}
