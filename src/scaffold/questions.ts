/** What can be added to an assessment from the command line. */
export const addedKinds = ['source', 'evidence', 'incident', 'actor', 'judgment'] as const;
export type AddedKind = (typeof addedKinds)[number];

/** Something that is asked before an entry is made: an option of a script, a prompt on a terminal. */
export interface Question {
  /** Name of the option, and of the answer. */
  readonly name: string;
  /** What is asked, and what the option's help says. */
  readonly asks: string;
  /** The answer takes the place of the argument that the command was called without. */
  readonly isMain?: true;
  readonly isRequired?: true;
  /** Another question that has to be answered before this one means anything. */
  readonly needs?: string;
  /** Several answers, separated by commas. */
  readonly isList?: true;
  /** The collections whose entries are answers, by id. */
  readonly of?: readonly ('sources' | 'evidence' | 'actors')[];
  /** What the terms are that may be answered: those of a vocabulary of the schema, or of the scales in use. */
  readonly terms?: readonly string[] | 'likelihood' | 'confidence' | 'marking';
}

const GRADES: readonly string[] = ['A', 'B', 'C', 'D', 'E', 'F'];
const CREDIBILITY: readonly string[] = ['1', '2', '3', '4', '5', '6'];

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
  ],
  evidence: [
    { name: 'statement', isMain: true, isRequired: true, asks: 'what was said or seen, in a sentence' },
    { name: 'source', asks: 'the source that says so', of: ['sources'] },
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
  ],
  incident: [
    { name: 'title', isMain: true, isRequired: true, asks: 'what happened, in a few words' },
    { name: 'date', asks: 'when (2024-03-22, 2024-03, 2024-03-22~)' },
    { name: 'place', asks: 'where (name of the place)' },
    { name: 'type', asks: 'kind of incident (a term, such as bombing, or a few words)' },
    { name: 'summary', asks: 'what happened, in a sentence or two' },
    { name: 'evidence', isList: true, asks: 'evidence of it', of: ['evidence'] },
  ],
  actor: [
    { name: 'name', isMain: true, isRequired: true, asks: 'name of the group, state or person' },
    { name: 'type', asks: 'kind of actor (a term, such as armed-group, or a few words)' },
    { name: 'aliases', isList: true, asks: 'other names, separated by commas' },
    { name: 'summary', asks: 'who they are, in a sentence or two' },
  ],
  judgment: [
    { name: 'statement', isMain: true, isRequired: true, asks: 'what you judge, in one sentence' },
    { name: 'likelihood', isRequired: true, asks: 'how likely it is', terms: 'likelihood' },
    { name: 'confidence', isRequired: true, asks: 'confidence in the judgment', terms: 'confidence' },
    { name: 'basis', isRequired: true, asks: 'what that confidence rests on' },
    { name: 'horizon', asks: 'until when (2025-12-31, 2025-05/2035-12)' },
    { name: 'evidence', isList: true, asks: 'evidence for it', of: ['evidence'] },
    { name: 'contrary', isList: true, asks: 'evidence against it', of: ['evidence'] },
    { name: 'would-change', asks: 'what would change it' },
  ],
};

/** Answers by the names of their questions; lists separated by commas. */
export type Answers = Readonly<Record<string, string>>;
