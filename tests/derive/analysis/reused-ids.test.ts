import { describe, expect, test } from 'vitest';
import { isUnrelated, reusedIds } from '../../../src/derive/analysis/reused-ids.ts';

/** Whether two judgments with these statements, and nothing else, are about different things. */
const apart = (before: string, after: string) =>
  isUnrelated('judgments', { id: 'j', statement: before }, { id: 'j', statement: after });

describe('two statements under one id', () => {
  test.each([
    ['en', 'Smugglers will bring drones through the southern ports.', 'Drones do not come by sea any more.'],
    [
      'en',
      'Attacks on police posts continue through 2025.',
      'Nobody dares to attack the police by the end of 2026.',
    ],
    ['en', 'The FSB ordered the killing.', 'Nothing links the shots to anybody at the FSB.'],
    [
      'ru',
      'Нападения на посты полиции продолжатся до конца 2025 года.',
      'Полицейских больше никто не тронет.',
    ],
    ['ru', 'Война в горах затянется на долгие месяцы.', 'Горцы устали от войн и сложат оружие.'],
    ['uk', 'Бойовики підірвуть залізницю біля кордону.', 'Залізничні мости ніхто не зачепить.'],
    [
      'de',
      'Die Brandanschläge auf Bahnanlagen gehen weiter.',
      'Kein einziger Anschlag trifft Züge oder Brücken.',
    ],
    [
      'fr',
      'Les attaques contre les câbles continueront.',
      'Aucun câble sous-marin ne sera coupé par des navires.',
    ],
    ['he', 'הפיגועים בירושלים יימשכו גם בקיץ.', 'לא צפוי פיגוע גדול בעיר הבירה.'],
    ['ar', 'ستستمر الهجمات على مراكز الشرطة في الجنوب.', 'لن يقع هجوم آخر على رجال الأمن قريبا.'],
  ])('%s: rewritten to the contrary, it is the same judgment', (_, before, after) => {
    expect(apart(before, after)).toBe(false);
    expect(apart(after, before)).toBe(false);
  });

  test.each([
    [
      'en',
      'Smugglers will bring drones through the southern ports.',
      'The parliament passes a budget for border guards.',
    ],
    [
      'ru',
      'Боевики вернутся в горные сёла Дагестана до конца года.',
      'Цены на зерно упадут после сбора урожая до конца года.',
    ],
    ['uk', 'Бойовики підірвуть залізницю біля кордону.', 'Парламент ухвалить бюджет для лікарень.'],
    [
      'de',
      'Die Brandanschläge auf Bahnanlagen gehen weiter.',
      'Der Bundestag kürzt den Haushalt der Krankenhäuser.',
    ],
    [
      'fr',
      'Les attaques contre les câbles continueront.',
      'Le parlement votera un budget pour les hôpitaux.',
    ],
    ['he', 'הפגנות גדולות ייערכו מול לשכת הנשיא.', 'מפעל חדש ייפתח ליד גבול הצפון.'],
    ['ar', 'ستستمر الهجمات على مراكز الشرطة في الجنوب.', 'سيقر البرلمان ميزانية جديدة للمستشفيات.'],
  ])('%s: with nothing in common, they are two judgments', (_, before, after) => {
    expect(apart(before, after)).toBe(true);
    expect(apart(after, before)).toBe(true);
  });

  test('words every forecast has, periods, months and numbers are nothing in common', () => {
    expect(
      apart(
        'Smugglers are likely to bring drones over the next 12 months, by the end of March 2026.',
        'Railway unions are unlikely to call off strikes over the next 12 months, by the end of March 2026.',
      ),
    ).toBe(true);
  });

  test('a few words tell nothing, nor do texts in two scripts', () => {
    expect(apart('Fires spread.', 'Arson stops.')).toBe(false);
    expect(apart('Боевики вернутся в горные сёла.', 'The parliament passes a budget for guards.')).toBe(
      false,
    );
  });
});

