import { useEffect, useState } from 'preact/hooks';
import type { LedgerAnswer, QueryOptionShown } from '../protocol.ts';
import { addressOfItem } from './address.ts';
import { ask } from './server.ts';
import { useLabel, useSay } from './words/words.ts';

/** The tables of the ledger, named like the collections they are made from. */
const TABLES = [
  'judgments',
  'sources',
  'evidence',
  'actors',
  'incidents',
  'gaps',
  'indicators',
  'recommendations',
] as const;

/** Milliseconds without typing before the ledger is queried. */
const PAUSE = 250;

/** The ledger of the project's assessments: a query, and the matching rows. */
export function Ledger() {
  const say = useSay();
  const label = useLabel();
  const [of, setOf] = useState<string>('judgments');
  const [query, setQuery] = useState('');
  const [answer, setAnswer] = useState<LedgerAnswer>();
  const [options, setOptions] = useState<readonly QueryOptionShown[]>([]);
  useEffect(() => {
    let isOver = false;
    const timer = setTimeout(() => {
      const question = { of, query };
      void ask<LedgerAnswer>('ledger', question).then((answered) => isOver || setAnswer(answered));
      void ask<readonly QueryOptionShown[]>('ledger-complete', question).then(
        (found) => isOver || setOptions(found),
      );
    }, PAUSE);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [of, query]);
  return (
    <div class="ledger">
      <div class="row">
        <select
          aria-label={say('table')}
          value={of}
          onChange={({ currentTarget }) => setOf(currentTarget.value)}
        >
          {TABLES.map((table) => (
            <option key={table} value={table}>
              {label(capital(table))}
            </option>
          ))}
        </select>
        <input
          type="search"
          class="grow"
          dir="ltr"
          list="ledger-options"
          aria-label={say('query')}
          placeholder="overdue or (actor:iskp and confidence>=moderate)"
          value={query}
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        />
        <datalist id="ledger-options">
          {options.map((option) => (
            <option key={option.query} value={option.query}>
              {option.about}
            </option>
          ))}
        </datalist>
        <span class="quiet" role="status">
          {answer ? say('found', { n: answer.count }) : ''}
        </span>
      </div>
      {answer?.hint !== undefined && (
        <pre class="warning" lang="en" dir="ltr">
          {answer.hint}
        </pre>
      )}
      {answer && answer.missing.length > 0 && (
        <p class="quiet">{say('notInLedger', { names: answer.missing.join(', ') })}</p>
      )}
      {answer && answer.rows.length > 0 && <Rows answer={answer} of={of} />}
    </div>
  );
}

function Rows({ answer, of }: { readonly answer: LedgerAnswer; readonly of: string }) {
  return (
    <table>
      <thead>
        <tr>
          {answer.columns.map((name) => (
            <th key={name} scope="col" lang="en">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {answer.rows.map(({ cells, file, id }, index) => (
          <tr key={`${index} ${file} ${id}`}>
            {cells.map((cell, at) =>
              at === 0 ? (
                <th key="0" scope="row">
                  <a href={addressOfItem(file, of, id)} dir="auto">
                    {cell}
                  </a>
                </th>
              ) : (
                <td key={answer.columns[at]} dir="auto">
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
