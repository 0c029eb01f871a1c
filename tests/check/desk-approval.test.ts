import { expect, test } from 'vitest';
import { exampleInput } from '../../src/check/example-input.ts';
import { deskApproval } from '../../src/check/rules/desk-approval.ts';

const beforeFinal = {
  approvals: 2,
  roles: ['Head of desk'],
  approvers: [
    { name: 'N. Head', roles: ['Head of desk'] },
    { name: 'P. Peer', roles: ['Reviewer', 'Second reader'] },
    { name: 'A. Analyst' },
  ],
};

function found(assessment: object, desk: object = { beforeFinal }) {
  const input = exampleInput({
    assessment: { asOf: '2025-04-30', authors: [{ name: 'A. Analyst' }], status: 'final', ...assessment },
    desk,
  });
  return deskApproval.check(input).map(({ pointer, message }) => [pointer, message]);
}

const head = { by: 'N. Head', role: 'Head of desk', on: '2025-05-02' };
const peer = { by: 'P. Peer', role: 'Reviewer', on: '2025-05-01' };

test('two approvals are enough if the head of desk gave one', () => {
  expect(found({ approvals: [head, peer] })).toEqual([]);
  expect(found({ approvals: [head] })).toEqual([
    ['/status', '`final` needs 2 approvals at this desk; 1 counts.'],
  ]);
  expect(found({ approvals: [peer] }).map(([, message]) => message)).toEqual([
    '`final` needs 2 approvals at this desk; 1 counts.',
    '`final` needs an approval as `Head of desk` at this desk, and there is none.',
  ]);
});

test('roles without a number require those roles, a number without roles that many', () => {
  const roles = { beforeFinal: { roles: ['Head of desk'] } };
  expect(found({ approvals: [head] }, roles)).toEqual([]);
  expect(found({}, roles)).toEqual([
    ['/status', '`final` needs an approval as `Head of desk` at this desk, and there is none.'],
  ]);
  expect(found({}, { beforeFinal: { approvals: 1 } })).toEqual([
    ['/status', '`final` needs 1 approval at this desk; 0 count.'],
  ]);
});

test('nothing is required for a draft, or by a desk without requirements', () => {
  expect(found({ status: 'draft' })).toEqual([]);
  expect(found({}, {})).toEqual([]);
  expect(found({}, { bottomLineWords: 60 })).toEqual([]);
});

test('an approval that does not count is reported, in a draft too', () => {
  const approvals = [
    { by: 'A. Analyst', on: '2025-05-01' },
    { by: 'N. Haed', on: '2025-05-01' },
    { by: 'P. Peer', role: 'Head of desk', on: '2025-05-01' },
    { by: 'N. Head', on: '2025-05-01' },
    { by: 'N. Head', role: 'Head of desk', on: '2025-04-29' },
  ];
  const said = found({ status: 'review', approvals });
  expect(said.map(([pointer]) => pointer)).toEqual([
    '/approvals/0/by',
    '/approvals/1/by',
    '/approvals/2/role',
    '/approvals/3',
    '/approvals/4/by',
  ]);
  expect(found({ status: 'review', approvals: [{ ...head, on: '2025-04-29' }] })).toEqual([
    [
      '/approvals/0/on',
      '`N. Head` approved on 2025-04-29, before the information cut-off 2025-04-30: that was an earlier text.',
    ],
  ]);
  // A month is not before a day in it, and the day of the cut-off is no earlier text.
  for (const on of ['2025-04', '2025-04-30'])
    expect(found({ status: 'review', approvals: [{ ...head, on }] })).toEqual([]);
});

test('a desk that only requires a number accepts anybody but the authors', () => {
  const desk = { beforeFinal: { approvals: 1 } };
  expect(found({ approvals: [{ by: 'Somebody', on: '2025-05-01' }] }, desk)).toEqual([]);
  expect(found({ approvals: [{ by: 'A. Analyst', on: '2025-05-01' }] }, desk)).toHaveLength(2);
});

test('the help names at most twelve approvers; a similar role is suggested', () => {
  const approvers = [
    { name: 'N. Head', roles: ['Head of desk', 'Deputy'] },
    ...Array.from({ length: 12 }, (_, index) => ({ name: `P${index}` })),
  ];
  const helpOf = (approval: object, names = approvers) =>
    deskApproval
      .check(
        exampleInput({
          assessment: {
            asOf: '2025-04-30',
            status: 'review',
            approvals: [{ on: '2025-05-02', ...approval }],
          } as object,
          desk: { beforeFinal: { approvers: names } },
        }),
      )
      .map(({ message, help }) => `${message} ${help}`);
  expect(helpOf({ by: 'N. Haed' })).toEqual([
    '`N. Haed` is not among those who may approve at this desk. Did you mean `N. Head`?',
  ]);
  expect(helpOf({ by: 'Somebody Else' })).toEqual([
    '`Somebody Else` is not among those who may approve at this desk. There are `N. Head`, `P0`, `P1`, `P2`, `P3`, `P4`, `P5`, `P6`, `P7`, `P8`, `P9`, `P10` ….',
  ]);
  expect(helpOf({ by: 'Somebody Else' }, approvers.slice(0, 2))).toEqual([
    '`Somebody Else` is not among those who may approve at this desk. There are `N. Head`, `P0`.',
  ]);
  expect(helpOf({ by: 'N. Head' })).toEqual([
    '`N. Head` approves without a role; at this desk as `Head of desk`, `Deputy`. Write `"role": "Head of desk"`.',
  ]);
  expect(helpOf({ by: 'N. Head', role: 'Clerk' })).toEqual([
    '`N. Head` approves as `Clerk`; at this desk as `Head of desk`, `Deputy`. Write `"role": "Head of desk"`.',
  ]);
});
