import { describe, expect, test } from 'vitest';
import type { Assessment, Judgment } from '../../src/model/generated/types.ts';
import { drawn, figureOf, wordsIn } from './draw.ts';
import { textsIn } from './layout.ts';

const count = (svg: string, pattern: RegExp) => [...svg.matchAll(pattern)].length;

describe('judgments', () => {
  const judgments: [Judgment, Judgment, Judgment, Judgment, Judgment] = [
    {
      id: 'a',
      key: true,
      statement: 'A *comes* [@e].',
      likelihood: { term: 'likely' },
      confidence: { level: 'high' },
    },
    {
      id: 'b',
      key: true,
      statement: 'B stays.',
      likelihood: { term: 'very unlikely' },
      confidence: { level: 'moderate' },
    },
    { id: 'c', key: true, statement: 'C goes.', likelihood: { range: [0.6, 0.7] } },
    { id: 'd', key: true, statement: 'No likelihood.' },
    { id: 'e', statement: 'Not key.', likelihood: { term: 'likely' } },
  ];

  test('shows each key judgment that has a likelihood, with its confidence as word and dots', async () => {
    const figure = await drawn('judgments', { judgments });
    const words = wordsIn(figure);
    expect(words).toEqual(
      expect.arrayContaining(['1', 'A comes.', '2', 'B stays.', '3', 'C goes.', 'high', 'moderate']),
    );
    expect(words).not.toContain('No likelihood.');
    expect(words).not.toContain('Not key.');
    expect(count(figure.svg, /<circle [^>]*fill="#1f3a5f"/g)).toBe(3 + 2);
    expect(figure.caption).toBe(
      '2 of 3 key judgments are more likely than not. Confidence is high in 1 of the 3',
    );
    expect(figure.alt).toContain('No. 2: very unlikely (5–20 %), confidence moderate');
    expect(figure.table?.rows).toHaveLength(3);
  });

  test('prints the term beside the bar', async () => {
    const words = wordsIn(await drawn('judgments', { judgments }));
    expect(words).toEqual(expect.arrayContaining(['likely', 'very unlikely']));
  });

  test('draws the bar at the band, in a right-to-left memo too', async () => {
    for (const language of ['en', 'he']) {
      const { svg } = await drawn('judgments', { judgments, language });
      const ticks = textsIn(svg).filter(({ text }) => /^(0|100) ?%$/.test(text));
      const [from = 0, to = 0] = ticks.map(({ box }) => (box.left + box.right) / 2);
      const [, x, width] =
        /<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)" height="12" fill="#1f3a5f"/.exec(svg) ?? [];
      expect(Number(x)).toBeCloseTo(from + (to - from) * 0.55, 0);
      expect(Number(width)).toBeCloseTo((to - from) * 0.25, 0);
    }
  });

  test('needs three, and is omitted for more than sixteen', async () => {
    expect(
      await figureOf('judgments', { judgments: [judgments[0], judgments[1], judgments[3]] }),
    ).toBeUndefined();
    const [first] = judgments;
    const many = Array.from({ length: 17 }, (_, at) => ({ ...first, id: `j${at}` }));
    expect(await figureOf('judgments', { judgments: [first, ...many.slice(1, 16)] })).toBeDefined();
    expect(await figureOf('judgments', { judgments: [first, ...many.slice(1)] })).toBeUndefined();
  });
});

