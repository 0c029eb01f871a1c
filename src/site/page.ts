import type { Element } from 'hast';
import { h, s } from 'hastscript';
import { htmlOf } from '../html/content.ts';
import { isList, type Row, type Value } from '../ledger/columns.ts';
import type { SiteData } from './data.ts';
import type { EntityKind } from './links.ts';
import { entityPage, judgmentPage, memoPage, pages } from './links.ts';
import type { SiteWords } from './words.ts';

/** A piece of a page. */
export type Part = Element | RawHtml | string;

/** HTML that the program has made: the body of a memo, a figure. */
export interface RawHtml {
  readonly type: 'raw';
  readonly value: string;
}
/** The content of a cell. */
export type Cell = Part | readonly Part[];

/** What all pages are made with. */
export interface PageContext {
  readonly data: SiteData;
  readonly words: SiteWords;
  /** The label of the release; absent if everything is shown. */
  readonly release: string | undefined;
}

export interface Page {
  /** Path from the root of the site. */
  readonly path: string;
  readonly title: string;
  readonly content: readonly Part[];
  /** Paths of style sheets and scripts in addition to those of all pages. */
  readonly styles?: readonly string[];
  readonly scripts?: readonly string[];
  /** Whether the content is the body of a memo, which is a `main` itself. */
  readonly isMemo?: boolean;
}

/**
 * Nothing outside of the site is loaded, and pages contain no inline scripts. Style attributes are those of
 * figures and of table columns.
 */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'";

/** What surrounds the content of pages. */
interface Frame {
  readonly metas: Part;
  readonly feed: Part;
  readonly header: Part;
  readonly footer: Part;
}

/** Writes whole pages. Addresses are relative, so that the site works from a folder and under any path. */
export class PageWriter {
  readonly #context: PageContext;
  /** By the way to the root, and the page itself if the navigation names it: thousands of pages share one. */
  readonly #frames = new Map<string, Frame>();

  constructor(context: PageContext) {
    this.#context = context;
  }

  html({ path, title, content, styles = [], scripts = [], isMemo = false }: Page): string {
    const { words } = this.#context;
    const up = upFrom(path);
    const frame = this.#frameOf(up, path);
    const head = [
      frame.metas,
      h('title', `${title} · ${words.text('site')}`),
      ...['site.css', ...styles].map((href) => h('link', { rel: 'stylesheet', href: up + href })),
      frame.feed,
      ...[...scripts, 'filter.js'].map((src) => h('script', { src: up + src, defer: true })),
    ];
    const tree = h('html', { lang: words.language, dir: words.direction }, [
      h('head', head),
      h('body', { dataShown: words.text('shown'), dataFilter: words.text('filter') }, [
        frame.header,
        h(isMemo ? 'div#content' : 'main#content', [...content]),
        frame.footer,
      ]),
    ]);
    return `<!doctype html>\n${htmlOf([tree])}\n`;
  }

  #frameOf(up: string, path: string): Frame {
    const key = up + (navigation.find((name) => pages[name] === path) ?? '');
    const known = this.#frames.get(key) ?? frameOf(up, path, this.#context);
    this.#frames.set(key, known);
    return known;
  }
}

const navigation = Object.keys(pages) as (keyof typeof pages)[];

function frameOf(up: string, path: string, { words, release, data }: PageContext): Frame {
  const entries = navigation.map((name) => {
    const ariaCurrent = pages[name] === path ? 'page' : undefined;
    return h('li', h('a', { href: up + pages[name], ariaCurrent }, words.text(name)));
  });
  return {
    metas: written(
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
    ),
    feed: written(
      h('link', {
        rel: 'alternate',
        type: 'application/atom+xml',
        href: `${up}feed.xml`,
        title: words.text('feed'),
      }),
    ),
    header: written(
      h('a.skip', { href: '#content' }, words.text('skip')),
      h('header.site', [h('nav', { ariaLabel: words.text('site') }, h('ul', entries))]),
    ),
    footer: written(
      h('footer.site', [
        h('p', [
          words.text('printed', { count: data.assessments.length }),
          '. ',
          words.text('asOf', { day: words.day(data.today) }),
          '. ',
          release === undefined ? '' : `${words.text('released', { level: release })} `,
          h('a', { href: `${up}feed.xml` }, words.text('feed')),
          ' · ',
          h('a', { href: `${up}data.json` }, words.text('data')),
        ]),
      ]),
    ),
  };
}

