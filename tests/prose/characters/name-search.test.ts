import { expect, test } from 'vitest';
import { foldedName, NameSearch } from '../../../src/prose/characters/name-search.ts';

const NAMES = [
  'Zélanthi',
  "O'Vexillary",
  'Korven-Group',
  'Umbra Nox',
  'Zymurg',
  'Kelmory',
  'Nyxa',
  'Tyc',
  'Нокс',
  'Рок',
  'Al Cd',
  'Al Cde',
  'Abc Ltd',
  'Abcd Ltd',
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
  ['It was 𝐙𝐲𝐦𝐮𝐫𝐠.', ['Zymurg: 𝐙𝐲𝐦𝐮𝐫𝐠']],
  ['It was O´Vexillary.', ["O'Vexillary: O´Vexillary"]],
  ['It was Kor\u00adven-Group.', ['Korven-Group: Kor\u00adven-Group']],
  ['It was Umb\u200bra Nox.', ['Umbra Nox: Umb\u200bra Nox']],
  ['It was KorvenGroup.', ['Korven-Group: KorvenGroup']],
  ['It was Korven\nGroup.', ['Korven-Group: Korven\nGroup']],
  ['It was [Kor](https://a.example)ven Group.', ['Korven-Group: Kor](https://a.example)ven Group']],
  ['It was [them](https://a.example/umbra_nox).', ['Umbra Nox: umbra_nox']],
  ['See [Umbra Nox](https://a.example).', ['Umbra Nox: Umbra Nox']],
  ['See https://a.example/umbra-nox/1.', ['Umbra Nox: umbra-nox']],
  ['See https://a.example/Umbra%20Nox', ['Umbra Nox: Umbra%20Nox']],
  // The address of a link stands by itself, from its bracket to its bracket.
  ['See [them](umbra/nox)', ['Umbra Nox: umbra/nox']],
  ['See [them](a/qv).', ['QV: qv']],
  ['See [them](qv/a).', ['QV: qv']],
  ['See <https://a.example/umbra-nox>.', ['Umbra Nox: umbra-nox']],
  ['Write to <umbra.nox@a.example>.', ['Umbra Nox: umbra.nox']],
  ['See <umbra-nox>.', ['Umbra Nox: umbra-nox']],
  ['See [them](https://a.example/Umbra%20Nox).', ['Umbra Nox: Umbra%20Nox']],
  ['See [them](https://a.example/Umbra&#32;Nox).', ['Umbra Nox: Umbra&#32;Nox']],
  ['It was Umbra[@four] Nox.', ['Umbra Nox: Umbra[@four] Nox']],
  ['It was them.[@four, Umbra Nox]', ['Umbra Nox: Umbra Nox']],
  ['See [TQV](https://a.example).', []],
  ['See [them](https://a.example/q)v.', []],
  ['Kor<b>ven</b> Group', ['Korven-Group: Kor<b>ven</b> Group']],
  ['Kor<!-- -->ven Group', ['Korven-Group: Kor<!-- -->ven Group']],
  ['Two Zymurgs came.', ['Zymurg: Zymurgs (inflected)']],
  ['Two Kelmories came.', ['Kelmory: Kelmories (inflected)']],
  ['The Nyxaen came.', ['Nyxa: Nyxaen (inflected)']],
  ['The Tycen came, and Tyces.', []],
  ['The Tycs came, and two QVs.', ['Tyc: Tycs (inflected)', 'QV: QVs (inflected)']],
  ['The QVen and Umbra Noxen came.', []],
  ['О Ноксами и Рокса.', ['Нокс: Ноксами (inflected)']],
  ['О Роками.', []],
  // Written as one word it has to be long enough, and so does a company without its legal form.
  ['AlCde and AlCd.', ['Al Cde: AlCde']],
  ['Abcd and Abc.', ['Abcd Ltd: Abcd (inflected)']],
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
  ['李明QV', ['李明: 李明', 'QV: QV']],
  ['𐌰 Zymurg came.', ['Zymurg: Zymurg']],
  ['ο λόγος', ['ΛΟΓΟΣ: λόγος']],
  ['דברי ומרתה', ['מרתה: ומרתה (inflected)']],
])('%j', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test('of names with the same spelling the first counts, and a name without letters is ignored', () => {
  const names = [
    ['Umbra', 1],
    ['UMBRA', 2],
    ['—', 3],
  ] as const;
  expect(new NameSearch(names).in('It — was Umbra.').map(({ name }) => name)).toEqual([1]);
  expect(new NameSearch([]).in('It was Umbra.')).toEqual([]);
});

test('the most serious occurrence counts, and names come in the order of the text', () => {
  const places = (text: string, weigh?: (found: { start: number }) => number) =>
    search.in(text, weigh).map(({ name, start }) => [name, start]);
  expect(places('Zymurgs and Umbra Nox, then Zymurg.')).toEqual([
    ['Umbra Nox', 12],
    ['Zymurg', 28],
  ]);
  expect(places('Zymurg, Zymurg and Zymurg.', ({ start }) => (start === 8 ? 2 : 1))).toEqual([['Zymurg', 8]]);
  expect(places('Zymurg.', () => 0)).toEqual([]);
});

test('a text is searched in pieces, and no name is lost between them', () => {
  const starts = new Set<number>();
  search.in('Umbra Nox, '.repeat(300), ({ start, written }) => {
    expect(written).toBe('Umbra Nox');
    starts.add(start);
    return 1;
  });
  expect([...starts]).toEqual(Array.from({ length: 300 }, (_, index) => index * 11));
});

test('in a text full of names, fifty thousand characters and one more piece are examined at most', () => {
  let examined = 0;
  search.in('QV '.repeat(60_000), () => {
    examined += 1;
    return 1;
  });
  expect(examined).toBeGreaterThanOrEqual(50_000);
  expect(examined).toBeLessThan(50_500);
});

test('letters of another alphabet that do not look like ours are unchanged', () => {
  expect(new NameSearch([['QжV', 1]]).in('QщV')).toEqual([]);
  expect(new NameSearch([['QжV', 1]]).in('QжV')).toHaveLength(1);
});

test('a long name is found by its beginning, up to the end of a word', () => {
  const long = `${'ab '.repeat(133)}a bc de`;
  expect(foldedName(long)).toBe(` ${'ab '.repeat(133)}`);
  expect(foldedName('Umbra Nox')).toBe(' umbra nox ');
});

test('a letter matches whether its marks are part of it or follow it', () => {
  for (const name of ['Zélanthi', 'ᾠδή', 'ᾳ', 'Ångström'])
    expect(foldedName(name.normalize('NFD'))).toBe(foldedName(name.normalize('NFC')));
});

/** Milliseconds of the processor: other programs do not count. */
const cpuTime = () => process.cpuUsage().user / 1000;

test('many names in much text take about a second', () => {
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
