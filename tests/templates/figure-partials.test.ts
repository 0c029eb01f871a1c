import { expect, test } from 'vitest';
import { emptyRegister } from '../../src/derive/entities/resolve.ts';
import { deriveMemo } from '../../src/derive/memo-view.ts';
import { NoteCollector } from '../../src/render/notes.ts';
import { templateText } from '../../src/render/templates/compile-options.ts';
import { createTemplates } from '../../src/render/templates/environment.ts';
import { createHelpers } from '../../src/render/templates/helpers.ts';
import type { MemoFigure } from '../../src/render/templates/memo-figures.ts';
import { messages } from '../render/messages.ts';
import { minimal } from '../support/assessments.ts';
import { templates } from './templates.ts';

const view = deriveMemo(minimal, emptyRegister);
const figure: MemoFigure = {
  key: 'map',
  path: 'figures/sample/map.svg',
  alt: 'Map [of] *places*',
  caption: 'Two | places',
  source: 'Natural Earth',
  table: { head: ['Place', 'No.'], rows: [['*Derbent*', '1']] },
};

function render(memo: string, figures: readonly MemoFigure[]): string {
  const texts = new Map([['memo', memo]]);
  for (const name of ['figure', 'figure-table']) {
    texts.set(name, templateText(templates.get(`_shared/${name}.md.hbs`) ?? ''));
  }
  const set = new Map(figures.map((item) => [item.key, item]));
  const helpers = createHelpers({ view, messages, notes: new NoteCollector(view), figures: set });
  return createTemplates(texts, helpers)
    .render('memo', {})
    .replace(/\n{2,}/g, '\n\n')
    .trim();
}

test('a figure prints its caption, its picture and its source', () => {
  expect(render('{{> figure key="map"}}', [figure])).toBe(
    [
      '<!-- role: caption -->',
      'Two \\| places',
      '![Map of \\*places\\*](figures/sample/map.svg)',
      '<!-- role: source-line -->',
      'Natural Earth',
    ].join('\n\n'),
  );
  expect(render('{{> figure key="map"}}', [{ ...figure, source: undefined }])).not.toContain('source-line');
});

test('its table prints the same data', () => {
  expect(render('{{> figure-table key="map"}}', [figure])).toBe(
    [
      '<!-- role: caption -->',
      'Data: Two \\| places',
      '| Place | No. |\n| :-- | :-- |\n| \\*Derbent\\* | 1 |',
    ].join('\n\n'),
  );
  expect(render('{{> figure-table key="map"}}', [{ ...figure, table: undefined }])).toBe('');
});

test('nothing is printed for a figure without data', () => {
  expect(render('{{> figure key="trend"}}{{> figure-table key="trend"}}', [figure])).toBe('');
});