/** Elements written as HTML once, to stand in many pages. */
function written(...elements: Element[]): RawHtml {
  return { type: 'raw', value: htmlOf(elements) };
}

/** The path from a page to the root: `../` for each folder. */
export function upFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}

/** A table with a row of heads. Long ones can be filtered where scripts run. */
export function dataTable(
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  words: SiteWords,
): Part {
  if (rows.length === 0) return h('p', words.text('nothing'));
  return h('div.table', { tabIndex: 0, role: 'group', ariaLabel: heads[0] }, [
    h('table', { dataFilter: rows.length > 10 ? '' : undefined }, [
      h(
        'thead',
        h(
          'tr',
          heads.map((head) => h('th', { scope: 'col' }, head)),
        ),
      ),
      h(
        'tbody',
        rows.map((cells) =>
          h(
            'tr',
            cells.map((cell, index) =>
              index === 0
                ? h('th', { scope: 'row' }, partsOf(cell))
                : h('td', { dataLabel: heads[index] }, partsOf(cell)),
            ),
          ),
        ),
      ),
    ]),
  ]);
}

function partsOf(cell: Cell): Part[] {
  return typeof cell === 'string' || 'type' in cell ? [cell] : [...cell];
}

/** Facts by name; those without a value are left out. */
export function factList(facts: readonly (readonly [name: string, value: Cell | undefined])[]): Part {
  const given = facts.filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
  );
  return h(
    'dl.facts',
    given.flatMap(([name, value]) => [h('dt', name), h('dd', partsOf(value ?? ''))]),
  );
}

/** Likelihood with its band, and a bar that shows it from 0 to 100. */
export function likelihoodCell(row: Row, words: SiteWords): Part {
  const [low, high] = [row.value('low'), row.value('high')];
  if (typeof low !== 'number' || typeof high !== 'number') return '';
  const term = words.term('term', row.value('likelihood'));
  const text = [term, `${low}–${high}\u00a0%`].filter((part) => part !== '').join(', ');
  const bar = s('svg.band', { viewBox: '0 0 100 6', width: 100, height: 6, ariaHidden: 'true' }, [
    s('rect.scale', { width: 100, height: 6 }),
    s('rect', { x: low, width: Math.max(2, high - low), height: 6 }),
  ]);
  return h('span.likelihood', [text, ' ', bar]);
}

export function stateText(row: Row, state: Value, words: SiteWords): string {
  if (state === 'resolved') {
    return `${words.text('resolved')}: ${words.text(row.value('outcome') === true ? 'came' : 'cameNot')}`;
  }
  return words.text(state === 'overdue' ? 'overdue' : 'open');
}

/** Text in the language of the memo that it comes from. */
export function quoted(text: Value, row: Pick<Row, 'edition'>): Part {
  const language = String(row.edition.language ?? 'en');
  return text === undefined || text === '' ? '' : h('span', { lang: language, dir: 'auto' }, String(text));
}

/** Links between pages, as seen from one of them. */
export class Linker {
  readonly #up: string;
  readonly #data: SiteData;

  constructor(path: string, data: SiteData) {
    this.#up = upFrom(path);
    this.#data = data;
  }

  to(path: string, content: Cell): Part {
    return h('a', { href: this.#up + path }, partsOf(content));
  }

  memo({ edition }: Pick<Row, 'edition'>): Part {
    return this.to(memoPage(edition.assessment), quoted(edition.title, { edition }));
  }

  judgment(row: Row): Part {
    return this.to(judgmentPage(row), quoted(row.value('statement'), row));
  }

  /** Links to actors, incidents or sources named in a row; one without a page is shown by its id. */
  entities(kind: EntityKind, row: Row, ids: Value): Part[] {
    const list = isList(ids) ? ids : [];
    return list.flatMap((id, index): Part[] => {
      const key = this.#data.keyFor(kind, String(row.edition.assessment), id);
      const link =
        key === undefined ? id : this.to(entityPage(kind, key), quoted(this.#data.name(kind, key), row));
      return index === 0 ? [link] : ['; ', link];
    });
  }
}
