import { type Term, termsOf, type Vocabulary } from '../model/vocabularies.ts';
import type { AddedKind, Answers } from './questions.ts';

/**
 * An entry made from answers; its id is empty if none was given, and is then made from the content. Empty
 * answers are ignored.
 */
export function entryOf(kind: AddedKind, answers: Answers): Readonly<Record<string, unknown>> {
  const { id = '', ...rest } = given(answers);
  return { id, ...MAKERS[kind](rest) };
}

const MAKERS: Readonly<Record<AddedKind, (answers: Answers) => Readonly<Record<string, unknown>>>> = {
  source: ({
    source = '',
    title,
    publisher,
    container,
    issued,
    reliability,
    access,
    bias,
    note,
    marking,
    type,
    ...rest
  }) => {
    const csl = citedAs(source);
    return {
      csl: {
        ...csl,
        ...given({ type, title: title ?? csl.title, publisher, 'container-title': container, issued }),
      },
      ...given({ reliability, access, bias, note, marking }),
      ...lists({ derivedFrom: rest['derived-from'], knownThrough: rest['known-through'] }),
    };
  },
  evidence: ({
    statement,
    source,
    locator,
    credibility,
    kind,
    date,
    speaker,
    office,
    venue,
    wording,
    disputes,
    marking,
  }) => ({
    statement,
    ...given({ kind, date, venue, wording, marking }),
    ...(speaker !== undefined && { speaker: { ...partyNamed(speaker), ...given({ office }) } }),
    ...lists({ disputes }),
    ...(source !== undefined && {
      citations: listed(source).map((each) => ({
        source: each,
        ...given({ locator }),
        ...(credibility !== undefined && { credibility: Number(credibility) }),
      })),
    }),
  }),
  incident: ({
    title,
    date,
    until,
    place,
    type,
    summary,
    evidence,
    outcome,
    target,
    marking,
    ...figures
  }) => ({
    title,
    ...given({ date, until, summary, outcome, target, marking }),
    ...(type !== undefined && { type: termOrWords('incident-type', type) }),
    ...(place !== undefined && { place: { name: place } }),
    ...figuresOf(figures),
    ...lists({ evidence }),
  }),
  actor: ({ name, type, aliases, summary, status, parent, areas, marking }) => ({
    name,
    ...given({ summary, status, parent, marking }),
    ...(type !== undefined && { type: termOrWords('actor-type', type) }),
    ...lists({ aliases, areas }),
  }),
  judgment: ({
    statement,
    likelihood,
    confidence,
    basis,
    horizon,
    evidence,
    contrary,
    key,
    about,
    ...rest
  }) => ({
    statement,
    ...(key !== undefined && { key: key === 'yes' }),
    ...(likelihood !== undefined && { likelihood: likelihoodFrom(likelihood) }),
    ...(confidence !== undefined && { confidence: { level: confidence, ...given({ basis }) } }),
    ...given({ horizon, wouldChange: rest['would-change'], marking: rest.marking }),
    ...lists({ evidence, contraryEvidence: contrary, about }),
  }),
};

/**
 * A term of a scale, or a range or single figure in percent or as probabilities: `60-80%`, `0.6–0.8`, `70 %`.
 */
function likelihoodFrom(
  text: string,
): { readonly term: string } | { readonly range: readonly [number, number] } {
  const [, low = '', high = low, percent] =
    /^(\d+(?:\.\d+)?)\s*%?(?:\s*(?:-|–|to)\s*(\d+(?:\.\d+)?))?\s*(%)?$/.exec(text.trim()) ?? [];
  if (low === '') return { term: text };
  const ends = [Number(low), Number(high)] as const;
  const isPercent = percent !== undefined || text.includes('%') || ends.some((end) => end > 1);
  const probability = (end: number) => (isPercent ? Math.round(end * 100) / 10_000 : end);
  return { range: [probability(ends[0]), probability(ends[1])] };
}

/** The party: by id if it is an actor's. */
function partyNamed(text: string): { readonly actor: string } | { readonly name: string } {
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) ? { actor: text } : { name: text };
}

/**
 * Figures of an incident, all from the same source: `12`, or `10-14`. Anything else is left for the schema to
 * reject.
 */
function figuresOf(answers: Answers): Readonly<Record<string, unknown>> {
  const source = given({ source: answers['figures-from'] });
  const found = (['killed', 'injured', 'arrested'] as const).flatMap((name) => {
    const text = answers[name];
    if (text === undefined) return [];
    const [, min = '', max] = /^(\d+)(?:\s*[-–]\s*(\d+))?$/.exec(text.trim()) ?? [];
    const figure =
      max === undefined ? { value: min === '' ? text : Number(min) } : { min: Number(min), max: Number(max) };
    return [[name, { reports: [{ ...figure, ...source }] }]];
  });
  return Object.fromEntries(found);
}

/** The lists that are not empty. */
function lists(
  values: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, text]) => (text === undefined ? [] : [[name, listed(text)]])),
  );
}

/** The properties that have a value. */
function given(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter(
      (each): each is [string, string] => each[1] !== undefined && each[1] !== '',
    ),
  );
}

/**
 * Several words are the term they spell (`data breach`), otherwise free words; a single word is a term. The
 * notation suggested in messages (`{"other": "country"}`) is accepted too.
 */
function termOrWords(vocabulary: Vocabulary, words: string): Term {
  const trimmed = words.trim();
  const [, other] = /^\{\s*"other"\s*:\s*"([^"\\]+)"\s*\}$/.exec(trimmed) ?? [];
  if (other !== undefined) return { other };
  const term = trimmed.toLowerCase().replace(/\s+/g, '-');
  return !/\s/.test(trimmed) || termsOf(vocabulary, undefined).includes(term) ? term : { other: trimmed };
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

export interface Cited {
  readonly type: string;
  readonly title?: string;
  readonly URL?: string;
  readonly DOI?: string;
  readonly ISBN?: string;
}

const DOI = /^(?:doi:\s*|https?:\/\/(?:dx\.)?doi\.org\/)?(10\.\d{4,9}\/\S+)$/i;
const ISBN = /^(?:isbn[:\s]*)?((?:97[89][\s-]?)?(?:\d[\s-]?){9}[\dx])$/i;

/**
 * A source is given by its DOI, ISBN, address or otherwise its title. Nothing is fetched: a person has to add
 * the rest.
 */
export function citedAs(text: string): Cited {
  const written = text.trim();
  const doi = DOI.exec(written)?.[1];
  if (doi !== undefined) return { type: 'article-journal', DOI: doi };
  const isbn = ISBN.exec(written)?.[1];
  if (isbn !== undefined) return { type: 'book', ISBN: isbn.replace(/[\s-]/g, '').toUpperCase() };
  if (/^https?:\/\/\S+$/i.test(written)) return { type: 'webpage', URL: written };
  return { type: 'document', title: written };
}
