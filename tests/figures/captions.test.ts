import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Figure, FigureKey } from '../../src/figures/figure.ts';
import type { Assessment } from '../../src/model/generated/types.ts';
import { sampled } from '../support/soak.ts';
import { drawn, figureOf, wordsIn } from './draw.ts';

/*
 * What a caption and an alternative text say is what is drawn: numbers and names in them are held against the marks of the
 * drawing, and against what was given, for generated data.
 */
const RUNS = sampled(12, 150);

/** Names that are no part of each other. */
const NAMES = Array.from(
  { length: 60 },
  (_, index) => `Q${'abcdefghij'.charAt(index / 6)}${'uvwxyz'.charAt(index % 6)}`,
);
const nameAt = (index: number) => NAMES[index] ?? '';

const count = (text: string, expression: RegExp) => [...text.matchAll(expression)].length;
/** A number that a text gives, by an expression with one group; 0 where it says nothing of the kind. */
const saidIn = (text: string, expression: RegExp) => Number(expression.exec(text)?.[1] ?? 0);
const namesIn = (text: string) => [...new Set(text.match(/\bQ[a-j][u-z]\b/g))].sort();
const namesDrawn = (figure: Figure) => namesIn(wordsIn(figure).join(' '));
const itemsOf = ({ alt }: Figure) => alt.replace(/^[^.]*\. /, '').split('; ');

async function everyFigure(
  key: FigureKey,
  data: fc.Arbitrary<Partial<Assessment>>,
  holds: (figure: Figure, data: Partial<Assessment>) => void,
): Promise<void> {
  let made = 0;
  await fc.assert(
    fc.asyncProperty(data, async (properties) => {
      if ((await figureOf(key, properties)) === undefined) return;
      made += 1;
      holds(await drawn(key, properties), properties);
    }),
    { numRuns: RUNS, seed: 14, endOnFailure: true },
  );
  expect(made).toBeGreaterThan(RUNS / 3);
}

const evidence = Array.from({ length: 9 }, (_, index) => ({
  id: `item-${index}`,
  statement: `Item ${index}.`,
  kind: 'report' as const,
  citations: [],
}));
const band = fc
  .constantFrom('unlikely', 'likely', 'very likely', 'almost certain')
  .map((term) => ({ term: term as 'likely' }));
const LEVELS = ['none', 'limited', 'moderate', 'extensive'] as const;