describe('capabilities', () => {
  const actors: Assessment['actors'] = [
    {
      id: 'a',
      name: 'Front',
      intent: { level: 'extensive', trend: 'rising' },
      capabilities: [{ dimension: 'weapons', level: 'limited', trend: 'falling' }],
    },
    { id: 'b', name: 'Guard', capabilities: [{ dimension: 'finance', level: 'none' }] },
    { id: 'c', name: 'Nobody' },
  ];

  test('shows each level by steps and word', async () => {
    const figure = await drawn('capabilities', { actors });
    expect(wordsIn(figure)).toEqual(
      expect.arrayContaining([
        'Front',
        'Guard',
        'intent',
        'weapons',
        'finance',
        'extensive',
        'limited',
        'none',
      ]),
    );
    expect(wordsIn(figure)).not.toContain('Nobody');
    expect(count(figure.svg, /width="8" height="7" fill="#1f3a5f"/g)).toBe(5 + 2 + 0);
    expect(count(figure.svg, /width="8" height="7" fill="#ffffff"/g)).toBe(0 + 3 + 5);
    expect(figure.caption).toBe(
      'The highest level of capability, limited, is that of Front in weapons; 1 of 3 levels rising, 1 falling',
    );
    expect(figure.table?.rows).toContainEqual(['Front', 'weapons', 'limited', 'falling']);
  });

  test.each([
    ['rising', 'steady', '1 of 3 levels rising, none falling'],
    ['falling', 'unknown', '1 of 3 levels falling, none rising'],
    ['steady', 'unknown', 'none of 3 levels rising or falling'],
  ] as const)('%s and %s: %s', async (intent, weapons, said) => {
    const [front, ...others] = structuredClone(actors ?? []);
    if (!front) throw new Error('There are actors.');
    front.intent = { level: 'extensive', trend: intent };
    front.capabilities = [{ dimension: 'weapons', level: 'limited', trend: weapons }];
    expect((await drawn('capabilities', { actors: [front, ...others] })).caption).toContain(said);
  });

  test('where only intents are given, the caption speaks of intent', async () => {
    const named = (levels: readonly ('extensive' | 'limited')[]) =>
      levels.map((level, index) => ({ id: `a${index}`, name: `Group ${index}`, intent: { level } }));
    expect(
      (await drawn('capabilities', { actors: named(['limited', 'extensive', 'limited']) })).caption,
    ).toBe('The highest level of intent, extensive, is that of Group 1; none of 3 levels rising or falling');
    expect(
      (await drawn('capabilities', { actors: named(['limited', 'extensive', 'extensive']) })).caption,
    ).toBe(
      'The highest level of intent, extensive, is reached by 2 of 3 actors; none of 3 levels rising or falling',
    );
  });

  test('needs three levels', async () => {
    expect(await figureOf('capabilities', { actors: actors?.slice(1) ?? [] })).toBeUndefined();
  });
});

