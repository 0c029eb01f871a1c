import { useId, useState } from 'preact/hooks';
import { useFile } from './context.ts';
import { useDraft } from './draft.tsx';
import { useSay } from './words/words.ts';

interface LikelihoodProps {
  readonly label: string;
  readonly value: unknown;
  readonly set: (value: unknown) => void;
}

/** A likelihood on the file's scale, from the least to the most likely; or as a range in per cent. */
export function Likelihood({ label, value, set }: LikelihoodProps) {
  const say = useSay();
  const { scale } = useFile().state;
  const name = useId();
  const { term, range } = (value ?? {}) as { readonly term?: unknown; readonly range?: unknown };
  const [isRange, setIsRange] = useState(Array.isArray(range));
  const band = scale.bands.find(({ terms }) => terms.includes(String(term)));
  return (
    <div class="likelihood-scale">
      {isRange ? (
        <Range range={Array.isArray(range) ? range : []} set={set} />
      ) : (
        <>
          <div class="segments" role="radiogroup" aria-label={label}>
            {scale.bands.map(({ terms, low, high }) => {
              const isChosen = band?.terms[0] === terms[0];
              return (
                <label key={terms[0]} class={isChosen ? 'chosen' : ''} lang="en" dir="ltr">
                  <input
                    type="radio"
                    name={name}
                    checked={isChosen}
                    onChange={() => set({ term: terms[0] })}
                  />
                  {isChosen ? String(term) : terms[0]}
                  <small>{`${low}–${high} %`}</small>
                </label>
              );
            })}
          </div>
          {band && band.terms.length > 1 && (
            <span class="row quiet">
              {band.terms.map((each) => (
                <button
                  key={each}
                  type="button"
                  class="small"
                  lang="en"
                  aria-pressed={each === term}
                  onClick={() => set({ term: each })}
                >
                  {each}
                </button>
              ))}
            </span>
          )}
        </>
      )}
      <button type="button" class="small quiet" onClick={() => setIsRange(!isRange)}>
        {say(isRange ? 'asTerm' : 'asRange')}
      </button>
    </div>
  );
}

function Range({
  range,
  set,
}: {
  readonly range: readonly unknown[];
  readonly set: (value: unknown) => void;
}) {
  const say = useSay();
  const [low = '', high = ''] = range.map((end) =>
    typeof end === 'number' ? String(Math.round(end * 100)) : '',
  );
  const put = (from: string, to: string) => {
    const ends = [from, to].map((text) => Number(text) / 100);
    if (from !== '' && to !== '' && ends.every((end) => end >= 0 && end <= 1)) set({ range: ends });
  };
  const lower = useDraft(low, (text) => put(text, high === '' ? text : high));
  const upper = useDraft(high, (text) => put(low === '' ? text : low, text));
  return (
    <span class="row">
      <input {...lower} type="number" min="0" max="100" aria-label={say('from')} placeholder={say('from')} />
      <input {...upper} type="number" min="0" max="100" aria-label={say('to')} placeholder={say('to')} />
    </span>
  );
}
