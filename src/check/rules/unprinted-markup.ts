import { shortened } from '../../model/shown-text.ts';
import { withoutCode } from '../../prose/reading/own-text.ts';
import { pointerTo, proseFieldsOf } from '../prose-fields.ts';
import type { Objection, Rule } from '../rule.ts';

/** Prose contains no markup that the memo would not print as intended. */
export const unprintedMarkup: Rule = {
  id: 'unprinted-markup',
  category: 'handling',
  severity: 'warning',
  source:
    'the assessment file of threat-memo: prose is Markdown without footnotes, mathematics and HTML, and with the pictures under `media`',
  why: 'Pictures from elsewhere, hand-made footnotes, mathematics and HTML are not rendered: their source text is printed.',
  examples: {
    breaks: { assessment: { bottomLine: 'Fires will go on: ![map](fires.png)' } },
    keeps: { assessment: { bottomLine: 'Fires will go on, [the authority](https://rail.example/) says.' } },
  },
  check: ({ assessment }) =>
    proseFieldsOf(assessment).flatMap((field) => {
      if (!CANDIDATE.test(field.text)) return [];
      const shown = withoutCode(field.text);
      const markups = MARKUPS.flatMap(({ form, what, help }): Objection[] =>
        [...shown.matchAll(form)].map(({ 0: found, index }) => ({
          pointer: pointerTo(field, index + found.length - found.trimStart().length),
          message: `\`${shorten(found.trim())}\` is ${what}`,
          help,
        })),
      );
      const rows = longRows(shown).map(
        ({ start, cells, columns }): Objection => ({
          pointer: pointerTo(field, start),
          message: `This row of a table has ${cells} cells, its head ${columns}: what is beyond them is not printed.`,
          help: 'Give the head and the line below it as many cells as the rows have, or write `\\|` for a bar that ends no cell.',
        }),
      );
      return [...markups, ...rows];
    }),
};

const CANDIDATE = /!\[|\[\^|\]\(|\]\[|<\/?[a-z!]|\$|-\s*\||\\\(|~|\^/i;

interface LongRow {
  readonly start: number;
  readonly cells: number;
  readonly columns: number;
}

/** Table rows with more cells than the head: Markdown drops the extra cells. */
function longRows(text: string): LongRow[] {
  const found: LongRow[] = [];
  let columns = 0;
  let start = 0;
  for (const line of text.split('\n')) {
    if (DELIMITERS.test(line)) columns = cellsOf(line);
    else if (!line.includes('|')) columns = 0;
    else if (columns > 0 && cellsOf(line) > columns) found.push({ start, cells: cellsOf(line), columns });
    start += line.length + 1;
  }
  return found;
}

/** The delimiter row of a table. */
const DELIMITERS = /^[ \t]{0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/;

function cellsOf(line: string): number {
  const inner = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).length;
}

interface Markup {
  readonly form: RegExp;
  /** How the message names it. */
  readonly what: string;
  readonly help: string;
}

const MARKUPS: readonly Markup[] = [
  {
    form: /!\[[^\]\n]{0,300}\](?!\(media:)(?:\([^()\n]{0,1000}\)|\[[^\]\n]{0,80}\])?/g,
    what: 'a picture from outside the file.',
    help: 'Describe it under `media`, and write `![](media:id)` on a line of its own; or give the data (`incidents`, `trends`, `relationships` …) of which the memo draws a figure.',
  },
  {
    form: /^[ \t]{0,3}\[\^[^\]\s]{1,80}\]:[^\n]{0,300}/gm,
    what: 'the text of a footnote; notes are made of citations.',
    help: 'Put it into the text, or into the `note` of the source that is cited.',
  },
  {
    form: /\[\^[^\]\s]{1,80}\](?!:)/g,
    what: 'a footnote; notes are made of citations.',
    help: 'Cite the source or the evidence, `[@id]`, or put the remark into the text.',
  },
  {
    form: /\$\$[^$]{1,500}\$\$|(?<![\w$\\])\$(?=[^\s$\d])[^$\n]{1,200}(?<=[^\s\\])\$(?![\w$])|(?<![\w$\\])\$\d[^$\n\p{L}]{0,40}[\^_=\\{][^$\n]{0,100}\$(?![\w$])/gu,
    what: 'mathematics, which is printed as it stands.',
    help: 'Write it in words or with plain signs: x², ≤, ½.',
  },
  {
    form: /\\\([^()\n]{0,100}[\^_=\\{][^()\n]{0,100}\\\)/g,
    what: 'mathematics, which is printed without its backslashes.',
    help: 'Write it in words or with plain signs: x², ≤, ½.',
  },
  {
    form: /(?<![~\\\s])~[^\s~]{1,20}~(?!~)/g,
    what: 'not printed as a subscript, but struck through.',
    help: 'Write the sign itself: H₂O.',
  },
  {
    form: /(?<![\^\\\s[])\^[^\s^[\]]{1,20}\^(?!\^)/g,
    what: 'a superscript of other programs, which is printed as it stands.',
    help: 'Write the sign itself: x², 1st.',
  },
  {
    form: /<\/?(?:[a-z][a-z0-9-]{0,30}(?:\s[^<>\n]{0,300})?\/?|!--[^\n]{0,300}?--)>/gi,
    what: 'HTML, which is printed as it stands.',
    help: 'Write Markdown: `**bold**`, `*italic*`, a list, a table; leave the rest to the form.',
  },
  {
    form: /(?<!!)\[[^\]\n@^]{1,300}\]\[[^\]\n@^]{0,80}\]/g,
    what: 'a link by reference, which is printed as it stands.',
    help: 'Write the address in its place: `[the report](https://…)`.',
  },
  {
    form: /(?<!!)\[[^\]\n]{1,300}\]\((?!https?:\/\/|mailto:|\s*\))[^()\n]{1,1000}\)/gi,
    what: 'a link to a file or place that readers of the memo do not have.',
    help: 'Link to a whole address (`https://…`), or name the document in the text.',
  },
];

function shorten(text: string): string {
  return shortened(text.replace(/\s+/g, ' '), 60);
}