describe('network', () => {
  const actors = ['One', 'Two', 'Three', 'Alone'].map((name) => ({ id: name.toLowerCase(), name }));
  const relationships: Assessment['relationships'] = [
    { id: 'a', from: 'one', to: 'two', type: 'directs' },
    { id: 'b', from: 'two', to: 'three', type: 'linked-to', standing: 'alleged' },
    { id: 'c', from: 'three', to: 'one', type: 'supports', standing: 'denied' },
    { id: 'd', from: 'one', to: 'three', type: 'hostile-to', standing: 'disputed' },
    { id: 'e', from: 'alone', to: 'alone', type: 'hostile-to' },
  ];

  test('names each type and each status except the plain one, and omits actors without a relationship', async () => {
    const figure = await drawn('network', { actors, relationships });
    expect(wordsIn(figure)).toEqual(
      expect.arrayContaining(['One', 'Two', 'Three', 'direction of', '(alleged)', '(denied)', '(disputed)']),
    );
    expect(wordsIn(figure)).not.toContain('Alone');
    expect(figure.caption).toBe(
      'Most connected, with 3 of 4 relationships each: One and Three; 3 are alleged, disputed or denied',
    );
    expect(figure.table?.rows).toContainEqual(['Three', 'support for', 'One', 'denied']);
  });

  test('draws the four statuses as four different lines', async () => {
    const { svg } = await drawn('network', { actors, relationships });
    const lines = [...svg.matchAll(/<path d="M[^"]*C[^"]*"[^>]*>/g)].map(
      ([path]) => /dasharray="([^"]*)"/.exec(path)?.[1],
    );
    expect(new Set(lines).size).toBe(4);
    expect(lines).toContain(undefined);
  });

  test('keeps the most connected actors and those around them if there are too many, and mentions the omission', async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      id: `a${index}`,
      name: `Actor number ${index}`,
    }));
    const figure = await drawn('network', {
      actors: [{ id: 'hub', name: 'Hub', intent: { level: 'none' } }, ...many],
      relationships: many.map(({ id }) => ({ id: `r-${id}`, from: 'hub', to: id, type: 'directs' })),
    });
    expect(wordsIn(figure)).toContain('Hub');
    expect(figure.caption).toMatch(
      /^60 of 60 relationships involve Hub; (\d\d) actors are left out; \1 relationships stand only in the list$/,
    );
    // Words, not letters that a key would have to explain.
    const named = wordsIn(figure).filter((text) => text.startsWith('direction')).length;
    expect(figure.caption).toContain(`; ${60 - named} actors`);
    expect(figure.table?.rows).toHaveLength(60);
  });

  test('what the file gives no standing is our reading, and no source’s', async () => {
    const links = relationships.map(({ standing: _, ...link }, index) =>
      index === 0 ? link : { ...link, standing: 'asserted' as const },
    );
    const figure = await drawn('network', { actors, relationships: links });
    expect(wordsIn(figure)).toEqual(expect.arrayContaining(['asserted', 'our reading']));
    expect(figure.table?.rows[0]?.at(-1)).toBe('our reading');
    const all = links.map((link) => ({ ...link, standing: 'asserted' as const }));
    expect(wordsIn(await drawn('network', { actors, relationships: all }))).not.toContain('our reading');
  });

  test('needs two relationships', async () => {
    expect(await figureOf('network', { actors, relationships: relationships.slice(3) })).toBeUndefined();
  });
});

