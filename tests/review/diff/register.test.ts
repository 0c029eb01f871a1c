import { afterAll, describe, expect, test } from 'vitest';
import { diffText } from '../../../src/cli/print/diff.ts';
import { plainColors } from '../../../src/cli/print/terminal.ts';
import type { Register } from '../../../src/model/generated/types.ts';
import { diff } from '../../../src/review/diff/diff.ts';
import { diffMarkdown } from '../../../src/review/diff/diff-markdown.ts';
import { reportTally } from '../../../src/review/diff/report-tally.ts';
import { firstEdition } from '../../support/editions.ts';
import { Repository } from '../../support/repository.ts';

const open: Repository[] = [];
afterAll(() => {
  for (const repository of open) repository[Symbol.dispose]();
});

const written = (value: object) => `${JSON.stringify(value, null, 2)}\n`;

const first: Register = {
  actors: [
    { id: 'crew', name: 'The crew', type: 'armed-group' },
    { id: 'ghosts', name: 'The ghosts', type: 'armed-group' },
  ],
  incidents: [{ id: 'blast', title: 'Blast at Norham', date: '2024-03', place: 'norham' }],
  places: [{ id: 'norham', name: 'Norham', country: 'United Kingdom' }],
};

/** A folder at one commit with the register, and one assessment that refers to the crew. */
function folder(): Repository {
  const own = new Repository();
  open.push(own);
  own.write('assessments/fires.json', written({ ...firstEdition, actors: [{ ref: 'crew' }] }));
  own.write('assessments/register.json', written(first));
  own.commit('one');
  return own;
}

async function described(register: Register, fresh?: string) {
  const own = folder();
  own.write('assessments/register.json', written(register));
  const report = await diff(
    { old: 'HEAD', ...(fresh !== undefined && { fresh }), assessments: [] },
    own.effects(),
  );
  return { report, texts: report.register?.changes.map(({ summary }) => summary) ?? [] };
}

const [crew, ghosts] = first.actors ?? [];
if (!crew || !ghosts) throw new Error('The register above has two actors.');

describe('changes in the register itself', () => {
  test('nothing', async () => {
    const { report, texts } = await described(first);
    expect(texts).toEqual([]);
    expect(reportTally(report)).toBe('No change in content');
  });
  test('an entry without references was added; one with references was removed', async () => {
    const { report, texts } = await described({
      ...first,
      actors: [ghosts],
      places: [...(first.places ?? []), { id: 'wick', name: 'Wick' }],
    });
    expect(texts.toSorted()).toEqual([
      'Actor removed: The crew; 1 assessment still refers to it',
      'Place added: Wick; nothing refers to it yet',
    ]);
    expect(reportTally(report)).toBe('2 changes in the register');
  });
  test('an id was changed without the assessments', async () => {
    const { texts } = await described({ ...first, actors: [{ ...crew, id: 'gang' }, ghosts] });
    expect(texts).toEqual(['Actor “The crew”: id crew → gang; 1 assessment still names crew']);
  });
  test('an id was changed that only the register uses: its own references follow', async () => {
    const { texts } = await described({
      ...first,
      incidents: [{ id: 'blast', title: 'Blast at Norham', date: '2024-03', place: 'norham-town' }],
      places: [{ id: 'norham-town', name: 'Norham', country: 'United Kingdom' }],
    });
    expect(texts).toEqual(['Place “Norham”: id norham → norham-town']);
  });
  test('an entry without references changed; one with references is described there, once', async () => {
    const { report, texts } = await described({
      ...first,
      actors: [
        { ...crew, name: 'The gang' },
        { ...ghosts, name: 'The spirits' },
      ],
    });
    expect(texts).toEqual(['Actor “The spirits”: name The ghosts → The spirits']);
    expect(report.compared.flatMap((one) => one.diff.changes.map(({ summary }) => summary))).toEqual([
      'Actor (register) “The gang”: name The crew → The gang',
    ]);
    expect(reportTally(report)).toBe('1 change in 1 assessment; 1 change in the register');
  });
  test('selected by name: all of the register, and nothing else', async () => {
    const { report, texts } = await described(
      { ...first, actors: [{ ...crew, name: 'The gang' }, ghosts] },
      'assessments/register.json',
    );
    expect(texts).toEqual(['Actor “The gang”: name The crew → The gang']);
    expect(report.compared).toEqual([]);
    const [change] = report.register?.changes ?? [];
    expect(change && report.register?.spotsOf(change).before).toMatchObject({
      file: 'HEAD:assessments/register.json',
      line: 5,
    });
  });
  test('a register can be compared only with a register', async () => {
    const own = folder();
    await expect(
      diff(
        { old: 'assessments/register.json', fresh: 'assessments/fires.json', assessments: [] },
        own.effects(),
      ),
    ).rejects.toThrow('Compare a register with a register.');
  });
  test('are printed without a request for reasons, which a register cannot give', async () => {
    const { report } = await described({
      ...first,
      places: [...(first.places ?? []), { id: 'wick', name: 'Wick' }],
    });
    expect(diffText(report, 80, plainColors)).toBe(
      [
        'Register',
        '  + Place added: Wick; nothing refers to it yet',
        '    → assessments/register.json:28:5',
        '',
        '1 change in the register.',
        '',
      ].join('\n'),
    );
    expect(diffMarkdown(report)).toContain(
      '<summary><b>Register</b>: 1 change</summary>\n\n- \\+ Place added: Wick; nothing refers to it yet<br>`assessments/register.json:28:5`',
    );
  });
});

describe('unreadable files are not compared', () => {
  test('if nothing could be compared, the result does not say that nothing changed', async () => {
    const own = folder();
    own.write('assessments/fires.json', '{');
    const report = await diff({ old: 'HEAD', assessments: [] }, own.effects());
    expect(reportTally(report)).toBe('Not compared: assessments/fires.json');
  });
  test('the others did not change, or did', async () => {
    const own = folder();
    own.write('assessments/floods.json', written({ ...firstEdition, id: 'floods' }));
    own.commit('two');
    own.write('assessments/fires.json', '{');
    own.write('assessments/floods.json', JSON.stringify({ ...firstEdition, id: 'floods' }));
    const same = await diff({ old: 'HEAD', assessments: [] }, own.effects());
    expect(reportTally(same)).toBe('No change in what was compared; not compared: assessments/fires.json');
    own.write('assessments/floods.json', written({ ...firstEdition, id: 'floods', title: 'Floods' }));
    const other = await diff({ old: 'HEAD', assessments: [] }, own.effects());
    expect(reportTally(other)).toBe('1 change in 1 assessment; not compared: assessments/fires.json');
    // Some programs take a line of a log that begins with `::` for a command.
    const named = other.findings.map((finding) => ({ ...finding, file: 'a\n::error::b.json' }));
    expect(reportTally({ ...other, findings: named })).toBe(
      '1 change in 1 assessment; not compared: a\\n::error::b.json',
    );
  });
});
