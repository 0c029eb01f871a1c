import { tmpdir } from 'node:os';
import { afterAll, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type AssessmentHistory, history } from '../../src/history/history.ts';
import { historySvg } from '../../src/history/history-svg.ts';
import { nodeEffects } from '../../src/project/node-effects.ts';
import { readHistory } from '../../src/verify/carried-history.ts';
import { allEditions, firstEdition, laterEditions, withFirst } from '../support/editions.ts';
import { Repository } from '../support/repository.ts';

const open: Repository[] = [];
afterAll(() => {
  for (const repository of open) repository[Symbol.dispose]();
});

function repository(): Repository {
  const made = new Repository();
  open.push(made);
  return made;
}

const written = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

/** The test history; halfway the file gets another name. */
const past = repository();
for (const [index, { text }] of allEditions().entries()) {
  if (index === 9) past.move('assessments/fires.json', 'assessments/line-fires.json');
  past.write(index < 9 ? 'assessments/fires.json' : 'assessments/line-fires.json', text);
  past.commit(`Edition ${index}`);
}

const trackOf = ({ judgments }: AssessmentHistory, id: string) =>
  judgments.find((judgment) => judgment.id === id)?.states ?? [];

/** Each state that differs from the one before, with its number. */
const stepsOf = (states: readonly unknown[]) =>
  states.flatMap((state, index) =>
    JSON.stringify(state) === JSON.stringify(states[index - 1]) ? [] : [[index, state] as const],
  );

