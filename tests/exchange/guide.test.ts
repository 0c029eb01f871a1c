import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { bibtexImporter } from '../../src/exchange/citations/import.ts';
import { csvImporter } from '../../src/exchange/tables/import.ts';
import { context, printedLosses, sourceFrom } from './support.ts';

const guide = readFileSync(new URL('../../docs/exchange.md', import.meta.url), 'utf8');

/** The blocks that follow a block of a language: its text, then what comes of it. */
function example(language: string): readonly string[] {
  const start = guide.indexOf(`\`\`\`${language}\n`);
  const blocks = [...guide.slice(start).matchAll(/```\w+\n([\s\S]*?)\n```/g)];
  return blocks.slice(0, 3).map(([, text = '']) => text);
}

describe('the examples of the guide', () => {
  test('of a bibliography', () => {
    const [text = '', sources = '', losses] = example('bibtex');
    const imported = bibtexImporter.import(sourceFrom('a.bib', text), context);
    expect(imported.parts[0]?.content.sources).toEqual(JSON.parse(sources));
    expect(printedLosses(imported.losses)).toBe(losses);
  });

  test('of a table', () => {
    const [text = '', mapping = '', losses] = example('csv');
    const imported = csvImporter.import(sourceFrom('fires.csv', `${text}\n`), context);
    expect(imported.settings).toEqual(JSON.parse(mapping));
    expect(printedLosses(imported.losses)).toBe(losses);
  });
});
