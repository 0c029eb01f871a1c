import { describe, expect, test } from 'vitest';
import { format, formatted } from './formatted.ts';

const json = (value: unknown) => formatted('x.json', JSON.stringify(value));

describe('order', () => {
  test('properties are in the order of the schema at every depth, lists in their own', () => {
    const text = json({
      judgments: [
        {
          likelihood: { term: 'likely' },
          id: 'b',
          statement: 'B.',
          confidence: { basis: 'One.', level: 'low' },
        },
        { statement: 'A.', id: 'a' },
      ],
      id: 'x',
      sources: [{ csl: { title: 'T', type: 'book', author: [{ given: 'I.', family: 'Berg' }] }, id: 's' }],
      $schema: 's',
    });
    expect([...text.matchAll(/"([\w$]+)":/g)].map(([, key]) => key)).toEqual(
      '$schema id sources id csl type title author family given judgments id statement likelihood term confidence level basis id statement'.split(
        ' ',
      ),
    );
    expect(text.indexOf('"B."')).toBeLessThan(text.indexOf('"A."'));
  });

  test('reasons for changes are in the order of their entries, so that two people seldom write at one place', () => {
    const reasons = [
      { entity: 'judgments/b', reason: 'First.' },
      { entity: 'actors/z', reason: 'Second.' },
      { entity: 'judgments/b', reason: 'Third.' },
      { entity: 'judgments/a', reason: 'Fourth.' },
    ];
    const made = JSON.parse(json({ id: 'x', title: 'T', edition: { number: 2, changes: reasons } }));
    expect(made.edition.changes.map(({ reason }: { reason: string }) => reason)).toEqual([
      'Second.',
      'Fourth.',
      'First.',
      'Third.',
    ]);
  });

  test('unknown properties come last, in their own order; ids of hypotheses keep theirs', () => {
    const text = json({
      zeta: 1,
      title: 'T',
      alpha: { c: 1, a: 2 },
      matrix: [{ ratings: { z: 'C', a: 'I' }, evidence: 'e' }],
    });
    expect([...text.matchAll(/"(\w+)":/g)].map(([, key]) => key)).toEqual(
      'title matrix evidence ratings z a zeta alpha c a'.split(' '),
    );
  });

  test('the register and the configuration have their own order', () => {
    const register = { places: [{ country: 'N', id: 'n', name: 'N' }], actors: [{ name: 'A', id: 'a' }] };
    expect(formatted('register.json', JSON.stringify(register), 'register')).toBe(
      '{\n  "actors": [\n    {\n      "id": "a",\n      "name": "A"\n    }\n  ],\n  "places": [\n    {\n      "id": "n",\n      "name": "N",\n      "country": "N"\n    }\n  ]\n}\n',
    );
    const config = { rules: { b: 'off', a: 'note' }, $schema: 's' };
    expect(formatted('threat-memo.config.json', JSON.stringify(config), 'config')).toBe(
      '{\n  "$schema": "s",\n  "rules": {\n    "b": "off",\n    "a": "note"\n  }\n}\n',
    );
  });
});

