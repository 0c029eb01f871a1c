import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import {
  clippedNumbers,
  gluedJudgments,
  headingsAtTheFoot,
  holes,
  lostAtTheSide,
  notesAgainstFigures,
  overlaps,
  smallType,
  stubs,
  superscriptStrings,
  titleSize,
  whiteEnds,
} from '../pdf/page-faults.ts';
import { layoutOf, type PageLayout } from '../pdf/page-layout.ts';
import { extremeAssessments } from '../support/extreme-assessments.ts';
import { root, run } from './run.ts';
import { shippedBuild } from './shipped-build.ts';

interface Printed {
  readonly form: string;
  readonly pages: readonly PageLayout[];
  /** What is printed, in Markdown. */
  readonly markdown: string;
  /** Those before the annex. */
  readonly brief: readonly PageLayout[];
  readonly annex: readonly PageLayout[];
  /** Of parts and of tables. */
  readonly headings: readonly string[];
}

/** Size of the title by form, in points: with another one, the page was shrunk to fit something. */
const TITLES: Readonly<Record<string, number>> = { 'incident-brief': 19, 'one-pager': 18 };
const TITLE = 23;

/** A rotated table takes a whole page, with white space before and after it. */
const TURNED = ['wide-table'];

/** The first section of an annex, behind its heading and its contents. */
const FIRST_SECTION = 2;

/** Assessments of other forms, of which the form that fits on two pages is made. */
const OTHERS = [
  'moscow-terrorist-act-2024',
  'isis-moscow-2024',
  'russia-internal-threats-2024',
  // Its list of sources parts over a page.
  'eagle-s-2024',
];

const shipped = (await readdir(join(root, 'assessments'))).filter((name) => !/^register\./.test(name));