describe('chronology', () => {
  const incidents: Assessment['incidents'] = [
    {
      id: 'c',
      title: 'Third',
      date: '2024-03-23',
      outcome: 'ongoing',
      killed: { reports: [{ value: 1 }] },
    },
    {
      id: 'a',
      title: 'First',
      date: '2023-05/2023-06',
      place: 'Old Town',
      outcome: 'foiled',
      killed: { reports: [{ value: 3 }, { value: 5 }] },
    },
    {
      id: 'b',
      title: 'Second',
      date: '2024-03-22',
      outcome: 'failed',
      injured: { reports: [{ value: 9, qualifier: 'about' }] },
    },
    { id: 'd', title: 'Undated' },
  ];

  test('shows each dated incident in order, with outcome and toll', async () => {
    const figure = await drawn('chronology', { incidents });
    const words = wordsIn(figure);
    const order = ['First', 'Second', 'Third'].map((title) => words.indexOf(title));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(words).toEqual(
      expect.arrayContaining([
        '3 or 5',
        'about 9',
        'foiled',
        'failed',
        'ongoing',
        'May–June 2023 · Old Town',
        '22 March 2024',
      ]),
    );
    expect(words).not.toContain('Undated');
    expect(figure.caption).toBe('2 of 3 dated incidents began in 2024; the deadliest: First (3 or 5 killed)');
    expect(figure.table?.rows).toHaveLength(4);
  });

  test('calls none the deadliest while the toll of one is not known', async () => {
    const [third, ...others] = incidents ?? [];
    const { killed: _, ...unknown } = third ?? { id: 'c', title: 'Third' };
    expect((await drawn('chronology', { incidents: [unknown, ...others] })).caption).toBe(
      '2 of 3 dated incidents began in 2024',
    );
  });

  test('needs more than two; an alternative text begins with a capital', async () => {
    const two = [
      { id: 'a', title: 'First', date: '2024-02~' },
      { id: 'b', title: 'Second', date: '2024-03' },
    ];
    expect(await figureOf('chronology', { incidents: two })).toBeUndefined();
    const three = [...two, { id: 'c', title: 'Third', date: '2024-04' }];
    const { alt, caption } = await drawn('chronology', { incidents: three });
    expect(caption).toBe('All 3 dated incidents began in 2024');
    expect(alt).toBe(
      'Incidents in order of time. About February 2024, First; March 2024, Second; April 2024, Third.',
    );
  });

  test('a toll of several incidents is marked in the row of each, and leaves the deadliest undetermined', async () => {
    const shared = (value: number) => [
      ...(incidents ?? []),
      {
        id: 'e',
        title: 'Fourth',
        date: '2024-04-01',
        killed: { reports: [{ value }], across: ['b'] },
      },
    ];
    const figure = await drawn('chronology', { incidents: shared(7) });
    expect(wordsIn(figure)).toContain('7 †');
    expect(wordsIn(figure).filter((word) => word === '†').length).toBe(2);
    expect(wordsIn(figure)).toContain('counted together with others');
    expect(wordsIn(await drawn('chronology', { incidents: incidents ?? [] })).join()).not.toContain('†');
    expect(figure.alt).toContain('7 killed, counted together with Second');
    expect(figure.table?.rows.flat()).toContain('7, counted together with Second');
    expect(figure.caption).not.toContain('deadliest');
    expect((await drawn('chronology', { incidents: shared(4) })).caption).toContain('the deadliest: First');
  });

  test('omits no incident up to the maximum for a page, and mentions those beyond', async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({
      id: `i${index}`,
      title: `Incident ${index}`,
      date: `2024-01-${String((index % 28) + 1).padStart(2, '0')}`,
      ...(index === 7 && { killed: { reports: [{ value: 40 }] } }),
    }));
    const few = await drawn('chronology', { incidents: many.slice(0, 12) });
    expect(few.caption).not.toContain('not shown');
    const figure = await drawn('chronology', { incidents: many });
    expect(wordsIn(figure)).toContain('Incident 7');
    const shown = wordsIn(figure).filter((text) => /^Incident \d/.test(text)).length;
    expect(figure.caption).toContain(`; ${shown} of 60 are shown`);
  });

  test('counts only those with a date', async () => {
    expect(await figureOf('chronology', { incidents: incidents.slice(1) })).toBeUndefined();
  });
});

describe('hypotheses', () => {
  const properties: Partial<Assessment> = {
    evidence: [
      { id: 'x', statement: 'A leaflet.' },
      { id: 'y', statement: 'A boat.' },
    ],
    hypotheses: [
      { id: 'h', statement: 'They did it' },
      { id: 'i', statement: 'Others did it' },
    ],
    matrix: [
      { evidence: 'x', ratings: { h: 'C', i: 'II' } },
      { evidence: 'y', ratings: { h: 'N', i: 'I' } },
    ],
  };

  test('shows every score as a number, and leaves the ratings to the table', async () => {
    const figure = await drawn('hypotheses', properties);
    expect(wordsIn(figure)).toEqual(expect.arrayContaining(['A', 'B', 'They did it', '0', '−3']));
    expect(wordsIn(figure)).not.toContain('A leaflet.');
    expect(figure.table?.rows).toContainEqual(['A leaflet.', 'C', 'II']);
    expect(figure.caption).toBe(
      'Hypothesis A is the least inconsistent with the evidence (0); hypothesis B is the most (−3)',
    );
  });

  test('shows that hypotheses tie', async () => {
    const matrix =
      properties.matrix?.map((row) => ({ ...row, ratings: { h: 'I' as const, i: 'I' as const } })) ?? [];
    expect((await drawn('hypotheses', { ...properties, matrix })).caption).toBe(
      'Hypotheses A and B tie as the least inconsistent with the evidence (−2)',
    );
  });

  test('needs two hypotheses and two items of evidence', async () => {
    expect(await figureOf('hypotheses', { ...properties, matrix: [] })).toBeUndefined();
    expect(
      await figureOf('hypotheses', { ...properties, matrix: properties.matrix?.slice(1) ?? [] }),
    ).toBeUndefined();
    expect(
      await figureOf('hypotheses', { ...properties, hypotheses: properties.hypotheses?.slice(1) ?? [] }),
    ).toBeUndefined();
  });
});

