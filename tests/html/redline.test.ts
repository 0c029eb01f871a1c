import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finishedRedlineOf, plainWords, readingOf, redlineOf } from './redline.ts';

const sentence = fc
  .array(
    fc.constantFrom(
      'attacks',
      'continue',
      'near',
      'the',
      'border',
      '**very**',
      'likely',
      '*no*',
      '143',
      'a-b',
    ),
    {
      minLength: 1,
      maxLength: 9,
    },
  )
  .map((words) => `It ${words.join(' ')}.`);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((sentences) => sentences.join('\n'));
const list = fc
  .tuple(fc.constantFrom('-', '1.'), fc.array(sentence, { minLength: 1, maxLength: 4 }))
  .map(([mark, texts]) => texts.map((text) => `${mark} ${text}`).join('\n'));
const table = fc
  .array(fc.tuple(sentence, sentence), { minLength: 1, maxLength: 4 })
  .map((rows) =>
    ['| Place | Account |', '| :-- | :-- |', ...rows.map(([a, b]) => `| ${a} | ${b} |`)].join('\n'),
  );
const heading = fc.constantFrom('## Outlook', '## Sources', '### Signs', '## What happened');
const block = fc.oneof(
  paragraph,
  list,
  table,
  heading,
  sentence.map((text) => `> ${text}`),
);
/** Two texts with much in common. */
const editions = fc
  .array(block, { minLength: 1, maxLength: 8 })
  .chain((pool) =>
    fc.tuple(fc.shuffledSubarray(pool), fc.shuffledSubarray(pool), fc.array(block, { maxLength: 3 })),
  )
  .map(([old, kept, fresh]) => [old.join('\n\n'), [...kept, ...fresh].join('\n\n')] as const);

