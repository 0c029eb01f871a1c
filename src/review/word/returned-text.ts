import type { Anchor } from '../../docx/anchors.ts';
import type { Flow, FlowParagraph } from '../../docx/flow.ts';
import type { ReturnedParagraph } from '../../docx/read/read-docx.ts';

/** What was sent, and where each field of the assessment is in it. */
export interface Sent {
  readonly flow: Flow;
  readonly anchors: readonly Anchor[];
  /** The Markdown of each field, by pointer. */
  readonly fields: ReadonlyMap<string, string>;
  /** Whether the form has not changed since: otherwise the program's own words may differ by themselves. */
  readonly isSameForm: boolean;
}

/** As in the document; empty if a change was not tracked. */
export interface Colleague {
  readonly author: string;
  readonly date: string;
}

export const NOBODY: Colleague = { author: '', date: '' };

/** A replacement for a part of a field's Markdown. */
export interface SourceChange {
  readonly pointer: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Whether a whole paragraph is added or deleted. */
  readonly isParagraph?: boolean;
  readonly by: Colleague;
  /** For people, if it cannot be applied. */
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

/** Normalises spaces, which word processors write in several ways. */
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

/** Words escaped as Markdown; spaces at their ends stay. */
export function escaped(words: string): string {
  return words
    .replace(/\s+/g, (blank) => (/[\u00a0\u202f]/.test(blank) ? blank : ' '))
    .replace(/[\\`*_[\]<>|~$]/g, '\\$&');
}