describe('the history of an assessment', () => {
  test('has a state for each commit that changed its content, through a rename of the file', async () => {
    const { history: found, skipped } = await history('line-fires', past.effects());
    const saying =
      laterEditions.filter(({ changes }) => changes.some((change) => !change.includes('order-changed')))
        .length + 1;
    expect(saying).toBeGreaterThanOrEqual(13);
    expect(found.states).toHaveLength(saying);
    expect(skipped).toEqual([]);
    expect(found.states[0]).toEqual({
      commit: past.git('rev-list', '--max-parents=0', 'HEAD'),
      committed: '2025-01-02T00:00:00+00:00',
      edition: 1,
      asOf: '2025-04-30',
      published: null,
    });
    expect(found.states.at(-1)).toMatchObject({ edition: 3, asOf: '2025-06-30' });
  });

  test('follows each judgment, also under another id, until it is withdrawn', async () => {
    const { history: found } = await history('line-fires', past.effects());
    const band = (term: string, low: number, high: number) => ({ term, low, high, approximate: false });
    expect(stepsOf(trackOf(found, 'fires-continue'))).toEqual([
      [0, { likelihood: band('likely', 55, 80), confidence: 'moderate' }],
      [1, { likelihood: band('very likely', 80, 95), confidence: 'moderate' }],
      [14, { likelihood: band('likely', 55, 80), confidence: 'moderate' }],
    ]);
    expect(stepsOf(trackOf(found, 'work-for-hire'))).toEqual([
      [0, { likelihood: band('roughly even chance', 45, 55), confidence: 'low' }],
      [2, { likelihood: band('very unlikely', 10, 15), confidence: 'high' }],
    ]);
    expect(trackOf(found, 'hired-hands')).toEqual([]);
    expect(stepsOf(trackOf(found, 'guards-help'))[1]?.[0]).toBe(3);
    const withdrawn = trackOf(found, 'no-deaths');
    expect(withdrawn.indexOf(null)).toBe(4);
    expect(withdrawn.slice(4).every((state) => state === null)).toBe(true);
  });

  test('ends the line of a judgment where its id is used for another, which begins one', async () => {
    const place = repository();
    const [ports, budget] = [
      'Smugglers will bring drones through the southern ports.',
      'The parliament passes a budget for border guards.',
    ];
    const version = (...judgments: readonly (readonly [id: string, statement: string, term: string])[]) => {
      const list = judgments.map(([id, statement, term]) => ({ id, statement, likelihood: { term } }));
      place.write('assessments/fires.json', written({ ...firstEdition, judgments: list }));
      place.commit('A version');
    };
    const strike = ['k', 'Railway unions call off their strike.', 'likely'] as const;
    version(strike, ['j', ports, 'likely']);
    version(strike, ['j', ports, 'very likely']);
    version(strike, ['j', budget, 'unlikely']);
    version(strike);
    version(strike, ['j', budget, 'likely']);
    version(strike);
    version(strike, ['j', ports, 'unlikely']);
    version(['j', 'Railway unions call off their strike.', 'likely'], ['m', ports, 'unlikely']);
    const { history: found } = await history('fires', place.effects());
    expect(
      found.judgments.map(({ id, statement, states }) => [
        id,
        statement,
        states.map((state) => state?.likelihood?.term ?? null),
      ]),
    ).toEqual([
      ['j', strike[1], ['likely', 'likely', 'likely', 'likely', 'likely', 'likely', 'likely', 'likely']],
      ['m', ports, [null, null, null, null, null, null, 'unlikely', 'unlikely']],
      ['j', ports, ['likely', 'very likely', null, null, null, null, null, null]],
      ['j', budget, [null, null, 'unlikely', null, 'likely', null, null, null]],
    ]);
  });

  test('follows each level of capability and intent', async () => {
    const { history: found } = await history('line-fires', past.effects());
    expect(found.levels.map(({ name, dimension, states }) => [name, dimension, stepsOf(states)])).toEqual([
      [
        'The crew',
        'planning',
        [
          [0, 'limited'],
          [8, 'substantial'],
        ],
      ],
      [
        'The paymaster',
        'intent',
        [
          [0, 'moderate'],
          [8, 'limited'],
        ],
      ],
    ]);
  });

  test('continues through a change of format, and a new name with a new text', async () => {
    const own = repository();
    const text = (title: string) => ({ ...firstEdition, title });
    const asYaml = (value: object) => stringify(value);
    own.write('assessments/fires.json', written(text('One')));
    own.commit('json');
    own.write('assessments/fires.json', written(text('Two')));
    own.commit('json again');
    own.remove('assessments/fires.json');
    own.write('assessments/fires.yaml', asYaml(text('Three')));
    own.commit('yaml');
    own.remove('assessments/fires.yaml');
    own.write('assessments/blazes.json', written(text('Four')));
    own.write('assessments/other.json', written({ ...firstEdition, id: 'other' }));
    own.commit('json by another name, beside a new one');
    const { history: found, skipped } = await history('assessments/blazes.json', own.effects());
    expect(skipped).toEqual([]);
    expect(found.states).toHaveLength(4);
    expect(found.title).toBe('Four');
  });

  test('does not continue into another assessment that was removed when this one was added', async () => {
    const own = repository();
    own.write('assessments/floods.yaml', stringify({ ...firstEdition, id: 'floods' }));
    own.commit('one');
    own.remove('assessments/floods.yaml');
    own.write('assessments/fires.json', written({ ...firstEdition, id: 'fires' }));
    own.commit('two');
    const { history: found } = await history('fires', own.effects());
    expect(found.states).toHaveLength(1);
  });

  test('ends with uncommitted changes, and skips unreadable revisions', async () => {
    const own = repository();
    own.write('assessments/fires.json', written(firstEdition));
    own.commit('one');
    own.write('assessments/fires.json', '{');
    const bad = own.commit('two');
    own.write('assessments/fires.json', written({ ...firstEdition, asOf: '2025-06-30' }));
    const { history: found, skipped } = await history('assessments/fires.json', own.effects());
    expect(found.states.map(({ commit, asOf }) => [commit?.length ?? null, asOf])).toEqual([
      [40, '2025-04-30'],
      [null, '2025-06-30'],
    ]);
    expect(skipped.map(({ where }) => where)).toEqual([`${bad.slice(0, 10)}:assessments/fires.json`]);
  });

  test('dates merged changes by the merge', async () => {
    const own = repository();
    own.write('assessments/fires.json', written(firstEdition));
    own.commit('one');
    own.git('checkout', '--quiet', '-b', 'topic');
    own.write('assessments/fires.json', written(withFirst({ likelihood: { term: 'unlikely' } })));
    own.commit('two');
    own.write('assessments/fires.json', written(withFirst({ likelihood: { term: 'very likely' } })));
    own.commit('three');
    own.git('checkout', '--quiet', 'main');
    own.write('README.md', 'Something else.');
    own.commit('four');
    own.git('merge', '--quiet', '--no-ff', '--message=five', 'topic');
    const { history: found } = await history('fires', own.effects());
    expect(trackOf(found, 'fires-continue').map((state) => state?.likelihood?.term)).toEqual([
      'likely',
      'very likely',
    ]);
  });

  test('is refused for a file without commits and for one outside git', async () => {
    const own = repository();
    own.write('assessments/fires.json', written(firstEdition));
    expect((await history('fires', own.effects())).history.states.map(({ commit }) => commit)).toEqual([
      null,
    ]);
    own.write('.git/objects/info/alternates', `${tmpdir()}\n`);
    await expect(history('fires', nodeEffects(own.folder, own.folder))).rejects.toThrow(
      /^The git repository of this folder is not read: \.git\/objects\/info\/alternates leads out of it, .* `git repack -a -d`/,
    );
    own.remove('.git');
    await expect(history('fires', own.effects())).rejects.toThrow('This folder is in no git repository');
    await expect(history('fire', own.effects())).rejects.toThrow('Did you mean fires?');
  });
});