describe('a redline', () => {
  it('reads as the newer memo without deletions, and as the older one without insertions', () => {
    fc.assert(
      fc.property(editions, ([before, after]) => {
        const html = redlineOf(before, after);
        expect(readingOf(html, 'after')).toEqual(plainWords(after));
        // What moved stands in its new place only.
        expect(readingOf(html, 'before').toSorted()).toEqual(plainWords(before).toSorted());
      }),
    );
  });

  it('marks nothing if nothing changed', () => {
    fc.assert(
      fc.property(editions, ([text]) => {
        expect(redlineOf(text, text)).not.toMatch(/<(?:ins|del)\b|change-label|class="[^"]*changed/);
      }),
    );
  });

  it('marks words in their sentence and the block beside them', () => {
    expect(redlineOf('Attacks are likely. They go on.', 'Attacks are very unlikely. They go on.')).toBe(
      '<header><p class="changed">Attacks are <del>likely</del><ins>very unlikely</ins>. They go on.</p></header>',
    );
  });

  it('keeps emphasis of both editions, each word in one mark', () => {
    expect(redlineOf('It is **likely (55–80 %)** now.', 'It is **very likely (80–95 %)** now.')).toContain(
      '<strong><ins>very</ins><ins class="gap"> </ins>likely (',
    );
  });

  it('labels whole blocks, and removes deleted headings from the outline', () => {
    const html = redlineOf(
      '## One\n\nText of one.\n\n## Two\n\nOther words entirely.',
      '## One\n\nText of one.',
    );
    expect(html).toContain(
      '<section class="removed"><p class="gone-h2"><span class="change-label">Removed</span> <del>Two</del></p>',
    );
    expect(html).not.toContain('id="section-two"');
  });

  it('labels a moved block as moved, and does not delete it at its old place', () => {
    const [a, b] = ['The first paragraph has these words.', 'A second one says something else.'];
    const html = redlineOf(`${a}\n\n${b}\n\nEnd.`, `${b}\n\n${a}\n\nEnd.`);
    expect(html.match(/change-label">Moved/g)).toHaveLength(1);
    expect(html).not.toMatch(/<(?:ins|del)\b/);
  });

  it('does not treat a heading that was added between as a change of the following blocks', () => {
    const table = '| Place | Toll |\n| :-- | :-- |\n| Kaluga is here | 2 |';
    const caption = '<!-- role: caption -->\n\nThe tolls';
    const html = redlineOf(
      `## A\n\nText.\n\n${caption}\n\n${table}`,
      `## A\n\nText.\n\n## New\n\n${caption}\n\n${table}`,
    );
    expect(html).toContain('<ins>New</ins>');
    expect(html).not.toMatch(/<del\b|<td[^>]*><ins/);
  });
});

describe('tables', () => {
  const head = '| No. | Place | Toll |\n| --: | :-- | --: |\n';

  it('match rows by their first cell with content; row numbers are not changes', () => {
    const html = redlineOf(`${head}| 1 | Beslan | 334 |\n| 2 | Kaluga | 2 |`, `${head}| 1 | Kaluga | 9 |`);
    expect(html).toContain('<span class="old-number">old 1</span>');
    expect(html).toContain('<del>2</del><ins>9</ins>');
    expect(html).not.toContain('<ins>1</ins>');
  });

  it('keep removed and added columns beside those that stayed', () => {
    const html = redlineOf(
      '| Place | Killed | Hurt |\n| :-- | :-- | :-- |\n| Kaluga | 2 | 7 |',
      '| Place | Hurt | Source |\n| :-- | :-- | :-- |\n| Kaluga | 7 | Agency |',
    );
    const cells = [...html.matchAll(/<t[hd]\b[^>]*>(.*?)<\/t[hd]>/g)].map(([, inside]) => inside);
    expect(cells).toEqual([
      ...['Place', '<del>Killed</del>', 'Hurt', '<ins>Source</ins>'],
      ...['Kaluga', '<del>2</del>', '7', '<ins>Agency</ins>'],
    ]);
  });
});

describe('notes', () => {
  const notes = (...lines: readonly string[]) => lines.map((line) => `[^${line}`).join('\n');

  it('are compared by their content: other numbers are not changes', () => {
    const before = `Old.[^a] Kept.[^b]\n\n${notes('a]: About a.', 'b]: About b.')}`;
    const after = `Kept.[^b]\n\n${notes('b]: About b.')}`;
    const html = redlineOf(before, after);
    expect(html).toContain('Kept.<sup><a href="#note-fn-b" id="note-fnref-b"');
    expect(html).toContain('<span class="change-label">Removed (old 1)</span> <del>About a.</del>');
    expect(html).not.toMatch(/<ins\b(?! class="gap")/);
  });

  it('keep commas between references right in both editions', () => {
    const all = notes('a]: A.', 'b]: B.', 'c]: C.');
    const html = redlineOf(`Text.[^a][^b]\n\n${all}`, `Text.[^a][^c]\n\n${all}`);
    const inText = /Text\.(.*?)<\/p>/.exec(html)?.[1] ?? '';
    expect(readingOf(inText, 'after')).toEqual(['1,2']);
    expect(readingOf(inText, 'before')).toEqual(['1,old', '2']);
  });

  it('are closed up after the comparison: common ones as ranges, added and removed ones marked, removed ones last', () => {
    const all = notes('a]: A.', 'b]: B.', 'c]: C.', 'd]: D.', 'e]: E.', 'f]: F.');
    const html = finishedRedlineOf(
      `First.[^f] Same.[^a][^b][^c] Text.[^a][^b][^c][^d]\n\n${all}`,
      `First.[^f] Same.[^a][^b][^c] Text.[^e][^a][^c][^d]\n\n${all}`,
    );
    const inText = (/First\.(.*?)<\/p>/.exec(html)?.[1] ?? '').replace(/<(?!\/?(?:ins|del))[^>]*>/g, '');
    expect(inText).toBe('1 Same.2–4 Text.2, 4<ins>, </ins><ins>5</ins>, 6<del>, </del><del>3</del>');
  });

  it('leave no repeated id and no broken link', () => {
    const before = `One.[^a] Two.[^b] Three.[^a]\n\n${notes('a]: A.', 'b]: B.')}`;
    const html = redlineOf(before, `Two.[^b]\n\n${notes('b]: B.')}`);
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of html.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
  });
});

describe('numbers of the memo’s own parts', () => {
  const numberings = [
    {
      pattern: /judgments?\s+\d+(?: and \d+)*/gu,
      before: new Map([
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
      ]),
      after: new Map([
        [1, 'a'],
        [2, 'c'],
      ]),
    },
  ];

  it('are not changes if they refer to the same thing', () => {
    const html = redlineOf('Rests on judgments 1 and 3.', 'Rests on judgments 1 and 2.', { numberings });
    expect(html).toBe('<header><p>Rests on judgments 1 and 2.</p></header>');
  });

  it('are changes if they refer to something else', () => {
    const html = redlineOf('Rests on judgment 2.', 'Rests on judgment 2.', { numberings });
    expect(html).toContain('<del>2</del><ins>2</ins>');
  });
});

describe('strangers’ text', () => {
  it('cannot add a mark, class or markup from an edition', () => {
    const html = redlineOf(
      'Plain words that stay as they are in both.',
      'Plain words that stay as they are in both. <ins>forged</ins> <del class="removed">gone</del> ~~struck~~ <script>alert(1)</script> <b onclick="x">b</b>',
    );
    expect(html).not.toMatch(/<script|onclick|<b>|class="removed"/);
    expect(html).toContain('<s>struck</s>');
    expect(html.match(/<ins\b[^>]*>/g)?.length).toBe(html.match(/<\/ins>/g)?.length);
    expect(html).not.toContain('<del');
  });

  it('reports figures only as changed', () => {
    const picture = '<!-- role: caption -->\n\nTolls\n\n![tolls](f.svg)';
    const figure = (d: string) => new Map([['f.svg', `<svg viewBox="0 0 1 1"><path d="${d}"/></svg>`]]);
    const [before, after] = [
      { markdown: picture, figures: figure('M0 0') },
      { markdown: picture, figures: figure('M1 1') },
    ];
    const html = redlineOf('', '', { before, after });
    expect(html).toContain('<span class="change-label">Figure changed</span>');
    expect(html).toContain('M1 1');
    expect(html).not.toContain('M0 0');
    expect(redlineOf('', '', { before, after: before })).not.toContain('Figure changed');
  });
});
