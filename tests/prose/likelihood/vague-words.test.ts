import { expect, test } from 'vitest';
import { vagueWords } from '../../../src/prose/likelihood/vague-words.ts';

const found = (own: string) => vagueWords(own).map(({ text }) => text);

test.each([
  ['The group may attack, and others might follow.', ['may', 'might']],
  ['An attack could have been planned.', ['could']],
  ['If talks fail, the cell could act.', ['could']],
  ['We judge that troops that could leave may stay.', ['may']],
  ['It is possible that he fled.', ['possible']],
  ['A possible drone attack would be new.', ['possible']],
  ['A raid is possible.', ['possible']],
  ['A raid is possible in autumn.', ['possible']],
  ['There is a real chance of war.', ['real chance']],
  ['War has an even chance.', ['even chance']],
  ['We cannot rule out a leak.', ['cannot rule out']],
  ['A leak cannot be ruled out.', ['cannot be ruled out']],
  ['There is a real risk that they strike remote villages.', ['real risk that']],
  ['Three odds of a raid are low.', ['odds of a raid are low']],
  ['In 2024 there was a slim chance of peace.', ['slim chance']],
  ['They took the town, and later, as all had said, there is a good chance of peace.', ['good chance']],
  [
    'They assess that, as all the villagers had feared for years, there is a real danger of war.',
    ['real danger of'],
  ],
  ['The army has denied it, but a raid may follow.', ['may']],
  ['Patrols end in October, when the cell could act.', ['could']],
  ['The camp lies in the hills, where the cell could hide.', ['could']],
  ['It was dark — when the cell might act.', ['might']],
  ['It would appear that the courier has moved.', ['would appear']],
  ['The colonel appears to have changed sides.', ['appears to have']],
  ['It is reasonable to assume that the minister knew.', ['reasonable to assume']],
  ['It can safely be assumed that the hangar was empty.', ['can safely be assumed']],
  ['There is little doubt that the ballots were printed abroad.', ['little doubt that']],
  ['We hold with high certainty that the leak came from the port.', ['high certainty']],
  ['The pretender has a shot at the crown.', ['has a shot at']],
  ['The campaign is in danger of collapsing.', ['in danger of collapsing']],
  ['Our best guess is that the mole sits in the customs house.', ['best guess']],
  ['War is a possibility.', ['is a possibility']],
  ['A deal is within the realm of possibility.', ['within the realm of possibility']],
  ['There is a better than even chance of peace.', ['better than even chance']],
  ['Prices should rise.', ['should rise']],
  ['A potential attack was feared.', ['potential']],
  ['They hope for potential attacks.', ['potential']],
  ['Possibly they left.', ['Possibly']],
  ['It is conceivable that they left.', ['conceivable']],
  ['A raid is possible, and it may rain.', ['possible', 'may']],
  ['Perhaps in March 2030 it will end.', ['Perhaps']],
  ['Raids are perhaps fewer than they were.', ['perhaps']],
  ['It seems possible that he fled.', ['possible']],
  ['It is possible he fled.', ['possible']],
  ['A possible attack wave was feared.', ['possible']],
  ['A possible drone attack on the port was feared.', ['possible']],
  ['Possible War is feared.', ['Possible']],
])('%s', (own, words) => {
  expect(found(own)).toEqual(words);
});

test.each([
  ['The ministry will in all probability deny it.', 'in all probability'],
  ['A default is by no means excluded.', 'by no means excluded'],
  ['The regulator is expected to approve the merger.', 'is expected to'],
  ['The president is apt to dissolve parliament.', 'is apt to'],
  ['It looks as though they will try again.', 'It looks as though'],
  ['It is anything but clear that they will merge.', 'anything but clear that'],
  ['The agency is tipped to lose its mandate.', 'is tipped to'],
  ['A split looms.', 'looms'],
  ['We do not rule out a second raid.', 'We do not rule out'],
  ['A compromise is within reach.', 'is within reach'],
  ['Shortages threaten to halt the plant.', 'threaten to'],
  ['It seems that the courier will return.', 'It seems that the courier will'],
  ['Its survival is an open question.', 'is an open question'],
  ['It remains unclear whether he will agree.', 'remains unclear whether he will'],
  ['The herd has the potential to spread it.', 'has the potential to'],
  ['The hackers are thought to be at work.', 'are thought to be'],
  ['We fear that the truce will end.', 'We fear that'],
  ['The party is on course for a majority.', 'is on course for a majority'],
  ['Its restart hangs in the balance.', 'hangs in the balance'],
  ['The insurgents have little hope of holding the town.', 'little hope of holding'],
])('%s', (own, expected) => {
  expect(found(own)).toEqual([expected]);
});

test.each([
  'Members who broke the rules were not excluded from the vote.',
  'They had hope of a pardon.',
  'In May troops left as soon as possible.',
  'The might of the army was seen when the might it had was gone.',
  'Members may not leave without permission.',
  'Recipients may share it under the rules of the protocol.',
  'He could not be reached before he could answer.',
  'Officials said that troops may leave.',
  'According to him the group may split.',
  'Will the group split, as it may?',
  'Weapons that could reach the capital were sold.',
  'Whatever was possible, they did.',
  'They did what seemed least possible in autumn.',
  'Two possible routes and every possible means were used.',
  'Perhaps 200 men came.',
  'It drew perhaps as many volunteers.',
  'It cost perhaps EUR 20 million.',
  'It killed 30 people, perhaps even more, in one night.',
  'Others left, perhaps fewer.',
  'It made it possible to leave.',
  'The group took its good chance to leave.',
  'There is a 60–70 % chance of war, or a roughly even chance.',
  'War is roughly an even chance.',
  'A remote possibility remains.',
  'There is a remote danger of war.',
  'They manage the real risk of fire.',
  'It was done against all odds.',
  'A high-probability density was found.',
  'There is a low-probability sample.',
  'They had a good chance to leave.',
  'We are confident that the odds of a raid are low.',
  'The odds of 3 to 1 are long.',
  'The odds are three to one that it falls.',
  'The chances are better than before.',
  'There is a realistic possibility of war.',
  'There is a fair chance of 60 %.',
  'The function has a high probability density.',
  'A radar with low-probability of intercept is good.',
  'It is one in ten (slim chance).',
  'Members are expected to leave.',
  'Officials said that the bank is expected to fail.',
  'If prices should rise, they will act.',
  'Officials said that prices should rise.',
  'A potential customer left.',
  'They cannot possibly leave.',
  'They used every conceivable means.',
  'It is perhaps the largest raid.',
  'Two possible attacks were foiled.',
  'It is possible to leave the town.',
  'The possible was war.',
  'A possible attack route was found.',
])('nothing in: %s', (own) => {
  expect(found(own)).toEqual([]);
});

