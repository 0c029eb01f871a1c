import type { Anchor } from '../../docx/anchors.ts';
import type { Flow, FlowParagraph } from '../../docx/flow.ts';
import type { ReturnedParagraph } from '../../docx/read/read-docx.ts';

/** What was sent out, and where each field of the assessment stands in it. */
export interface Sent {
  readonly flow: Flow;
  readonly anchors: readonly Anchor[];
  /** The Markdown of each field, by pointer. */
  readonly fields: ReadonlyMap<string, string>;
  /** Whether the memo was made by the form as it is: else words that the program works out may differ by themselves. */
  readonly isSameForm: boolean;
}

/** As the document has it; empty where a change was not tracked. */
export interface Colleague {
  readonly author: string;
  readonly date: string;
}

export const NOBODY: Colleague = { author: '', date: '' };

/** A part of a field's Markdown that something takes the place of. */
export interface SourceChange {
  readonly pointer: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether a whole paragraph comes or goes. */
  readonly isParagraph?: boolean;
  readonly by: Colleague;
  /** For a person, should it come to nothing. */
  readonly words: string;
}

export function groupedByParagraph(
  anchors: readonly Anchor[],
): ReadonlyMap<FlowParagraph, readonly Anchor[]> {
  const groups = new Map<FlowParagraph, Anchor[]>();
  for (const anchor of anchors)
    groups.set(anchor.paragraph, [...(groups.get(anchor.paragraph) ?? []), anchor]);
  return groups;
}

/** Word processors write blanks in several ways. */
export function comparable(text: string): string {
  return text.replace(/[\u00a0\u202f\t ]+/g, ' ');
}

export function trimmed(text: string): string {
  return text.replace(/^[ \u00a0]+|[ \u00a0]+$/g, '');
}

export function colleagueOf({ pieces, mark }: ReturnedParagraph): Colleague {
  const tracked = pieces.find((piece) => piece.tracked)?.tracked ?? mark;
  return tracked ? { author: tracked.author, date: tracked.date } : NOBODY;
}

/** Words as Markdown that shows just these; blanks at their ends stay. */
export function escaped(words: string): string {
  return words
    .replace(/\s+/g, (blank) => (/[\u00a0\u202f]/.test(blank) ? blank : ' '))
    .replace(/[\\`*_[\]<>|~$]/g, '\\$&');
}