describe('caption and alternative text describe the drawing', () => {
  test('network: actors, relationships and omitted ones', async () => {
    const data = fc
      .tuple(
        fc.integer({ min: 3, max: 45 }),
        fc.array(fc.tuple(fc.nat(44), fc.nat(44), fc.boolean()), { minLength: 2, maxLength: 60 }),
      )
      .map(([size, pairs]) => ({
        actors: Array.from({ length: size }, (_, index) => ({ id: `actor-${index}`, name: nameAt(index) })),
        relationships: pairs.map(([from, to, sure], index) => ({
          id: `link-${index}`,
          from: `actor-${from % size}`,
          to: `actor-${to % size}`,
          type: 'supplies' as const,
          standing: sure ? ('asserted' as const) : ('alleged' as const),
        })),
      }));
    await everyFigure('network', data, (figure, { relationships = [] }) => {
      const links = relationships.filter(({ from, to }) => from !== to);
      const boxes = namesDrawn(figure).length;
      const arrows = count(figure.svg, /<path d="M[^"]*Z"/g);
      const { alt, caption } = figure;
      expect([saidIn(alt, /of (\d+) actors/), saidIn(alt, /and (\d+) relationships?\./)]).toEqual([
        boxes,
        arrows,
      ]);
      const actors = new Set(links.flatMap(({ from, to }) => [from, to])).size;
      for (const text of [alt, caption]) {
        expect(boxes + saidIn(text, /(\d+) actors? (?:is|are) left out/)).toBe(actors);
        expect(arrows + saidIn(text, /(\d+) relationships? stands? only/)).toBe(links.length);
      }
      // Whom it names is drawn, and nobody has more.
      const degrees = NAMES.map(
        (_, index) => links.filter(({ from, to }) => [from, to].includes(`actor-${index}`)).length,
      );
      const most = Math.max(...degrees);
      const hubs = namesIn(caption);
      expect(namesDrawn(figure)).toEqual(expect.arrayContaining(hubs));
      const first = NAMES.filter((_, index) => degrees[index] === most).sort();
      expect(hubs).toEqual(first.length > 3 ? [] : first);
      expect(saidIn(caption, /(?:^|with |than )(\d+)(?: of|;|$)/) || saidIn(caption, /than (\d+)/)).toBe(
        most,
      );
      expect(saidIn(caption, /(\d+) (?:is|are) alleged/)).toBe(
        links.filter(({ standing }) => standing === 'alleged').length,
      );
    });
  });

  test('chronology: incidents, omitted ones, the deadliest', async () => {
    const incident = fc.record({
      year: fc.integer({ min: 2019, max: 2024 }),
      killed: fc.option(fc.nat(9), { nil: undefined }),
    });
    const data = fc.array(incident, { minLength: 3, maxLength: 60 }).map((incidents) => ({
      incidents: incidents.map(({ year, killed }, index) => ({
        id: `fire-${index}`,
        title: nameAt(index),
        date: `${year}-03`,
        ...(killed !== undefined && { killed: { reports: [{ value: killed }] } }),
      })),
    }));
    await everyFigure('chronology', data, (figure, { incidents = [] }) => {
      const shown = namesDrawn(figure);
      const { alt, caption } = figure;
      expect(namesIn(alt)).toEqual(shown);
      const said = /(\d+) of (\d+) are shown/.exec(caption)?.slice(1).map(Number);
      if (shown.length < incidents.length) expect(said).toEqual([shown.length, incidents.length]);
      else expect(said).toBeUndefined();
      const years = incidents.map(({ date }) => String(date).slice(0, 4));
      for (const year of caption.match(/\b20[12]\d\b/g) ?? []) expect(years).toContain(year);
      const peak = /(\d+) of (\d+) dated incidents began in (?:each of )?(\d+)/.exec(caption);
      if (peak) {
        expect(Number(peak[2])).toBe(incidents.length);
        expect(Number(peak[1])).toBe(years.filter((year) => year === peak[3]).length);
      }
      const tolls = incidents.map(({ killed }) => killed?.reports[0]?.value ?? -1);
      const deadliest = incidents
        .filter((_, index) => tolls[index] === Math.max(...tolls))
        .map(({ title = '' }) => title);
      const named = namesIn(caption);
      expect(named.length === 0 || named.join() === deadliest.toSorted().join()).toBe(true);
      expect(shown).toEqual(expect.arrayContaining(named));
    });
  });

  test('map: places and incidents', async () => {
    const place = fc.tuple(fc.integer({ min: 36, max: 60 }), fc.integer({ min: 0, max: 60 }));
    const data = fc
      .tuple(
        fc.uniqueArray(place, { minLength: 1, maxLength: 7 }),
        fc.array(fc.nat(8), { minLength: 1, maxLength: 20 }),
      )
      .map(([places, at]) => ({
        incidents: at.map((index, number) => {
          const spot = places[index];
          return {
            id: `fire-${number}`,
            title: `Fire ${number}`,
            date: '2024',
            ...(spot && {
              place: { name: nameAt(index), coordinates: { latitude: spot[0], longitude: spot[1] } },
            }),
          };
        }),
      }));
    await everyFigure('map', data, (figure, { incidents = [] }) => {
      const located = incidents.flatMap(({ place }) => (typeof place === 'object' ? [place.name] : []));
      const { alt, caption } = figure;
      expect(namesIn(alt)).toEqual([...new Set(located)].sort());
      for (const item of itemsOf(figure)) {
        const name = namesIn(item)[0];
        expect(saidIn(item, /\((\d+) incidents\)/) || 1).toBe(located.filter((one) => one === name).length);
      }
      // Marks carry the number of their incidents; one without a number stands for one.
      const numbers = [...figure.svg.matchAll(/<circle /g)].map(() => 1);
      const written = wordsIn(figure)
        .filter((text) => /^\d+$/.test(text))
        .map(Number);
      expect(numbers.length - written.length + written.reduce((sum, one) => sum + one, 0)).toBe(
        located.length,
      );
      expect(saidIn(caption, /(\d+) more ha(?:s|ve) no exact place/)).toBe(incidents.length - located.length);
      const share = /(\d+) of (\d+) located incidents share one place: (\w+)/.exec(caption);
      if (share) {
        const sizes = [...new Set(located)]
          .map((name) => located.filter((one) => one === name).length)
          .toSorted((a, b) => b - a);
        expect([Number(share[1]), Number(share[2])]).toEqual([sizes[0], located.length]);
        expect(sizes[0]).toBeGreaterThan(sizes[1] ?? 0);
      }
      const reach = /(\d+) incidents? at (\d+) places/.exec(caption);
      if (reach)
        expect([Number(reach[1]), Number(reach[2])]).toEqual([located.length, new Set(located).size]);
    });
  });

  test('quantity: reports and omitted ones', async () => {
    const data = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 2, maxLength: 45 }).map((values) => ({
      incidents: [
        {
          id: 'fire',
          title: 'Fire',
          date: '2024',
          killed: {
            reports: values.map((value, index) => ({
              value,
              by: { name: nameAt(index) },
              asOf: `2024-0${1 + Math.floor(index / 28)}-${String(1 + (index % 28)).padStart(2, '0')}`,
            })),
          },
        },
      ],
    }));
    await everyFigure('quantity', data, (figure, { incidents = [] }) => {
      const values = incidents[0]?.killed?.reports.map(({ value }) => value ?? 0) ?? [];
      const circles = count(figure.svg, /<circle /g);
      expect(itemsOf(figure)).toHaveLength(circles);
      expect(namesIn(figure.alt)).toEqual(namesDrawn(figure));
      expect(circles + saidIn(figure.caption, /(\d+) more (?:is|are) not shown/)).toBe(values.length);
      expect(saidIn(figure.caption, /: (\d+) reports? give/)).toBe(values.length);
      expect(saidIn(figure.caption, /the latest gives (\d+)/)).toBe(values.at(-1));
      expect(figure.caption).toContain(`give ${Math.min(...values)} to ${Math.max(...values)};`);
    });
  });

  test('scenarios: bars, omitted ones, the likeliest and the gravest, and ties', async () => {
    const data = fc
      .array(
        fc.record({ likelihood: band, impact: fc.constantFrom('minor', 'moderate', 'major', 'severe') }),
        { minLength: 2, maxLength: 50 },
      )
      .map((scenarios) => ({
        scenarios: scenarios.map(({ likelihood, impact }, index) => ({
          id: `case-${index}`,
          title: nameAt(index),
          narrative: 'So it goes.',
          likelihood,
          impact: impact as 'major',
        })),
      }));
    const order = ['unlikely', 'likely', 'very likely', 'almost certain'];
    await everyFigure('scenarios', data, (figure, { scenarios = [] }) => {
      const bars = namesDrawn(figure);
      expect(namesIn(figure.alt)).toEqual(bars);
      expect(bars.length + saidIn(figure.caption, /(\d+) more (?:is|are) not shown/)).toBe(scenarios.length);
      const best = Math.max(...scenarios.map(({ likelihood }) => order.indexOf(likelihood?.term ?? '')));
      const worst = ['severe', 'major', 'moderate', 'minor'].find((one) =>
        scenarios.some(({ impact }) => impact === one),
      );
      const first = scenarios
        .filter(({ likelihood }) => order.indexOf(likelihood?.term ?? '') === best)
        .map(({ title }) => title);
      const grave = scenarios.filter(({ impact }) => impact === worst).map(({ title }) => title);
      expect(namesIn(figure.caption)).toEqual([...new Set([...first, ...grave])].sort());
    });
  });

  test('capabilities: actors, omitted ones, the highest level', async () => {
    const level = fc.constantFrom(...LEVELS.slice(1));
    const actor = fc.record({
      intent: level,
      planning: fc.option(level, { nil: undefined }),
      weapons: fc.option(level, { nil: undefined }),
    });
    const data = fc.array(actor, { minLength: 2, maxLength: 50 }).map((actors) => ({
      actors: actors.map(({ intent, planning, weapons }, index) => ({
        id: `actor-${index}`,
        name: nameAt(index),
        intent: { level: intent },
        capabilities: [
          ...(planning ? [{ dimension: 'planning' as const, level: planning }] : []),
          ...(weapons ? [{ dimension: 'weapons' as const, level: weapons }] : []),
        ],
      })),
    }));
    await everyFigure('capabilities', data, (figure, { actors = [] }) => {
      const shown = namesDrawn(figure);
      expect(namesIn(figure.alt)).toEqual(shown);
      expect(shown.length + saidIn(figure.caption, /(\d+) actors? (?:is|are) left out/)).toBe(actors.length);
      const named = namesIn(figure.caption);
      expect(shown).toEqual(expect.arrayContaining(named));
      const highest = (one: (typeof actors)[number]) =>
        Math.max(-1, ...(one.capabilities ?? []).map(({ level: own }) => LEVELS.indexOf(own as 'none')));
      const top = Math.max(...actors.map(highest));
      if (top < 0) return;
      const holders = actors.filter((one) => highest(one) === top);
      if (named.length > 0) {
        expect(named).toEqual(holders.map(({ name }) => name));
        const [only] = holders;
        for (const { dimension, level: own } of only?.capabilities ?? []) {
          expect(figure.caption.includes(String(dimension))).toBe(own === LEVELS[top]);
        }
      } else expect(saidIn(figure.caption, /reached by (\d+) of/)).toBe(holders.length);
    });
  });

  test('judgments and hypotheses: bars, numbers, letters', async () => {
    const judgments = fc
      .array(fc.record({ likelihood: band, sure: fc.boolean() }), { minLength: 3, maxLength: 16 })
      .map((all) => ({
        judgments: all.map(({ likelihood, sure }, index) => ({
          id: `judgment-${index}`,
          key: true,
          statement: `It is ${nameAt(index)}.`,
          likelihood,
          confidence: { level: sure ? ('high' as const) : ('low' as const), basis: 'So.' },
        })),
      }));
    await everyFigure('judgments', judgments, (figure, { judgments: all = [] }) => {
      expect(itemsOf(figure)).toHaveLength(all.length);
      expect(namesDrawn(figure)).toHaveLength(all.length);
      const likely = all.filter(({ likelihood }) => likelihood?.term !== 'unlikely').length;
      const [most, side] = likely * 2 >= all.length ? [likely, 'more'] : [all.length - likely, 'less'];
      expect(figure.caption).toMatch(
        new RegExp(`^${most} of ${all.length} key judgments (?:is|are) ${side} likely`),
      );
      const sure = all.filter(({ confidence }) => confidence?.level === 'high').length;
      expect(saidIn(figure.caption, /high in (\d+)/)).toBe(sure);
    });
    const hypotheses = fc
      .tuple(
        fc.integer({ min: 2, max: 6 }),
        fc.array(fc.array(fc.constantFrom('C', 'I', 'II', 'N'), { minLength: 6, maxLength: 6 }), {
          minLength: 2,
          maxLength: 9,
        }),
      )
      .map(([size, rows]) => ({
        evidence,
        hypotheses: Array.from({ length: size }, (_, index) => ({
          id: `case-${index}`,
          statement: `It was ${nameAt(index)}.`,
        })),
        matrix: rows.map((ratings, row) => ({
          evidence: `item-${row}`,
          ratings: Object.fromEntries(
            ratings.slice(0, size).map((rating, index) => [`case-${index}`, rating as 'C']),
          ),
        })),
      }));
    await everyFigure('hypotheses', hypotheses, (figure, { hypotheses: all = [], matrix = [] }) => {
      const items = itemsOf(figure);
      expect(items).toHaveLength(all.length);
      expect(namesDrawn(figure)).toEqual(namesIn(figure.alt));
      expect(saidIn(figure.alt, /with (\d+) items of evidence/)).toBe(matrix.length);
      const scores = items.map((item) => /(\S+?)\.?$/.exec(item)?.[1] ?? '');
      for (const score of scores) expect(wordsIn(figure)).toContain(score);
      const values = scores.map((score) => Math.abs(Number(score.replace('−', '-'))));
      const least = items
        .filter((_, index) => values[index] === Math.min(...values))
        .map((item) => item.charAt(0));
      expect(figure.caption).toMatch(new RegExp(`^Hypothes[ie]s ${least.join('.*')} (?:is|tie)`));
    });
  });

  test('trend: dots, first, last and highest', async () => {
    const data = fc.array(fc.nat(30), { minLength: 3, maxLength: 60 }).map((values) => ({
      trends: [
        {
          id: 'fires',
          subject: 'Fires',
          measure: 'fires',
          direction: 'unknown' as const,
          series: values.map((value, index) => ({ at: String(1950 + index), value })),
        },
      ],
    }));
    await everyFigure('trend', data, (figure, { trends = [] }) => {
      const values = trends[0]?.series?.map(({ value }) => value) ?? [];
      expect(itemsOf(figure)).toHaveLength(count(figure.svg, /<circle /g));
      const [first = 0, last = 0] = [values[0], values.at(-1)];
      const way = last > first ? 'up' : last < first ? 'down' : 'unchanged';
      expect(figure.caption).toContain(`${way} from ${first} (1950) to ${last} (${1949 + values.length})`);
      const top = Math.max(...values);
      const years = values.flatMap((value, index) => (value === top ? [String(1950 + index)] : []));
      const said = /a peak of (\d+)(?: \(([^)]*)\))?/.exec(figure.caption);
      expect(said === null).toBe(values[0] === top || values.at(-1) === top);
      if (said)
        expect([Number(said[1]), said[2]?.match(/\d{4}/g) ?? undefined]).toEqual([
          top,
          years.length > 3 ? undefined : years,
        ]);
    });
  });

  test('a trend is not called a rise or a fall across a break', async () => {
    const trendWith = (at: string) => ({
      trends: [
        {
          id: 'fires',
          subject: 'Fires',
          direction: 'unknown' as const,
          series: [9, 2, 3].map((value, index) => ({ at: String(2020 + index), value })),
          breaks: [{ at, reason: 'Attempts are counted no more.' }],
        },
      ],
    });
    const captionWith = async (at: string) => {
      let caption = '';
      await everyFigure('trend', fc.constant(trendWith(at)), (figure) => {
        caption = figure.caption;
      });
      return caption;
    };
    expect(await captionWith('2021')).toBe('By period: Fires');
    expect(await captionWith('2022')).toBe('By period: Fires');
    expect(await captionWith('2019')).toBe('Fires: down from 9 (2020) to 3 (2022)');
  });
});
