import { expect, test } from 'vitest';
import { MachineFault, UsageFault } from '../../src/model/fault.ts';

test('a fault of the machine gives advice, and keeps its cause', () => {
  const cause = new Error('EACCES');
  const fault = new MachineFault('The folder cannot be written.', 'Choose another with --out.', { cause });
  expect(fault).toBeInstanceOf(Error);
  expect(fault).toMatchObject({
    name: 'MachineFault',
    message: 'The folder cannot be written.',
    help: 'Choose another with --out.',
    cause,
  });
});

test('a usage fault is recognised by its name', () => {
  expect(String(new UsageFault('There is no file `x.json`.'))).toBe('UsageFault: There is no file `x.json`.');
});