describe('quantity', () => {
  const incidents: Assessment['incidents'] = [
    { id: 'a', title: 'Agreed', killed: { reports: [{ value: 4 }, { value: 4 }] } },
    { id: 'b', title: 'Twice', killed: { reports: [{ value: 1 }, { value: 90 }] } },
    {
      id: 'c',
      title: 'Thrice',
      injured: {
        reports: [
          { value: 12, asOf: '2024-03-25', by: { name: 'Governor' } },
          { min: 3, max: 5, asOf: '2024-03-23' },
          { value: 8, qualifier: 'at-least', asOf: '2024-03-24' },
        ],
      },
    },
  ];

  test('chooses the count with the most different figures, and shows each report from the earliest', async () => {
    const figure = await drawn('quantity', { incidents });
    const words = wordsIn(figure);
    const order = ['3 to 5', 'at least 8', '12'].map((text) => words.indexOf(text));
    expect(order).not.toContain(-1);
    expect(words).toContain('Governor');
    expect(figure.table?.rows.map(([date]) => date)).toEqual([
      '23 March 2024',
      '24 March 2024',
      '25 March 2024',
    ]);
    expect(figure.caption).toBe('Thrice, injured: 3 reports give 3 to 12; the latest gives 12');
  });

  test('needs reports that differ', async () => {
    expect(await figureOf('quantity', { incidents: incidents.slice(0, 1) })).toBeUndefined();
  });
});

describe('trend', () => {
  const series = [
    { at: '2022', value: 3 },
    { at: '2021', value: 5 },
    { at: '2023~', value: 4 },
    { at: '..', value: 100 },
  ];
  const trends: Assessment['trends'] = [
    { id: 'short', subject: 'Short', direction: 'rising', series: series.slice(1) },
    {
      id: 'long',
      subject: 'River Front',
      measure: 'attacks',
      unit: 'attacks a year',
      direction: 'falling',
      series,
    },
  ];

  test('shows the longest series in order of time; an approximate date has an empty dot', async () => {
    const figure = await drawn('trend', { trends });
    expect(wordsIn(figure)).toEqual(
      expect.arrayContaining(['attacks a year', '2021', '2022', 'about 2023', '5', '3', '4']),
    );
    expect(count(figure.svg, /<circle [^>]*fill="#1f3a5f"/g)).toBe(2);
    expect(count(figure.svg, /<circle [^>]*fill="#ffffff"/g)).toBe(1);
    expect(figure.caption).toBe('River Front, attacks: down from 5 (2021) to 4 (about 2023)');
  });

  test('an axis with a grouped number has all of them grouped', async () => {
    const series = [3, 12_345, 7].map((value, index) => ({ at: String(2020 + index), value }));
    const high = { id: 't', subject: 'Fires', direction: 'fluctuating' as const, series };
    const words = wordsIn(await drawn('trend', { trends: [high] }));
    expect(words).toEqual(expect.arrayContaining(['0', '5,000', '10,000', '15,000']));
    expect(
      wordsIn(
        await drawn('trend', {
          trends: [{ ...high, series: series.map((one) => ({ ...one, value: one.value / 3 })) }],
        }),
      ),
    ).toContain('4000');
  });

  test('the line does not cross a break, which is named below', async () => {
    const [, long] = trends;
    if (!long) throw new Error('There are two trends.');
    const linesOf = (svg: string) => /<path d="(M[^"]*)"/.exec(svg)?.[1]?.match(/M/g)?.length;
    const whole = await drawn('trend', { trends: [long] });
    expect([linesOf(whole.svg), whole.source]).toEqual([1, undefined]);
    const broken = { ...long, breaks: [{ at: '2022', reason: 'Another count.' }] };
    const parted = await drawn('trend', { trends: [broken] });
    expect([linesOf(parted.svg), parted.source]).toEqual([2, 'Break in the series: 2022.']);
  });

  test('needs three values with a date', async () => {
    expect(await figureOf('trend', { trends: trends.slice(0, 1) })).toBeUndefined();
  });

  test('a series declared steady is not called a rise', async () => {
    const series = [1, 2, 2].map((value, index) => ({ at: String(2020 + index), value }));
    const steady = { id: 't', subject: 'Fires', direction: 'steady' as const, series };
    expect((await drawn('trend', { trends: [steady] })).caption).toBe('Fires: steady, between 1 and 2');
    const level = { ...steady, series: series.map(({ at }) => ({ at, value: 3 })) };
    expect((await drawn('trend', { trends: [level] })).caption).toBe(
      'Fires: unchanged from 3 (2020) to 3 (2022)',
    );
    // A few steady values have a low figure.
    const heightOf = ({ svg }: { readonly svg: string }) => Number(/ height="([\d.]+)"/.exec(svg)?.[1]);
    const rising = { ...steady, direction: 'rising' as const };
    expect(
      heightOf(await drawn('trend', { trends: [rising] })) -
        heightOf(await drawn('trend', { trends: [steady] })),
    ).toBe(110);
  });
});

