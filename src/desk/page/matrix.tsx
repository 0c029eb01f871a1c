import { useRef } from 'preact/hooks';
import { listedIn, useFile, valueIn } from './context.ts';
import { proseText } from './draft.tsx';
import { Search } from './references.tsx';
import { useSay } from './words/words.ts';

/** Ratings, from strongly consistent to strongly inconsistent (Heuer 1999, ch. 8). */
const RATINGS: readonly string[] = ['CC', 'C', 'N', 'I', 'II', 'NA'];

/** The rating after a key press: the same letter again makes it stronger. */
function rated(key: string, before: string | undefined): string | undefined {
  if (key === 'c') return before === 'C' ? 'CC' : 'C';
  if (key === 'i') return before === 'I' ? 'II' : 'I';
  if (key === 'n') return 'N';
  if (key === 'a') return 'NA';
  return undefined;
}

interface Row {
  readonly evidence: string;
  readonly ratings: Readonly<Record<string, string>>;
}

/** Evidence against hypotheses: a click moves a cell to the next rating, a letter sets it. */
export function Matrix() {
  const say = useSay();
  const { state, edit, choose } = useFile();
  const table = useRef<HTMLTableElement>(null);
  const listIn = (name: string) => {
    const list = valueIn(state.data, [name]);
    return Array.isArray(list) ? (list as readonly unknown[]) : [];
  };
  const hypotheses = listIn('hypotheses').map((each) => ({
    id: String(valueIn(each, ['id']) ?? ''),
    statement: proseText(valueIn(each, ['statement'])),
  }));
  const rows = listIn('matrix').map((each): Row => {
    const ratings = valueIn(each, ['ratings']);
    return {
      evidence: String(valueIn(each, ['evidence']) ?? ''),
      ratings: (typeof ratings === 'object' && ratings !== null ? ratings : {}) as Row['ratings'],
    };
  });
  const evidence = listedIn(state, 'evidence').map((item) => ({ ...item, collection: 'evidence' }));
  if (hypotheses.length === 0) {
    return (
      <p>
        {say('noHypotheses')}{' '}
        <button type="button" onClick={() => choose({ kind: 'new', collection: 'hypotheses' })}>
          {say('add')}
        </button>
      </p>
    );
  }
  const rate = (row: number, hypothesis: string, value: string) =>
    void edit({
      kind: 'set',
      item: { collection: 'matrix', id: `#${row}` },
      path: ['ratings', hypothesis],
      value,
    });
  const focus = (row: number, column: number) =>
    table.current?.querySelector<HTMLButtonElement>(`[data-cell="${row} ${column}"]`)?.focus();
  return (
    <div class="matrix">
      <p class="quiet">{say('matrixHelp')}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a landmark of the same name as the panel */}
      <div class="scroll" role="group" tabIndex={0} aria-label={say('matrix')}>
        <table ref={table}>
          <thead>
            <tr>
              <td />
              {hypotheses.map(({ id, statement }) => (
                <th key={id} scope="col" dir="auto" title={statement}>
                  {statement}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => {
              const item = evidence.find(({ id }) => id === row.evidence);
              const label = item?.label ?? row.evidence;
              return (
                <tr key={`${at} ${row.evidence}`}>
                  <th scope="row" dir="auto">
                    {item?.detail && <b class="grade">{item.detail}</b>} {label}
                  </th>
                  {hypotheses.map(({ id, statement }, column) => {
                    const rating = row.ratings[id];
                    const next = RATINGS[(RATINGS.indexOf(rating ?? '') + 1) % RATINGS.length] ?? 'N';
                    return (
                      <td key={id}>
                        <button
                          type="button"
                          class={`rating ${rating ?? 'none'}`}
                          data-cell={`${at} ${column}`}
                          aria-label={`${label} / ${statement}: ${rating ?? say('none')}`}
                          onClick={() => rate(at, id, next)}
                          onKeyDown={(event) => {
                            const made = rated(event.key.toLowerCase(), rating);
                            if (made) rate(at, id, made);
                            else if (event.key === 'ArrowUp') focus(at - 1, column);
                            else if (event.key === 'ArrowDown') focus(at + 1, column);
                            else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
                              const isRtl = document.documentElement.dir === 'rtl';
                              focus(at, column + ((event.key === 'ArrowRight') === isRtl ? -1 : 1));
                            } else return;
                            event.preventDefault();
                          }}
                        >
                          {rating ?? '·'}
                        </button>
                      </td>
                    );
                  })}
                  <td>
                    <button
                      type="button"
                      class="small"
                      aria-label={`${say('remove')}: ${label}`}
                      onClick={() =>
                        void edit({ kind: 'remove', item: { collection: 'matrix', id: `#${at}` }, path: [] })
                      }
                    >
                      ×
                    </button>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Search
        label={say('addRow')}
        prompt={say('search')}
        all={evidence.filter(({ id }) => !rows.some((row) => row.evidence === id))}
        pick={({ id }) =>
          void edit({ kind: 'add', collection: 'matrix', value: { evidence: id, ratings: {} } })
        }
      />
    </div>
  );
}
