import { expect, test } from 'vitest';
import { NameSearch } from '../../../src/prose/characters/name-search.ts';

const NAMES = [
  'Zélanthi',
  "O'Vexillary",
  'Korven-Group',
  'Umbra Nox',
  'Zymurg',
  'Умбра',
  'Straße AG',
  'QV',
  'Krummholz Ltd',
  '李明',
  'ΛΟΓΟΣ',
  'מרתה',
];
const search = new NameSearch(NAMES.map((name) => [name, name] as const));

/** The name found in a text, with what is written there. */
function found(text: string): string[] {
  return search
    .in(text)
    .map(({ name, written, inflected }) => `${name}: ${written}${inflected ? ' (inflected)' : ''}`);
}

test.each([
  ['It was Korven-Group.', ['Korven-Group: Korven-Group']],
  ['It was O’Vexillary.', ["O'Vexillary: O’Vexillary"]],
  ['It was Umbra *Nox*.', ['Umbra Nox: Umbra *Nox']],
  ['It was **Kor**ven-Group.', ['Korven-Group: Kor**ven-Group']],
  ['It was Umbra&nbsp;Nox.', ['Umbra Nox: Umbra&nbsp;Nox']],
  ['It was Korven\\-Group.', ['Korven-Group: Korven\\-Group']],
  ['It was Ｚymurg.', ['Zymurg: Ｚymurg']],
  ['It was Korven‑Group.', ['Korven-Group: Korven‑Group']],
  ['It was Ze\u0301lanthi.', ['Zélanthi: Ze\u0301lanthi']],
  ['It was ZELANTHI.', ['Zélanthi: ZELANTHI']],
  ['It was Z&#121;murg.', ['Zymurg: Z&#121;murg']],
  ['It was Kor\u00adven-Group.', ['Korven-Group: Kor\u00adven-Group']],
  ['It was Umb\u200bra Nox.', ['Umbra Nox: Umb\u200bra Nox']],
  ['It was KorvenGroup.', ['Korven-Group: KorvenGroup']],
  ['It was Korven\nGroup.', ['Korven-Group: Korven\nGroup']],
  ['It was [Kor](https://a.example)ven Group.', ['Korven-Group: Kor](https://a.example)ven Group']],
  ['It was [them](https://a.example/umbra_nox).', ['Umbra Nox: umbra_nox']],
  ['See [Umbra Nox](https://a.example).', ['Umbra Nox: Umbra Nox']],
  ['See https://a.example/umbra-nox/1.', ['Umbra Nox: umbra-nox']],
  ['See https://a.example/Umbra%20Nox', ['Umbra Nox: Umbra%20Nox']],
  ['Kor<b>ven</b> Group', ['Korven-Group: Kor<b>ven</b> Group']],
  ['Kor<!-- -->ven Group', ['Korven-Group: Kor<!-- -->ven Group']],
  ['Two Zymurgs came.', ['Zymurg: Zymurgs (inflected)']],
  ['Two Zymurgs came, and Zymurg’s son.', ['Zymurg: Zymurg’s']],
  // Letters of other alphabets that pose as Latin ones; a word that is all of another alphabet is what it is.
  ['It was Zуmurg.', ['Zymurg: Zуmurg']],
  ['It was Ζymurg.', ['Zymurg: Ζymurg']],
  ['It was Umbrа Nох.', ['Umbra Nox: Umbrа Nох']],
  ['Q.V. paid, and Q. V. did.', ['QV: Q.V']],
  ['It was Krummholz.', ['Krummholz Ltd: Krummholz (inflected)']],
  ['It was Krummholz Limited.', ['Krummholz Ltd: Krummholz (inflected)']],
  ['Zymurgology is no Umbral Noxiousness.', []],
  ['О Умбре ничего не известно.', ['Умбра: Умбре (inflected)']],
  ['In der STRASSE AG.', ['Straße AG: STRASSE AG']],
  ['据李明说', ['李明: 李明']],
  ['ο λόγος', ['ΛΟΓΟΣ: λόγος']],
  ['דברי ומרתה', ['מרתה: ומרתה (inflected)']],
])('%j', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

/** Milliseconds of the processor: other programs do not count. */
const cpuTime = () => process.cpuUsage().user / 1000;

test('many names in much text take about a second, whatever they are', () => {
  const names = Array.from({ length: 1500 }, (_, index) => `${'! '.repeat(30)}${'a '.repeat(30)}z${index}`);
  const nested = Array.from({ length: 300 }, (_, index) => 'a '.repeat(index + 3));
  const plain = 'Some words of ordinary prose, with *emphasis* here and there & a name. '.repeat(28_000);
  const evil = '! a ! a a '.repeat(20_000);
  for (const text of [plain, evil]) {
    const start = cpuTime();
    const many = new NameSearch(names.map((name) => [name, name] as const));
    expect(many.in(text)).toEqual([]);
    expect(cpuTime() - start).toBeLessThan(2_000);
  }
  const start = cpuTime();
  expect(new NameSearch(nested.map((name) => [name, name] as const)).in(evil).length).toBeGreaterThan(0);
  expect(cpuTime() - start).toBeLessThan(2_000);
});
