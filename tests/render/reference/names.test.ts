import { expect, test } from 'vitest';
import type { CslItem } from '../../../src/model/generated/types.ts';
import {
  isOfContainer,
  leadOf,
  leadText,
  namesText,
  shortNames,
} from '../../../src/render/reference/names.ts';
import { shortReference } from '../../../src/render/reference/short.ts';
import {
  captionMark,
  pictureKey,
  pictureReferences,
  withFigureNumbers,
} from '../../../src/render/wording/pictures.ts';
import { columnTitle, firstWords, shortTitle } from '../../../src/render/wording/short-title.ts';
import { messages } from '../messages.ts';

const berg = { given: 'Ines', family: 'Berg' };
const item = (more: object) => ({ type: 'report', title: 'Report', ...more }) as CslItem;
const plain = (text: string | undefined) => text?.replaceAll('\u00a0', ' ');

test.each([
  [[berg], 'Ines Berg'],
  [[berg, { family: 'Cole' }], 'Ines Berg and Cole'],
  [[berg, berg, berg], 'Ines Berg, Ines Berg and Ines Berg'],
  [[berg, berg, berg, berg], 'Ines Berg et al.'],
  [[{ literal: 'State Watch', family: 'no' }], 'State Watch'],
  [[{ given: 'Charles', family: 'Gaulle', 'non-dropping-particle': 'de' }], 'Charles de Gaulle'],
  [[{ given: 'L.', family: 'Beethoven', 'dropping-particle': 'van' }], 'L. van Beethoven'],
  [[{ given: 'Y.', family: 'Qaradawi', 'non-dropping-particle': 'al-' }], 'Y. al-Qaradawi'],
  [[{ given: 'Mao', family: 'Zedong', 'static-ordering': true }], 'Zedong Mao'],
  [[{ ...berg, suffix: 'Jr.' }], 'Ines Berg Jr.'],
  [[{ ...berg, suffix: 'Jr.', 'comma-suffix': true }], 'Ines Berg, Jr.'],
  [[], undefined],
])('%j', (names, text) => {
  expect(plain(namesText(names as CslItem['author'], messages))).toBe(text);
});

test('a reference begins with its author, else with its editor or maker', () => {
  const editor = [berg];
  expect(leadOf(item({ author: editor, editor }))).toBe('author');
  expect(leadOf(item({ author: [], editor }))).toBe('editor');
  expect(leadOf(item({ editor, 'container-title': 'Daily' }))).toBeUndefined();
  expect(leadOf(item({ translator: editor }))).toBeUndefined();
  expect(isOfContainer('director', item({ 'container-title': 'Daily' }))).toBe(false);
  expect(plain(leadText(item({ editor }), messages))).toBe('Ines Berg (ed.)');
  expect(plain(leadText(item({ editor: [berg, berg] }), messages))).toBe('Ines Berg and Ines Berg (eds)');
  expect(leadText(item({}), messages)).toBeUndefined();
  expect(plain(shortNames(item({ author: [berg, berg] }), messages))).toBe('Berg et al.');
  expect(shortNames(item({ author: [{ given: 'Plato' }] }), messages)).toBe('Plato');
});

test.each([
  [{ author: [berg], issued: '2024-05' }, 'Berg 2024'],
  [{ author: [berg], issued: '2024?' }, 'Berg 2024?'],
  [{ author: [berg], issued: '2024-05?' }, 'Berg 2024'],
  [{ author: [berg], issued: '2024', 'year-suffix': 'b' }, 'Berg 2024b'],
  [{ author: [berg] }, 'Berg'],
  [{ issued: '2024' }, 'Report (2024)'],
  [{ title: 'Report 2024', issued: '2024' }, 'Report 2024'],
  [{ title: 'Report 12024', issued: '2024' }, 'Report 12024 (2024)'],
  [{ title: undefined, 'container-title': 'Daily', publisher: 'House' }, 'Daily'],
  [{ title: undefined, publisher: 'House' }, 'House'],
  [{ title: 'A <i>long</i> title', 'title-short': 'Short', issued: '2024' }, 'Short (2024)'],
])('%j is %s', (csl, text) => {
  expect(plain(shortReference(item(csl), messages))).toBe(text);
});

test('a title is shortened after a word, at its colon, and keeps its brackets', () => {
  const long = `${'word '.repeat(9)}ab`;
  expect([long.length, `${long}cdef`.length]).toEqual([47, 51]);
  expect(shortTitle(`${long}c`)).toBe(`${long}c`);
  expect(shortTitle(`${long}cd`)).toBe(`${'word '.repeat(9).trim()} …`);
  expect(shortTitle('Fires: what is known')).toBe('Fires');
  expect(shortTitle(`[${'word '.repeat(12)}]`)).toBe(`[${'word '.repeat(9).trim()} …]`);
  expect(columnTitle('Fires: what is known')).toBe('Fires: what is known');
  expect(columnTitle(`Fires: ${long}`)).toBe('Fires');
  expect(firstWords('a'.repeat(120))).toBe('a'.repeat(120));
});

test('figures have numbers if a picture is shown, in the order of their captions', () => {
  const media = new Map([
    ['fence', {}],
    ['lock', {}],
  ]);
  const cited = (...ids: readonly string[]) =>
    pictureReferences(
      ids.map((id) => ({ id, locator: undefined })),
      media,
      messages,
    );
  const references = cited('fig-lock', 'fig-fence') ?? '';
  const text = `${captionMark('map')}Map. ${captionMark(pictureKey('lock'))}Lock. ${captionMark('map')}See ${references} now.`;
  expect(plain(withFigureNumbers(text, messages))).toBe(
    'Figure 1. Map. Figure 2. Lock. Figure 1. See Figure 2 and a picture that is not shown here now.',
  );
  expect(withFigureNumbers(`${captionMark('map')}Map.`, messages)).toBe('Map.');
  expect(cited('fig-lock', 'other')).toBeUndefined();
  expect(cited('fig-gone')).toBeUndefined();
  expect(cited()).toBeUndefined();
});
