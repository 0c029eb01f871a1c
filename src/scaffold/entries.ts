import { type Term, termsOf, type Vocabulary } from '../model/vocabularies.ts';
import type { AddedKind, Answers } from './questions.ts';

/**
 * An entry made of what was answered, with an empty id where none was given: it is then made of what the entry says. An empty
 * answer is none.
 */
export function entryOf(kind: AddedKind, answers: Answers): Readonly<Record<string, unknown>> {
  const { id = '', ...rest } = given(answers);
  return { id, ...MAKERS[kind](rest) };
}

const MAKERS: Readonly<Record<AddedKind, (answers: Answers) => Readonly<Record<string, unknown>>>> = {
  source: ({ source = '', title, publisher, issued, reliability }) => {
    const csl = citedAs(source);
    return {
      csl: { ...csl, ...given({ title: title ?? csl.title, publisher, issued }) },
      ...given({ reliability }),
    };
  },
  evidence: ({ statement, source, locator, credibility, kind, date }) => ({
    statement,
    ...given({ kind, date }),
    ...(source !== undefined && {
      citations: [
        {
          source,
          ...given({ locator }),
          ...(credibility !== undefined && { credibility: Number(credibility) }),
        },
      ],
    }),
  }),
  incident: ({ title, date, place, type, summary, evidence }) => ({
    title,
    ...given({ date, summary }),
    ...(type !== undefined && { type: termOrWords('incident-type', type) }),
    ...(place !== undefined && { place: { name: place } }),
    ...(evidence !== undefined && { evidence: listed(evidence) }),
  }),
  actor: ({ name, type, aliases, summary }) => ({
    name,
    ...given({ summary }),
    ...(type !== undefined && { type: termOrWords('actor-type', type) }),
    ...(aliases !== undefined && { aliases: listed(aliases) }),
  }),
  judgment: ({ statement, likelihood, confidence, basis, horizon, evidence, contrary, ...rest }) => ({
    statement,
    ...(likelihood !== undefined && { likelihood: { term: likelihood } }),
    ...(confidence !== undefined && { confidence: { level: confidence, ...given({ basis }) } }),
    ...given({ horizon, wouldChange: rest['would-change'] }),
    ...(evidence !== undefined && { evidence: listed(evidence) }),
    ...(contrary !== undefined && { contraryEvidence: listed(contrary) }),
  }),
};

/** The properties that are there. */
function given(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter(
      (each): each is [string, string] => each[1] !== undefined && each[1] !== '',
    ),
  );
}

/** Several words are the term that they spell (`data breach`), or else stand as words of one's own; a single one is a term. */
function termOrWords(vocabulary: Vocabulary, words: string): Term {
  const trimmed = words.trim();
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
 * What is written of a source is a DOI, an ISBN, an address or else its title. Nothing is fetched: what the text does not
 * say, a person has to.
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