describe('layout', () => {
  test('objects take a line for each property, short lists one line, long ones a line for each item', () => {
    expect(
      json({
        scope: { geography: ['Norham', 'Southam'] },
        judgments: [
          {
            id: 'a',
            likelihood: { range: [0.55, 0.8] },
            evidence: ['first-item-of-evidence', 'second-item-of-evidence', 'third-item-of-evidence'],
            implies: [],
          },
        ],
        gaps: [],
        standards: {},
      }),
    ).toBe(`{
  "standards": {},
  "scope": {
    "geography": ["Norham", "Southam"]
  },
  "judgments": [
    {
      "id": "a",
      "likelihood": {
        "range": [0.55, 0.8]
      },
      "evidence": [
        "first-item-of-evidence",
        "second-item-of-evidence",
        "third-item-of-evidence"
      ],
      "implies": []
    }
  ],
  "gaps": []
}
`);
  });

  test('a list on one line has at most 80 characters, including its key and its comma', () => {
    const list = (length: number) => json({ form: 'f', scope: { geography: ['x'.repeat(length), 'y'] } });
    const whole = '    "geography": ["", "y"],'.length;
    expect(list(80 - whole).split('\n')).toHaveLength(7);
    expect(list(81 - whole).split('\n')).toHaveLength(10);
  });

  test('numbers keep their digits', () => {
    const text = formatted('x.json', '{"form":"f","a":[1.50,1e3,-0,12345678901234567890,0.10]}');
    expect(text).toContain('"a": [1.50, 1e3, -0, 12345678901234567890, 0.10]');
  });

  test('letters are written plainly, invisible characters as escapes', () => {
    const text = formatted(
      'x.json',
      '{"title":"caf\\u00e9 \\u202Ea\\/b\\u202c \u200b\\n \\u00a0\\u200d\\ud800"}',
    );
    expect(text).toContain('"café \\u202ea/b\\u202c \\u200b\\n \u00a0\u200d\\ud800"');
  });

  test('all line ends are the same, and there is no byte-order mark', () => {
    expect(formatted('x.json', '\ufeff{\r\n"form": "f"\r\n}')).toBe('{\n  "form": "f"\n}\n');
  });

  test('a key that is a property of every object is a key like others', () => {
    expect(formatted('x.json', '{"__proto__":{"b":1},"form":"f","constructor":2}')).toBe(
      '{\n  "form": "f",\n  "__proto__": {\n    "b": 1\n  },\n  "constructor": 2\n}\n',
    );
  });
});

describe('prose and dates', () => {
  test('several sentences become a list of lines, one a text', () => {
    expect(json({ question: 'Who pays? Nobody knows.', bottomLine: ['It burnt', 'for an hour.'] })).toBe(
      '{\n  "question": [\n    "Who pays?",\n    "Nobody knows."\n  ],\n  "bottomLine": "It burnt for an hour."\n}\n',
    );
  });

  test("the file's language determines the abbreviations", () => {
    const question = 'Siehe Abb. 3 bzw. Kap. 4. Das gilt.';
    expect(json({ language: 'de', question })).toContain(
      '[\n    "Siehe Abb. 3 bzw. Kap. 4.",\n    "Das gilt."\n  ]',
    );
  });

  test('lines that are not prose are unchanged', () => {
    const data = { title: 'One. Two.', scope: { audience: ['One. Two.', 'Three.'] } };
    expect(JSON.parse(json(data))).toEqual(data);
  });

  test('prose without content, or of another type, is unchanged', () => {
    const data = {
      question: '',
      bottomLine: ['', ' '],
      gaps: [{ question: [1, 'One. Two.'], collection: [] }],
    };
    expect(JSON.parse(json(data))).toEqual(data);
  });

  test('dates have one spelling; those of CSL in parts are left alone', () => {
    const issued = { 'date-parts': [['2024', 3, '05']] };
    const text = json({
      asOf: '2024-05?~',
      sources: [
        { id: 's', csl: { issued } },
        { id: 't', csl: { issued: '201u' } },
      ],
    });
    expect(JSON.parse(text)).toEqual({
      asOf: '2024-05%',
      sources: [
        { id: 's', csl: { issued } },
        { id: 't', csl: { issued: '201X' } },
      ],
    });
  });
});

describe('files that are not formatted', () => {
  test('an unreadable or incomplete file: the findings say why', () => {
    for (const text of ['{"form": "f",', '{"form": "f", "form": "g"}', '', '{"a": 1e999, "form": "f"}']) {
      const result = format('x.json', text);
      expect(result.kind).toBe('unreadable');
      expect(result).toMatchObject({ findings: [{ file: 'x.json' }] });
    }
  });

  test('a file of another program', () => {
    for (const text of [
      '{"name": "p", "version": "1.0.0"}',
      '{"$schema": "s", "id": 1}',
      '[]',
      '3',
      'null',
    ]) {
      expect(format('x.json', text).kind).toBe('foreign');
    }
  });

  test('a file with schema errors is formatted', () => {
    expect(json({ judgments: 'none', asOf: 3, actors: [{ capabilities: { b: 1 } }, null] })).toBe(
      '{\n  "asOf": 3,\n  "actors": [\n    {\n      "capabilities": {\n        "b": 1\n      }\n    },\n    null\n  ],\n  "judgments": "none"\n}\n',
    );
  });
});
