import { useState } from 'preact/hooks';
import type { HeadState, ShownFinding } from '../protocol.ts';
import { Comments } from './comments.tsx';
import { useFile } from './context.ts';
import { Findings } from './findings.tsx';
import { Ledger } from './ledger.tsx';
import { useSay } from './words/words.ts';

interface PanelProps {
  /** Name of the file. */
  readonly name: string;
  readonly head: HeadState | undefined;
  readonly goTo: (pointer: string) => void;
  readonly resolve: (finding: ShownFinding, how: 'fix' | 'except') => void;
}

type Tab = 'findings' | 'head' | 'comments' | 'ledger';

/** The bottom panel: findings and their rules, changes since HEAD, comments, and what other assessments say. */
export function BottomPanel({ name, head, goTo, resolve }: PanelProps) {
  const say = useSay();
  const { state } = useFile();
  const [tab, setTab] = useState<Tab>('findings');
  const open = state.comments.filter(({ resolved }) => !resolved).length;
  const tabs: readonly { readonly id: Tab; readonly label: string }[] = [
    { id: 'findings', label: say('findingsCount', { n: state.findings.length }) },
    { id: 'head', label: say('sinceHead') },
    { id: 'comments', label: say('commentsCount', { n: open }) },
    { id: 'ledger', label: say('ledger') },
  ];
  return (
    <section class="bottom" aria-label={say('bottom')}>
      <div role="tablist" class="tabs">
        {tabs.map(({ id, label }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={tab === id}
            aria-controls={`panel-${id}`}
            tabIndex={tab === id ? 0 : -1}
            onClick={() => setTab(id)}
            onKeyDown={({ key }) => {
              if (key !== 'ArrowLeft' && key !== 'ArrowRight') return;
              const isRightToLeft = document.documentElement.dir === 'rtl';
              const step = (key === 'ArrowRight') === isRightToLeft ? tabs.length - 1 : 1;
              const other = tabs[(tabs.findIndex((each) => each.id === id) + step) % tabs.length]?.id ?? id;
              setTab(other);
              document.getElementById(`tab-${other}`)?.focus();
            }}
          >
            {label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`} tabIndex={0} class="panel">
        {tab === 'findings' && <Findings findings={state.findings} goTo={goTo} resolve={resolve} />}
        {tab === 'head' && <Changes head={head} goTo={goTo} />}
        {tab === 'comments' && <Comments name={name} goTo={goTo} />}
        {tab === 'ledger' && <Ledger />}
      </div>
    </section>
  );
}

function Changes({
  head,
  goTo,
}: {
  readonly head: HeadState | undefined;
  readonly goTo: (pointer: string) => void;
}) {
  const say = useSay();
  if (!head) return <p class="quiet">{say('noHead')}</p>;
  if (head.changes.length === 0) return <p class="quiet">{say('nothingChanged')}</p>;
  return (
    <ul lang="en" dir="ltr">
      {head.changes.map(({ summary, pointer }, index) => (
        <li key={`${index} ${summary}`}>
          {pointer === undefined ? (
            summary
          ) : (
            <button type="button" class="link" onClick={() => goTo(pointer)}>
              {summary}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
