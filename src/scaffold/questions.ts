/** Kinds of entries that can be added from the command line. */
export const addedKinds = ['source', 'evidence', 'incident', 'actor', 'judgment'] as const;
export type AddedKind = (typeof addedKinds)[number];

/** A question before an entry is made: an option for scripts, a prompt on a terminal. */
export interface Question {
  /** Name of the option, and of the answer. */
  readonly name: string;
  /** The question, also used as the option's help. */
  readonly asks: string;
  /** Whether the answer replaces the missing argument of the command. */
  readonly isMain?: true;
  readonly isRequired?: true;
  /** Another question that must have an answer first. */
  readonly needs?: string;
  /** Whether it is only an option: asking for it every time would be too much. */
  readonly isOption?: true;
  /** Several answers, separated by commas. */
  readonly isList?: true;
  /** The collections whose entries are possible answers, by id. */
  readonly of?: readonly ('sources' | 'evidence' | 'actors')[];
  /** The terms that are possible answers: of a vocabulary of the schema, or of the scales in use. */
  readonly terms?: readonly string[] | 'likelihood' | 'confidence' | 'marking';
}

const GRADES: readonly string[] = ['A', 'B', 'C', 'D', 'E', 'F'];
const CREDIBILITY: readonly string[] = ['1', '2', '3', '4', '5', '6'];

const MARKING: Question = {
  name: 'marking',
  isOption: true,
  asks: 'marking of this entry alone',
  terms: 'marking',
};

/** The questions of each kind, in the order in which they are asked. */
export const questionsOf: Readonly<Record<AddedKind, readonly Question[]>> = {
  source: [
    {
      name: 'source',
      isMain: true,
      isRequired: true,
      asks: 'address, DOI, ISBN, title, or a file (.bib, .ris, …)',
    },
    { name: 'title', asks: 'title of the document' },
    { name: 'publisher', asks: 'who published it' },
    { name: 'issued', asks: 'date of publication (2025-04-11, 2025-04, 2025)' },
    { name: 'reliability', asks: 'reliability, A (completely) to F (cannot be judged)', terms: GRADES },
    { name: 'type', isOption: true, asks: 'kind of document, a CSL type (article-newspaper, legal_case)' },
    { name: 'container', isOption: true, asks: 'newspaper, journal or site it appeared in' },
    {
      name: 'known-through',
      isOption: true,
      isList: true,
      asks: 'sources it was quoted from, if it was not read itself',
      of: ['sources'],
    },
    { name: 'derived-from', isOption: true, isList: true, asks: 'sources that it repeats', of: ['sources'] },
    { name: 'access', isOption: true, asks: 'how it can know this' },
    { name: 'bias', isOption: true, asks: 'its interests or position' },
    { name: 'note', isOption: true, asks: 'what else a reader should know' },
    MARKING,
  ],
  evidence: [
    { name: 'statement', isMain: true, isRequired: true, asks: 'what was said or seen, in a sentence' },
    { name: 'source', isList: true, asks: 'the source that says so', of: ['sources'] },
    { name: 'locator', needs: 'source', asks: 'where in the source (p. 4)' },
    {
      name: 'credibility',
      needs: 'source',
      asks: 'credibility, 1 (confirmed) to 6 (cannot be judged)',
      terms: CREDIBILITY,
    },
    {
      name: 'kind',
      asks: 'kind of evidence',
      terms: ['observation', 'report', 'official-statement', 'claim', 'analysis'],
    },
    { name: 'date', asks: 'when it was said or seen' },
    { name: 'speaker', asks: 'who said it (a name, or the id of an actor)' },
    { name: 'office', isOption: true, needs: 'speaker', asks: 'office of the speaker' },
    { name: 'venue', isOption: true, asks: 'where it was said (press conference)' },
    { name: 'wording', isOption: true, asks: "the source's own hedge (according to their testimony)" },
    {
      name: 'disputes',
      isOption: true,
      isList: true,
      asks: 'evidence that it contradicts',
      of: ['evidence'],
    },
    MARKING,
  ],
  incident: [
    { name: 'title', isMain: true, isRequired: true, asks: 'what happened, in a few words' },
    { name: 'date', asks: 'when (2024-03-22, 2024-03, 2024-03-22~)' },
    { name: 'place', asks: 'where (name of the place)' },
    { name: 'type', asks: 'kind of incident (a term, such as bombing, or a few words)' },
    { name: 'summary', asks: 'what happened, in a sentence or two' },
    { name: 'evidence', isList: true, asks: 'evidence of it', of: ['evidence'] },
    { name: 'until', isOption: true, asks: 'when it ended, if it lasted' },
    {
      name: 'outcome',
      isOption: true,
      asks: 'what came of it',
      terms: ['completed', 'failed', 'foiled', 'ongoing'],
    },
    { name: 'target', isOption: true, asks: 'what was attacked' },
    { name: 'killed', isOption: true, asks: 'how many were killed (12, 10-14)' },
    { name: 'injured', isOption: true, asks: 'how many were injured (12, 10-14)' },
    { name: 'arrested', isOption: true, asks: 'how many were arrested (12, 10-14)' },
    { name: 'figures-from', isOption: true, asks: 'the source of these figures', of: ['sources'] },
    MARKING,
  ],
  actor: [
    { name: 'name', isMain: true, isRequired: true, asks: 'name of the group, state or person' },
    { name: 'type', asks: 'kind of actor (a term, such as armed-group, or a few words)' },
    { name: 'aliases', isList: true, asks: 'other names, separated by commas' },
    { name: 'summary', asks: 'who they are, in a sentence or two' },
    {
      name: 'status',
      isOption: true,
      asks: 'its state',
      terms: ['active', 'emerging', 'weakened', 'dormant', 'dismantled', 'dead', 'detained', 'unknown'],
    },
    { name: 'parent', isOption: true, asks: 'what it is part of', of: ['actors'] },
    { name: 'areas', isOption: true, isList: true, asks: 'where it acts, separated by commas' },
    MARKING,
  ],
  judgment: [
    { name: 'statement', isMain: true, isRequired: true, asks: 'what you judge, in one sentence' },
    {
      name: 'likelihood',
      isRequired: true,
      asks: 'how likely it is: a term of the scale, or a range (60-80%)',
      terms: 'likelihood',
    },
    { name: 'confidence', isRequired: true, asks: 'confidence in the judgment', terms: 'confidence' },
    { name: 'basis', isRequired: true, asks: 'what the confidence rests on' },
    { name: 'horizon', asks: 'date by which it can be tested (2025-12-31, 2025-05/2035-12)' },
    { name: 'evidence', isList: true, asks: 'evidence for it', of: ['evidence'] },
    { name: 'contrary', isList: true, asks: 'evidence against it', of: ['evidence'] },
    { name: 'would-change', asks: 'what would change it' },
    { name: 'key', isOption: true, asks: 'whether it is a key judgment', terms: ['yes', 'no'] },
    { name: 'about', isOption: true, isList: true, asks: 'what it is about (actors/line-cell)' },
    MARKING,
  ],
};

/** Answers by the names of their questions; lists separated by commas. */
export type Answers = Readonly<Record<string, string>>;