describe('what else shows that an entry is the same', () => {
  const [was, is] = [
    'Smugglers will bring drones through the southern ports.',
    'The parliament passes a budget for border guards.',
  ];
  const both = (more: object) =>
    isUnrelated('judgments', { id: 'j', statement: was, ...more }, { id: 'j', statement: is, ...more });

  test.each([
    ['evidence', { evidence: ['crates'] }],
    ['evidence against it', { contraryEvidence: ['crates'] }],
    ['what it is about', { about: ['incidents/raid'] }],
    ['a text that stayed', { wouldChange: ['A second seizure in the same port.'] }],
  ])('%s', (_, more) => {
    expect(both(more)).toBe(false);
  });

  test('an assumption under everything does not, nor do words of a scale', () => {
    expect(both({ assumptions: ['account-accurate'], likelihood: { term: 'likely' }, key: true })).toBe(true);
  });

  test('of evidence, the same place of a source; the source alone supports much', () => {
    const cited = (statement: string, locator?: string) => ({
      id: 'e',
      statement,
      citations: [{ source: 'log', ...(locator && { locator }) }],
    });
    expect(isUnrelated('evidence', cited(was, 'p. 4'), cited(is, 'p. 4'))).toBe(false);
    expect(isUnrelated('evidence', cited(was, 'p. 4'), cited(is, 'p. 5'))).toBe(true);
    expect(isUnrelated('evidence', cited(was), cited(is))).toBe(true);
  });

  test('of an incident its date, of a source its address', () => {
    const incident = (title: string, date: string) => ({ id: 'i', title, date });
    const [raid, strike] = ['Seizure of drones in a southern port', 'Strike of railway signalmen'];
    expect(isUnrelated('incidents', incident(raid, '2024-03'), incident(strike, '2024-03'))).toBe(false);
    expect(isUnrelated('incidents', incident(raid, '2024-03'), incident(strike, '2024-05'))).toBe(true);
    const source = (title: string, URL: string) => ({ id: 's', csl: { type: 'report', title, URL } });
    expect(
      isUnrelated('sources', source(raid, 'https://a.example'), source(strike, 'https://a.example')),
    ).toBe(false);
    expect(
      isUnrelated('sources', source(raid, 'https://a.example'), source(strike, 'https://b.example')),
    ).toBe(true);
  });

  test('an organisation with another name is the same, unless all that is said of it is different', () => {
    const actor = (name: string, summary?: string) => ({ id: 'a', name, ...(summary && { summary }) });
    expect(isUnrelated('actors', actor('Al-Nusra Front'), actor('Hayat Tahrir al-Sham'))).toBe(false);
    expect(
      isUnrelated(
        'actors',
        actor('Al-Nusra Front', 'Fighters around Idlib who left the global network.'),
        actor('Hayat Tahrir al-Sham', 'Rules Idlib since it left the global network.'),
      ),
    ).toBe(false);
    expect(
      isUnrelated(
        'actors',
        actor('Al-Nusra Front', 'Fighters around Idlib who left the global network.'),
        actor('Rail Union', 'Signalmen and drivers of the northern line.'),
      ),
    ).toBe(true);
  });

  test('of a relationship, either of its ends', () => {
    const link = (from: string, to: string) => ({ id: 'r', from, to, type: 'funds' });
    expect(isUnrelated('relationships', link('a', 'b'), link('a', 'c'))).toBe(false);
    expect(isUnrelated('relationships', link('a', 'b'), link('c', 'd'))).toBe(true);
  });

  test('sections and everything without an identity of its own are never two things', () => {
    const section = (heading: string) => ({ id: 's', heading, body: `${heading}.` });
    expect(isUnrelated('sections', section(was), section(is))).toBe(false);
    expect(isUnrelated('matrix', { evidence: 'a' }, { evidence: 'b' })).toBe(false);
    expect(isUnrelated('judgments', undefined, { id: 'j', statement: is })).toBe(false);
  });
});

describe('ids that two editions use for unrelated things', () => {
  const edition = (statement: string, more: object = {}) => ({
    judgments: [{ id: 'j', statement }],
    ...more,
  });
  const ids = (before: object, after: object) =>
    [...reusedIds(before, after)].flatMap(([collection, found]) =>
      [...found].map((id) => `${collection}/${id}`),
    );
  const [was, is] = [
    'Smugglers will bring drones through the southern ports.',
    'The parliament passes a budget for border guards.',
  ];

  test('are found, unless the newer one says what became of them', () => {
    const changes = [{ entity: 'judgments/j', reason: 'Narrowed.' }];
    expect(ids(edition(was), edition(is))).toEqual(['judgments/j']);
    expect(ids(edition(was), edition(is, { edition: { number: 2, changes } }))).toEqual([]);
    expect(ids(edition(was, { edition: { number: 1, changes } }), edition(is))).toEqual(['judgments/j']);
  });

  test('not in an edition in another language, of a repeated id, or of an entry of the register', () => {
    expect(ids(edition(was), edition(is, { language: 'de' }))).toEqual([]);
    expect(ids(edition(was), edition(is, { language: 'en' }))).toEqual(['judgments/j']);
    const twice = {
      judgments: [
        { id: 'j', statement: is },
        { id: 'j', statement: was },
      ],
    };
    expect(ids(edition(was), twice)).toEqual([]);
    const ref = (summary: string) => ({ actors: [{ ref: 'a', summary }] });
    expect(ids(ref(`${was} ${was}`), ref(`${is} ${is}`))).toEqual([]);
  });
});