describe('on every page of every shipped assessment and of the extremes', () => {
  const memos = new Map<string, Printed>();

  async function read(path: string): Promise<void> {
    const markdown = await readFile(path.replace(/\.pdf$/, '.md'), 'utf8');
    const { pages, headings } = await layoutOf(await readFile(path));
    const annex = headings.find(({ title }) => /^Annexe?$/.test(title))?.page ?? pages.length + 1;
    memos.set(basename(path), {
      // A memo in another form than its own says so in its name.
      form: /\.([a-z-]+)\.pdf$/.exec(path)?.[1] ?? /^form: "(.*)"$/m.exec(markdown)?.[1] ?? '',
      pages,
      markdown,
      brief: pages.slice(0, annex - 1),
      annex: pages.slice(annex - 1),
      headings: [
        ...headings.map(({ title }) => title),
        ...Array.from(markdown.matchAll(/^<!-- role: caption -->\n\n(.*)\n\n\|/gm), ([, words = '']) =>
          words.replace(/[*\\]/g, ''),
        ),
      ],
    });
  }

  beforeAll(async () => {
    const built = await shippedBuild();
    for (const name of shipped) await read(join(built, 'out', name.replace(/\.\w+$/, '.pdf')));
    const folder = join(inject('runFolder'), 'extremes');
    for (const [name, text] of Object.entries(extremeAssessments())) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    // Two figures before a short table, which is kept whole.
    await cp(
      join(root, 'tests/fixtures/memos/french/assessment.json'),
      join(folder, 'assessments/french.json'),
    );
    const { code, err } = await run(['build'], folder);
    expect(code, err).toBe(0);
    // The form that has to fit on two pages, whatever it is made of.
    await cp(join(root, 'assessments'), join(folder, 'assessments'), { recursive: true });
    expect((await run(['build', '--form', 'incident-brief', ...OTHERS], folder)).code).toBe(0);
    // A heading with a figure that waits and a table that is kept whole.
    expect((await run(['build', '--form', 'event-report', 'dagestan-attacks-2016'], folder)).code).toBe(0);
    for (const name of await readdir(join(folder, 'out'))) {
      if (name.endsWith('.pdf')) await read(join(folder, 'out', name));
    }
    await rm(folder, { recursive: true });
  }, 300_000);

  /** What a check finds, with the memo it is in. */
  function faults(check: (printed: Printed) => readonly string[]): string[] {
    expect(memos.size).toBeGreaterThan(shipped.length + 15);
    return [...memos].flatMap(([name, printed]) => check(printed).map((fault) => `${name}, ${fault}`));
  }

  test('no type is smaller than 8 points', () => {
    expect(faults(({ pages }) => smallType(pages))).toEqual([]);
  });

  test('no text is in the margin, and no column is lost', () => {
    expect(faults(({ pages }) => lostAtTheSide(pages))).toEqual([]);
  });

  test('no page is shrunk', () => {
    const sizes = faults(({ form, pages }) =>
      Math.abs(titleSize(pages) - (TITLES[form] ?? TITLE)) < 0.05 ? [] : [`${form}: ${titleSize(pages)} pt`],
    );
    expect(sizes).toEqual([]);
  });

  test('no more than a quarter of a page is white within a brief or its annex', () => {
    const found = faults(({ brief, annex }) => [...holes(brief), ...holes(annex)]);
    expect(found.filter((fault) => !TURNED.some((id) => fault.startsWith(id)))).toEqual([]);
  });

  test('a section of an annex that is nothing but a figure is the first, or the form lets it wait as a whole', () => {
    let alone = 0;
    const found = faults(({ form, markdown }) => {
      const [, annex = ''] = markdown.split(/^<!-- role: annex -->$/m);
      // The first is the heading of the annex with its contents.
      return annex.split(/^## /m).flatMap((section, index) => {
        const [title = '', ...lines] = section.split('\n').filter((line) => line.trim() !== '');
        const isFigure =
          /^!\[/.test(lines[2] ?? '') && lines.slice(3).every((line) => /^<!--|^Base map/.test(line));
        if (!isFigure) return [];
        alone += 1;
        return form === 'incident-brief' || index === FIRST_SECTION ? [] : [`${title} is section ${index}`];
      });
    });
    expect(found).toEqual([]);
    expect(alone).toBeGreaterThan(5);
  });

  test('recommendations do not leave the first of them alone on its page', () => {
    let seen = 0;
    const found = faults(({ brief, markdown }) => {
      const count = markdown.match(/^\| \d+ \| \*\*.*\|$/gm)?.length ?? 0;
      return brief.flatMap(({ number, texts }) => {
        const head = texts.findIndex(({ text }) => text === 'By when');
        if (head === -1 || count < 3) return [];
        const numbers = texts.slice(head).filter(({ text, left }) => /^\d{1,2}$/.test(text) && left < 110);
        if (numbers[0]?.text !== '1') return [];
        seen += 1;
        return numbers[1]?.text === '2' ? [] : [`page ${number}`];
      });
    });
    expect(found).toEqual([]);
    expect(seen).toBeGreaterThan(2);
  });

  test('no brief ends on a page with a few lines', () => {
    expect(faults(({ brief }) => stubs(brief))).toEqual([]);
  });

  test('no brief of a shipped assessment ends on a page that is mostly white while its annex has figures', () => {
    const white = faults(({ brief }) => whiteEnds(brief));
    expect(
      white.filter((fault) => shipped.some((name) => fault.startsWith(name.replace(/\.\w+$/, '')))),
    ).toEqual([]);
  });

  test('no number of a list hangs in the margin', () => {
    expect(faults(({ pages }) => clippedNumbers(pages))).toEqual([]);
  });

  test('evidence listed by question has its note numbers, in both columns', () => {
    const listed = [...memos.values()].filter(({ form }) => form === 'explainer');
    expect(listed.length).toBeGreaterThan(0);
    for (const { markdown, annex } of listed) {
      const items = markdown.match(/^- \[\^[^\]]+\] /gm) ?? [];
      const numbers = annex.flatMap(({ texts }) =>
        texts.filter(({ text, size }) => /^\d{1,3}$/.test(text) && Math.abs(size - 8) < 0.05),
      );
      expect(numbers.length).toBeGreaterThanOrEqual(items.length);
    }
  });

  test('at most three note numbers are in one place, sorted and closed up, none next to a figure', () => {
    expect(faults(({ pages }) => superscriptStrings(pages))).toEqual([]);
    expect(faults(({ pages }) => notesAgainstFigures(pages))).toEqual([]);
  });

  test('texts do not overlap', () => {
    expect(faults(({ pages }) => overlaps(pages))).toEqual([]);
  });

  test('judgments are separated by space', () => {
    expect(faults(({ pages }) => gluedJudgments(pages))).toEqual([]);
  });

  test('no heading or caption is alone at the foot of a page', () => {
    expect(faults(({ pages, headings }) => headingsAtTheFoot(pages, headings))).toEqual([]);
  });

  test('each sign that a scenario of an incident brief names is listed once, by its number', () => {
    const found = faults(({ form, markdown }) => {
      if (form !== 'incident-brief') return [];
      const listed = Array.from(markdown.matchAll(/^- \*\*(\d+)\.\*\* /gm), ([, number]) => number);
      const named = Array.from(
        markdown.matchAll(/ Signs: ([\d, and]+)\.$/gm),
        ([, all = '']) => all.match(/\d+/g) ?? [],
      );
      return named.flat().flatMap((number) => {
        const times = listed.filter((other) => other === number).length;
        return times === 1 ? [] : [`sign ${number} is listed ${times} times`];
      });
    });
    expect(found).toEqual([]);
  });

  test('an incident brief counts the indicators and recommendations it shows, and its annex has the rest', () => {
    const items = (markdown: string, heading: string) =>
      [...markdown.matchAll(new RegExp(`^## ${heading}.*\n\n<!--.*\n\n((?:- .*\n)+)`, 'gm'))].map(
        ([, list = '']) => list.split('\n').length - 1,
      );
    let counted = 0;
    const found = faults(({ form, markdown }) => {
      if (form !== 'incident-brief') return [];
      const headings = markdown.matchAll(
        /^## (Indicators to watch|Recommendations|Implications) \((\d+) of (\d+), the rest in the annex\)$/gm,
      );
      return Array.from(headings, ([, heading = '', shown, total]) => {
        const [here, there] = items(markdown, heading);
        counted += 1;
        const isRight = here === Number(shown) && Number(here) + Number(there) === Number(total);
        return isRight ? [] : [`${heading}: ${shown} of ${total}, but ${here} and ${there}`];
      }).flat();
    });
    expect(found).toEqual([]);
    expect(counted).toBeGreaterThan(3);
  });

  test('the annex of an incident brief says where it has key judgments too', () => {
    const caption = (id: string) =>
      /## Further judgments\n\n.*\n\n(.*)/.exec(memos.get(`${id}.incident-brief.pdf`)?.markdown ?? '')?.[1];
    expect(caption('isis-moscow-2024')).toBe('The other key judgments, and all further ones');
    expect(caption('russia-internal-threats-2024')).toBe('Judgments beside the key ones');
  });

  test('a brief has at most six pages, that of an incident two', () => {
    const long = faults(({ form, brief }) =>
      brief.length <= (form === 'incident-brief' ? 2 : 6) ? [] : [`${brief.length} pages`],
    );
    expect(long).toEqual([]);
  });
});
