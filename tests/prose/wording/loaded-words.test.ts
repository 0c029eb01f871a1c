import { expect, test } from 'vitest';
import { loadedWords, mayHaveLoadedWords } from '../../../src/prose/wording/loaded-words.ts';
import { isReported } from '../../../src/prose/wording/reported.ts';
import { mayBeVerdict } from '../../../src/prose/wording/verdicts.ts';

test.each([
  'The cowardly raid.',
  'These fanatics left.',
  'Evil men.',
  'Of course it failed.',
  'The puppet government fell.',
])('%s', (own) => {
  expect(mayHaveLoadedWords(own)).toBe(true);
  expect(loadedWords(own)).toHaveLength(1);
});

test.each([
  'Terrorists attacked, killed and executed soldiers; militants bombed a slave market.',
  'A vicious circle, and the lesser evil.',
  'They met in Heroes Square; the Al-Aqsa Martyrs Brigades came.',
  'It was a matter of course.',
  'The so-called Islamic State claimed it.',
  'Fatah, Haji Omar and Captain Dix came from Rio Negro.',
])('nothing in: %s', (own) => {
  expect(loadedWords(own)).toEqual([]);
});

test.each([
  ['The so-called reforms failed.', 'so-called'],
  ['The absurd Dnipro plan failed.', 'absurd'],
  ['It is undeniable proof.', 'undeniable proof'],
  ['The puppet regime fell.', 'puppet regime'],
  ['Needless to say it fell.', 'Needless to say'],
  ['NEEDLESS TO SAY it fell.', 'NEEDLESS TO SAY'],
  ['It fell, it goes without saying.', 'it goes without saying'],
  ['Sadly, it fell.', 'Sadly'],
  ['  Evil men.', 'Evil'],
  ['The official is a crook.', 'is a crook'],
])('the full phrase: %s', (own, text) => {
  const [found, ...others] = loadedWords(own);
  expect(found?.text).toBe(text);
  expect(own.slice(found?.start, found?.end)).toBe(text);
  expect(others).toEqual([]);
});

test.each(['He sadly left.', 'It fell sadly, they say.', 'Vicious circles are known.'])(
  'harmless in context: %s',
  (own) => {
    expect(loadedWords(own)).toEqual([]);
  },
);

test.each([
  ['The minister called it absurd.', 'absurd', true],
  ['The raid was condemned as heinous.', 'heinous', true],
  ['Ties are quite possible, says the source.', 'quite', true],
  ['The report reaches one verdict: most probably a cell.', 'most', true],
  ['We say that it is absurd.', 'absurd', false],
  ['Kyiv denied it, but the plan is absurd.', 'absurd', false],
  ['The claims of victory are absurd.', 'absurd', false],
  ['It fell, says the source, and it is quite clear.', 'quite', false],
  ['TIES ARE QUITE POSSIBLE, SAYS THE SOURCE.', 'QUITE', true],
])('%s', (own, word, expected) => {
  expect(isReported(own, own.indexOf(word))).toBe(expected);
});

test.each([
  ['There is no doubt that the ministry ordered it.', 'There is no doubt'],
  ['There is no doubt that it fell because it burned.', 'There is no doubt'],
  ['The leak proves beyond question that the bank knew.', 'proves beyond question'],
  ['The evidence conclusively shows that it was poisoned.', 'conclusively shows'],
  ['The signature is irrefutable proof.', 'irrefutable proof'],
  ['Nobody can deny that it caused the hunger.', 'Nobody can deny'],
  ['It is a fact that they planned it.', 'It is a fact that'],
  ['The only possible explanation is an insider.', 'only possible explanation'],
  ['It could not possibly have been an accident.', 'could not possibly'],
  ['The attackers clearly had help.', 'clearly had'],
  ['It is obvious that the ballots were exchanged.', 'It is obvious that'],
  ['The attack must have been planned there.', 'must have been'],
  ['No serious analyst doubts that it was rigged.', 'No serious analyst doubts that'],
  ['We know that they will strike again.', 'We know that they will'],
  ['We are certain that it is genuine.', 'We are certain that'],
  ['It stands to reason that the guards were bribed.', 'It stands to reason'],
  ['It cannot be doubted that the consul was poisoned.', 'cannot be doubted'],
  ['Nobody in his right mind would believe it.', 'Nobody in his right mind'],
])('certainty in: %s', (own, text) => {
  expect(mayHaveLoadedWords(own)).toBe(true);
  expect(loadedWords(own)).toMatchObject([{ text, isCertain: true }]);
});

test.each([
  'There was no question of a merger.',
  'The prosecutor could not prove beyond doubt that the clerk had known.',
  'It is not clear that both orders came from one office.',
  'The only explanation offered by the ministry was a fault.',
  'The treaty was signed without question.',
  'Is it obvious that the ballots were exchanged?',
  'He will never be tried, because he died in March.',
  'The ship must have two pilots on board.',
  'The fact sheet is clearly marked.',
])('no certainty in: %s', (own) => {
  expect(loadedWords(own)).toEqual([]);
});

test.each([
  ['The puppet parliament met.', 1],
  ['These vultures bought the land.', 1],
  ['Vultures and jackals are protected.', 0],
  ['The mob howled.', 1],
  ['The mob boss was arrested.', 0],
])('people called by loaded names: %s', (own, count) => {
  expect(loadedWords(own)).toHaveLength(count);
});

test('whether a text may contain a verdict', () => {
  expect(mayBeVerdict('He is a crook.')).toBe(true);
  expect(mayBeVerdict('It fell.')).toBe(false);
});
