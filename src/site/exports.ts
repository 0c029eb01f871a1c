import { ask, columnsOf, rowAsData } from '../ledger/ask.ts';
import { type TableName, tableNames } from '../ledger/columns.ts';
import type { Ledger } from '../ledger/types.ts';
import { jsonText } from '../model/json.ts';
import { dayOf, type SiteData } from './data.ts';
import { memoPage } from './links.ts';
import type { PageContext } from './page.ts';

/** Entries of the feed: the newest assessments. */
const MAX_ENTRIES = 50;

/** An Atom feed (RFC 4287) of the newest assessments. Addresses are relative to the feed; ids do not depend on where it lies. */
export function atomFeed({ data, words }: PageContext): string {
  const newest = data.assessments.slice(0, MAX_ENTRIES);
  const updated = (edition: SiteData['assessments'][number]) => `${dayOf(edition) || data.today}T00:00:00Z`;
  const entries = newest.map((edition) => {
    const authors = Array.isArray(edition.authors) ? edition.authors : [];
    return [
      '  <entry>',
      `    <title>${escapeXml(String(edition.title))}</title>`,
      `    <id>urn:threat-memo:${escapeXml(String(edition.assessment))}</id>`,
      `    <link href="${memoPage(edition.assessment)}"/>`,
      `    <updated>${updated(edition)}</updated>`,
      ...(authors.length > 0 ? authors : ['–']).map(
        (name) => `    <author><name>${escapeXml(name)}</name></author>`,
      ),
      '  </entry>',
    ].join('\n');
  });
  const [latest] = newest;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${words.language}">
  <title>${escapeXml(words.text('site'))}</title>
  <id>urn:threat-memo:site</id>
  <updated>${latest ? updated(latest) : `${data.today}T00:00:00Z`}</updated>
  <link rel="self" href="feed.xml"/>
${entries.join('\n')}
</feed>
`;
}

/** Characters that XML 1.0 has no place for go. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Every row of every table, as `ledger --format json` gives them. */
export function dataJson(ledger: Ledger, { data, release }: PageContext): string {
  const entries = tableNames.map((of) => {
    const answer = ask(ledger, { of }, data.today);
    return [of, answer.rows.map((row) => rowAsData(answer, row))] as const;
  });
  const whole = {
    asOf: data.today,
    ...(release !== undefined && { release }),
    ...Object.fromEntries(entries),
  };
  return `${jsonText(whole)}\n`;
}

/** A JSON Schema of `data.json`, from the columns of the ledger. */
export function dataSchema(): string {
  const types: Readonly<Record<string, object>> = {
    text: { type: 'string' },
    term: { type: 'string' },
    date: { type: 'string', description: 'EDTF' },
    number: { type: ['number', 'string'] },
    flag: { type: 'boolean' },
    list: { type: 'array', items: { type: 'string' } },
  };
  const rowSchema = (of: TableName) => ({
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(
        columnsOf(of).map(({ name, kind, about }) => [name, { description: about, ...types[kind] }]),
      ),
    },
  });
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'What the assessments of a site say',
    type: 'object',
    additionalProperties: false,
    required: ['asOf', ...tableNames],
    properties: {
      asOf: { type: 'string', format: 'date' },
      release: { type: 'string' },
      ...Object.fromEntries(tableNames.map((of) => [of, rowSchema(of)])),
    },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}
