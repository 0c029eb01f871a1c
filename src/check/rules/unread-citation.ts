import { citationsIn } from '../../model/citation.ts';
import { toPointer } from '../../model/pointer.ts';
import { ownText } from '../../prose/reading/own-text.ts';
import { pointerTo, proseFieldsOf } from '../prose-fields.ts';
import type { Objection, Rule } from '../rule.ts';

/** Everything intended as a citation has the syntax of one, and all of it is printed. */
export const unreadCitation: Rule = {
  id: 'unread-citation',
  category: 'sourcing',
  severity: 'warning',
  source: 'the assessment file of threat-memo: Pandoc citation syntax',
  why: 'An id in brackets without `@`, or with `@` and no brackets, is printed literally, and the sentence loses its source; a place behind evidence is not printed.',
  examples: {
    breaks: { assessment: { bottomLine: 'Fires will go on [four-fires].' } },
    keeps: { assessment: { bottomLine: 'Fires will go on [@four-fires].' } },
  },
  check: ({ assessment, resolved }) => {
    const ids = new Set([
      ...(assessment.evidence ?? []).map(({ id }) => id),
      ...resolved.knownSources.keys(),
    ]);
    if (ids.size === 0) return [];
    const lines = LINES.flatMap(([collection, property]): Objection[] =>
      (collection === undefined ? [assessment] : (assessment[collection] ?? [])).flatMap(
        (entry: object, index) => {
          const text = (entry as Readonly<Record<string, unknown>>)[property];
          const cited = typeof text === 'string' ? citationsIn(text)[0] : undefined;
          if (!cited || typeof text !== 'string') return [];
          return {
            pointer: toPointer([...(collection === undefined ? [] : [collection, index]), property]),
            message: `\`${text.slice(cited.start, cited.end)}\` is printed as it stands: a ${property} is a plain line.`,
            help: 'Cite it in the text below, where it becomes a note.',
          };
        },
      ),
    );
    const inLines = new Set(lines.map(({ pointer }) => pointer));
    const prose = proseFieldsOf(assessment).flatMap((field): Objection[] => {
      if (!/[@[]/.test(field.text)) return [];
      const read = citationsIn(field.text);
      const lost = read.flatMap(({ items, start }) =>
        items.flatMap(({ id, locator }): Objection[] => {
          const evidence = assessment.evidence?.find((item) => item.id === id);
          if (locator === undefined || (!evidence && !locator.startsWith('@'))) return [];
          if (inLines.has(pointerTo(field, start))) return [];
          const source = evidence?.citations?.[0]?.source ?? 'source';
          return [
            {
              pointer: pointerTo(field, start),
              message: `\`${locator}\` behind \`@${id}\` is ${evidence ? 'not printed: the note on evidence has the places of its own citations' : 'printed as a place in that source'}.`,
              help: locator.startsWith('@')
                ? `Separate citations by semicolons: \`[@${id}; ${locator}]\`.`
                : `Write it as \`locator\` of a citation in \`${id}\`, or cite the source: \`[@${source}, ${locator}]\`.`,
            },
          ];
        }),
      );
      const own = ownText(field.text);
      const unread = [...own.matchAll(MEANT)].flatMap(({ 0: found, 1: bracketed, 2: bare, index }) => {
        const [, id = '', rest = ''] = PARTS.exec(bracketed ?? bare ?? '') ?? [];
        // Only an id that exists is taken for a citation: "[sic]" and "@ministry" are not.
        if (!ids.has(id) || read.some(({ start, end }) => index >= start && index < end)) return [];
        return [
          {
            pointer: pointerTo(field, index),
            message: `\`${found}\` is printed as it stands: it does not read as a citation.`,
            help: `Did you mean \`[@${id}${rest.trim() === '' ? '' : `, ${rest.replace(/^[\s,]+/, '')}`}]\`?`,
          },
        ];
      });
      return [...lost, ...unread];
    });
    return [...lines, ...prose];
  },
};

/** Texts on one line in which somebody may try to cite: headings and titles. */
const LINES = [
  [undefined, 'title'],
  [undefined, 'subtitle'],
  ['sections', 'heading'],
  ['incidents', 'title'],
  ['scenarios', 'title'],
] as const;

/** `[four-fires]`, `[four-fires, p. 3]`, `@four-fires`; not links, and not addresses (`a@b.example`). */
const MEANT =
  /\[([a-z0-9][a-z0-9-]{0,79}(?:,[^[\]\n@]{1,60})?)\](?![([:\ufffc])|(?<![\p{L}\p{N}\p{M}[;._+@-])(@[a-z0-9][a-z0-9-]{1,79})(?![\w@.]*[\w@])/gu;
const PARTS = /^@?([a-z0-9-]+)(.*)$/;