describe('the figure of a history', () => {
  test('has the editions by their cut-off, and every judgment of the last one', async () => {
    const report = await history('line-fires', past.effects());
    const svg = (await historySvg(report, past.effects())) ?? '';
    expect(svg).toMatch(
      /The likelihoods of 2 of 3 judgments changed between 30\sApril\s2025 and 30\sJune\s2025/,
    );
    expect(svg).toContain('Judgment 1: ');
    expect(svg).not.toMatch(/NaN|undefined/);
    expect(await historySvg(report, past.effects())).toBe(svg);
  });

  test('is the same before and after a commit', async () => {
    const own = repository();
    own.write('assessments/fires.json', written(firstEdition));
    own.commit('one');
    const second = {
      ...withFirst({ likelihood: { term: 'unlikely' } }),
      edition: { number: 2 },
      asOf: '2025-06-30',
    };
    own.write('assessments/fires.json', written(second));
    const before = await historySvg(await history('fires', own.effects()), own.effects());
    own.commit('two');
    const after = await historySvg(await history('fires', own.effects()), own.effects());
    expect(before).toBeDefined();
    expect(after).toBe(before);
    // A correction of the same edition takes the place of what it corrects.
    own.write('assessments/fires.json', written({ ...second, subtitle: 'Corrected' }));
    own.commit('three');
    expect(await historySvg(await history('fires', own.effects()), own.effects())).toBe(before);
  });

  test('is missing with one edition', async () => {
    const own = repository();
    own.write('assessments/fires.json', written(firstEdition));
    own.commit('one');
    expect(await historySvg(await history('fires', own.effects()), own.effects())).toBeUndefined();
  });
});

describe('the history attached to a PDF', () => {
  test('is read as written', async () => {
    const { history: found } = await history('line-fires', past.effects());
    const carried = { ...found, levels: [] };
    expect(readHistory(JSON.stringify(carried))).toEqual(carried);
  });

  test.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['nothing', 'null'],
    ['no states', '{"id":"a","title":"A","judgments":[]}'],
    [
      'a date that is none',
      '{"id":"a","title":"A","judgments":[],"states":[{"commit":null,"committed":null,"edition":null,"published":null,"asOf":"soon"}]}',
    ],
    [
      'a term that is none',
      '{"id":"a","title":"A","states":[],"judgments":[{"id":"j","statement":"J","states":[{"confidence":null,"likelihood":{"term":"constructor","low":1,"high":2,"approximate":false}}]}]}',
    ],
    [
      'more than 100 percent',
      '{"id":"a","title":"A","states":[],"judgments":[{"id":"j","statement":"J","states":[{"confidence":null,"likelihood":{"term":null,"low":1,"high":1e9,"approximate":false}}]}]}',
    ],
    [
      'states of another number',
      '{"id":"a","title":"A","states":[],"judgments":[{"id":"j","statement":"J","states":[null]}]}',
    ],
  ])('is rejected with %s', (_, text) => {
    expect(readHistory(text)).toBeUndefined();
  });
});