describe('the description of a map', () => {
  const at = (name: string, longitude: number, latitude: number, country = 'Land') => ({
    id: name.toLowerCase().replace(/\W/g, '-'),
    title: `Fire in ${name}`,
    place: { name, country, coordinates: { longitude, latitude } },
  });

  test.each([
    ['Chukotka', [at('Anadyr', 177.5, 64.7), at('Uelen', -169.8, 66.2)], 'Anadyr', 'Uelen'],
    ['Fiji', [at('Vanua Balavu', -178.9, -17.2), at('Suva', 178.4, -18.1)], 'Suva', 'Vanua Balavu'],
    [
      'the world across the date line',
      [at('Anchorage', -149.9, 61.2), at('Suva', 178.4, -18.1), at('Hobart', 147.3, -42.9)],
      'Hobart',
      'Anchorage',
    ],
    ['the world', [at('Lima', -77, -12), at('Delhi', 77, 28.6), at('Paris', 2.3, 48.9)], 'Lima', 'Delhi'],
  ])('distinguishes west and east as drawn: %s', async (_, incidents, west, east) => {
    const { caption, svg } = await drawn('map', { incidents });
    expect(caption).toContain(`from ${west} in the west to ${east} in the east`);
    const words = textsIn(svg);
    const middle = (name: string) => {
      const found = words.find(({ text }) => text === name);
      return found ? (found.box.left + found.box.right) / 2 : Number.NaN;
    };
    expect(middle(west)).toBeLessThan(middle(east));
  });

  test.each([
    ['half of all', ['Lima', 'Lima', 'Cuzco', 'Ica'], '2 of 4 located incidents share one place: Lima'],
    ['fewer', ['Lima', 'Lima', 'Cuzco', 'Ica', 'Puno'], '5 incidents at 4 places, from '],
    ['two with as many', ['Lima', 'Lima', 'Cuzco', 'Cuzco'], '4 incidents at 2 places, from '],
  ])('names the place with most incidents if it is one place: %s', async (_, names, said) => {
    const towns = { Lima: [-77, -12], Cuzco: [-72, -13.5], Ica: [-75.7, -14.1], Puno: [-70, -15.8] } as const;
    const incidents = names.map((name, index) => {
      const [longitude, latitude] = towns[name as keyof typeof towns];
      return { ...at(name, longitude, latitude), id: `i-${index}` };
    });
    expect((await drawn('map', { incidents })).caption).toContain(said);
  });

  test('names no span between two places with the same name', async () => {
    const incidents = [at('Halden', 11.39, 59.12), { ...at('Halden', 7.1, 58.2), id: 'other' }];
    expect((await drawn('map', { incidents })).caption).toBe('2 incidents at 2 places');
  });

  test('names countries in full and in the language of the memo', async () => {
    const incidents = [at('Skopje', 21.4, 42), at('Bitola', 21.3, 41)];
    expect(wordsIn(await drawn('map', { incidents })).join(' ')).toContain('North Macedonia');
    const russian = wordsIn(await drawn('map', { incidents, language: 'ru' })).join(' ');
    expect(russian).toContain('Косово');
    expect(russian).not.toContain('Kosovo');
    const africa = [at('Mbabane', 31.1, -26.3), at('Maputo', 32.6, -25.9)];
    expect(wordsIn(await drawn('map', { incidents: africa }))).toContain('Eswatini');
  });

  test('mentions disputed dashed lines exactly if there are any', async () => {
    const { svg, source } = await drawn('map', {
      incidents: [at('Simferopol', 34.1, 44.95), at('Odesa', 30.7, 46.5)],
    });
    expect(source).toContain('Dashed: boundaries in dispute');
    expect(svg).toContain('stroke-dasharray="3 2"');
    const calm = await drawn('map', { incidents: [at('Bern', 7.4, 46.9), at('Geneva', 6.1, 46.2)] });
    expect(calm.source).not.toContain('Dashed');
    expect(calm.svg).not.toContain('dasharray');
  });

  test('shows some border or coast around an inland place', async () => {
    const { svg } = await drawn('map', {
      incidents: [at('Nashville', -86.78, 36.16), at('Memphis', -90.05, 35.15)],
    });
    // More points than the corners of the frame, along which an outline that is all beyond it runs.
    expect(svg.match(/<path[^>]*d="[^"]{200,}"/)).not.toBeNull();
  });

  test('is missing for a single place, however many incidents it has, and for places that one mark would show', async () => {
    const one = [at('Nashville', -86.78, 36.16), { ...at('Nashville', -86.78, 36.16), id: 'other' }];
    expect(await figureOf('map', { incidents: one.slice(0, 1) })).toBeUndefined();
    expect(await figureOf('map', { incidents: one })).toBeUndefined();
    const near = [at('Makhachkala', 47.5, 42.98), at('Kaspiisk', 47.64, 42.88)];
    expect(await figureOf('map', { incidents: near })).toBeUndefined();
    expect(await figureOf('map', { incidents: [...near, at('Derbent', 48.29, 42.06)] })).toBeDefined();
  });

  test('is missing for many places of one city, and otherwise counts the places without a name at their mark', async () => {
    const city = Array.from({ length: 12 }, (_, index) => at(`Street ${index}`, 47.5 + index / 5000, 42.98));
    expect(await figureOf('map', { incidents: city })).toBeUndefined();
    const words = wordsIn(await drawn('map', { incidents: [...city, at('Tbilisi', 44.8, 41.7)] }));
    expect(words.join(' ')).toContain('and 9 more places');
  });
});

describe('map', () => {
  const at = (name: string, latitude: number, longitude: number) => ({
    name,
    coordinates: { latitude, longitude },
  });
  const incidents: Assessment['incidents'] = [
    { id: 'a', title: 'A', place: at('Makhachkala', 42.98, 47.5) },
    { id: 'b', title: 'B', place: at('Makhachkala', 42.98, 47.5) },
    { id: 'c', title: 'C', place: at('Derbent', 42.06, 48.29) },
    { id: 'd', title: 'D', place: 'Somewhere' },
    { id: 'e', title: 'E', place: { ...at('Russia', 60, 100), country: 'Russia' } },
  ];

  test('shows each place once, counts its incidents, and names the countries around it', async () => {
    const figure = await drawn('map', { incidents });
    const words = wordsIn(figure);
    expect(words.filter((text) => text === 'Makhachkala')).toHaveLength(1);
    expect(words).toEqual(
      expect.arrayContaining(['Derbent', '2', 'Russia', 'Azerbaijan', 'Georgia', '200 km']),
    );
    expect(figure.caption).toBe(
      '2 of 3 located incidents share one place: Makhachkala; 2 more have no exact place',
    );
    expect(figure.table?.rows).toContainEqual(['Derbent', '42.06° N, 48.29° E', 'C']);
  });

  test('has the land on the correct side of the sea', async () => {
    const { svg } = await drawn('map', { incidents });
    const centre = (text: string) => {
      const found = textsIn(svg).find((shown) => shown.text === text)?.box;
      return ((found?.left ?? 0) + (found?.right ?? 0)) / 2;
    };
    expect(centre('Georgia')).toBeLessThan(centre('Makhachkala'));
  });

  test('names countries in the language of the memo', async () => {
    expect(wordsIn(await drawn('map', { incidents, language: 'ru' }))).toContain('Грузия');
  });

  test('gives overlapping places one mark that lists their incidents', async () => {
    const near: Assessment['incidents'] = [
      ...(incidents ?? []).slice(0, 2),
      { id: 'k', title: 'K', place: at('Kaspiisk', 42.88, 47.64) },
      { id: 'm', title: 'M', place: at('Moscow', 55.75, 37.62) },
    ];
    const words = wordsIn(await drawn('map', { incidents: near }));
    expect(words).toEqual(expect.arrayContaining(['Makhachkala (2)', 'Kaspiisk', '3', 'Moscow']));
  });

  test('needs a place with coordinates', async () => {
    expect(await figureOf('map', { incidents: incidents?.slice(3) ?? [] })).toBeUndefined();
  });
});

describe('scenarios', () => {
  const scenarios: Assessment['scenarios'] = [
    { id: 'a', title: 'War', likelihood: { term: 'unlikely' }, impact: 'severe' },
    { id: 'b', title: 'Peace', likelihood: { term: 'likely' }, impact: 'minor' },
    { id: 'c', title: 'Neither' },
  ];

  test('are in the row of their impact, at their band', async () => {
    const figure = await drawn('scenarios', { scenarios });
    const texts = textsIn(figure.svg);
    const top = (text: string) => texts.find((shown) => shown.text === text)?.box.top ?? 0;
    expect(Math.abs(top('War') - top('severe'))).toBeLessThan(20);
    expect(Math.abs(top('Peace') - top('minor'))).toBeLessThan(20);
    expect(top('War')).toBeLessThan(top('Peace'));
    expect(figure.caption).toBe(
      'The likeliest scenario is “Peace” (55–80 %), the gravest “War” (20–45 %); 1 more is not shown',
    );
    expect(figure.table?.rows).toHaveLength(3);
  });

  test('need two with likelihood and impact', async () => {
    expect(await figureOf('scenarios', { scenarios: scenarios?.slice(1) ?? [] })).toBeUndefined();
  });
});

test('hostile names are text', async () => {
  const title = '</text><script>alert("x")</script>&amp;';
  const incidents = ['2024-01', '2024-02', '2024-03'].map((date, index) => ({
    id: `i${index}`,
    title,
    date,
  }));
  const figure = await drawn('chronology', { incidents });
  expect(figure.svg).not.toContain('<script');
  expect(wordsIn(figure)).toContain(title);
});

test('a text with a fixed width keeps it in a viewer without the fonts', async () => {
  const { svg } = await drawn('scenarios', {
    scenarios: ['Left', 'Right'].map((title) => ({
      id: title.toLowerCase(),
      title,
      likelihood: { term: 'likely' },
      impact: 'major',
    })),
  });
  expect(count(svg, /<text /g)).toBe(count(svg, / textLength="[\d.]+" lengthAdjust="spacingAndGlyphs"/g));
});
