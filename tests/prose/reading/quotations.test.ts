import { expect, test } from 'vitest';
import { quotationsIn } from '../../../src/prose/reading/quotations.ts';

const quoted = (text: string) => quotationsIn(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['He wrote “war”.', ['“war”']],
  ['“War” and «peace» and „law“ and „order”.', ['“War”', '«peace»', '„law“', '„order”']],
  ['It was ‘the group’s own’ plan.', ['‘the group’s own’']],
  ['He wrote "war", "peace" and \'law\'.', ['"war"', '"peace"', "'law'"]],
  ['An empty “” and an empty "" quote “nothing”.', ['“”', '""', '“nothing”']],
  ["A title ('The War') and—'The Peace' stand there.", ["'The War'", "'The Peace'"]],
  ["They said '\"no\"' and '[no]' then.", ['\'"no"\'', "'[no]'"]],
  ["'𐌰𐌱' is Gothic.", ["'𐌰𐌱'"]],
  ['A 7" gun and "war".', ['"war"']],
  ['It said 7"war" then.', []],
  ['In (7 "war") only.', ['"war"']],
  // A quotation in a quotation is part of it.
  ['He said “they call it «law» here” then.', ['“they call it «law» here”']],
  ["The cells' 'own' plan.", ["'own'"]],
  ["the '90s and the 'own", []],
  // No quotation goes beyond its paragraph; a mark that nothing closes opens nothing.
  ['An “open one.\n\nA “closed” one.', ['“closed”']],
  ['An "open one.\n \nA "closed" one.', ['"closed"']],
  ['One “that\ngoes on” here.', ['“that\ngoes on”']],
  ['One “left open, and «closed».', ['«closed»']],
  ['An “early” one.\n\nA «late» one.', ['“early”', '«late»']],
  ['He said:"war" then.', ['"war"']],
  ['none', []],
])('%s', (text, expected) => {
  expect(quoted(text)).toEqual(expected);
});