test('a comparison without a number is not an estimate', () => {
  expect(found('The siege will perhaps last longer than before.')).not.toEqual([]);
});

test('blanks before a sentence are not part of the match', () => {
  expect(vagueWords('  Might the truce fail, they will leave.')).toEqual([
    { text: 'Might', start: 2, end: 7, kind: 'vague' },
  ]);
});

test.each([
  ['The group may well attack.', 'may well'],
  ['It is quite conceivable that the bank fails.', 'quite conceivable'],
  ['We fully expect the fleet to sail.', 'We fully expect'],
  ['One suspects the mayor of having known.', 'One suspects'],
  ['The convoy, we think, was a feint.', ', we think'],
  ['Our hunch is that the leak came from the ministry.', 'Our hunch is'],
  ['A devaluation is a safe bet.', 'a safe bet'],
  ['The rebels are certain to return.', 'are certain to'],
  ['The reform will inevitably fail.', 'will inevitably'],
  ['Nobody can doubt that the army will intervene.', 'Nobody can doubt that'],
  ['The talks look doomed.', 'look doomed'],
  ['There is every sign that the well is dry.', 'every sign that'],
  ['There are signs that the front will collapse.', 'signs that'],
  ['The party is heading for a crushing defeat.', 'is heading for a crushing defeat'],
  ['The currency is on the brink of collapse.', 'is on the brink of collapse'],
  ['It is only a matter of time.', 'only a matter of time'],
  ['The cabinet’s days are numbered.', 'days are numbered'],
  ['Nothing can now stop the river.', 'Nothing can now stop'],
  ['Barring accidents, the line opens in May.', 'Barring accidents'],
  ['It is hard to see how the firm survives.', 'hard to see how'],
  ['The government risks losing its majority.', 'risks losing'],
  ['It is feared that the dam is cracked.', 'It is feared that'],
  ['The minister must be aware of it.', 'must be aware'],
  ['A split seems inevitable.', 'inevitable'],
  ['By the look of it, the harvest is poor.', 'By the look of it'],
  ['If history is any guide, the rains are late.', 'If history is any guide'],
  ['The war can hardly be averted.', 'can hardly be averted'],
  ['There is no avoiding a default.', 'There is no avoiding'],
  ['The guards had surely been bribed.', 'surely'],
  ['The letter is arguably a forgery.', 'arguably'],
  ['The crash is imminent.', 'is imminent'],
  ['A deal is out of the question.', 'out of the question'],
  ['There is scant hope of a deal.', 'scant hope'],
])('a forecast without a term of a scale: %s', (own, expected) => {
  expect(found(own)).toEqual([expected]);
});

test.each([
  'We expect to publish the next estimate in June.',
  'The ministry expects the harvest to fail.',
  'The convoy is heading for the port of Kesh.',
  'The village lies on the brink of the gorge.',
  'Her days are numbered in the log from one to ninety.',
  'The captain made certain that the hatches were shut.',
  'There are signs at the gate that nobody is to enter.',
  'Fighters must have been resident for at least a year.',
  'The law gives each side an even chance of the first question.',
  'The army, whose might lies in its guns, stayed.',
  'We cannot predict the outcome.',
  'The sign said that the road would close.',
  'The Good Prospect, a ship, was detained.',
  'Foreign banks may now lend in dollars.',
  'It is unlikely that anyone in the tower could hear it.',
  'The villagers fear that the dam might burst.',
  'The court found that the seal might be false.',
  'The 50-50 partnership was dissolved.',
  'It is certain that the ship sank at 04:10.',
])('not a forecast: %s', (own) => {
  expect(found(own)).toEqual([]);
});

test('a stacked hedge is left to its own rule', () => {
  expect(found('The group may possibly attack.')).toEqual([]);
});

test.each([
  'Every member may speak for five minutes.',
  'Anyone may inspect the register.',
  'The ministry may be reached by telephone.',
  'The minister did not exclude the clerk from the room.',
  'Drivers may not park on the bridge.',
  'Visitors may take photographs.',
  'A pipeline may be inspected only by licensed firms.',
  'The crew could swim.',
  'The engine could deliver 400 kilowatts.',
  'He left in May, perhaps on the ninth.',
  'Members are expected to pay a tenth.',
  'The minister said that it was expected to rain.',
  'The company is liable to pay damages.',
  'The ship is on course for Rotterdam.',
  'They are believed by the police to be brothers.',
  'The colonel fled with the tanks that he could take.',
  'They left when they could.',
  'They hid the tanks where no one could see them.',
  'The minister said that it would appear in May.',
  'The prisoner has a natural right to a lawyer.',
  'She was found guilty without some doubt being raised.',
])('nothing in: %s', (own) => {
  expect(found(own)).toEqual([]);
});
