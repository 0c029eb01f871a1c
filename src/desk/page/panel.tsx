import { useEffect, useState } from 'preact/hooks';
import type { HeadState, RuleShown, ShownFinding } from '../protocol.ts';
import { useFile } from './context.ts';
import { read } from './server.ts';
import { useSay } from './words/words.ts';

interface PanelProps {
  readonly head: HeadState | undefined;
  readonly goTo: (pointer: string) => void;
  readonly mend: (finding: ShownFinding, how: 'fix' | 'except') => void;
}

/** Below: what there is to object to and why, and what changed since HEAD. */
export function BottomPanel({ head, goTo, mend }: PanelProps) {
  const say = useSay();
  const { state } = useFile();
  const [tab, setTab] = useState<'findings' | 'head'>('findings');
  const [rules, setRules] = useState<ReadonlyMap<string, RuleShown>>(new Map());
  useEffect(() => {
    void read<readonly RuleShown[]>('rules').then((all) =>
      setRules(new Map(all.map((rule) => [rule.id, rule]))),
    );
  }, []);
  const tabs = [
    { id: 'findings', label: say('findingsCount', { n: state.findings.length }) },
    { id: 'head', label: say('sinceHead') },
  ] as const;
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
              const other = tab === 'findings' ? 'head' : 'findings';
              setTab(other);
              document.getElementById(`tab-${other}`)?.focus();
            }}
          >
            {label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`} tabIndex={0} class="panel">
        {tab === 'findings' ? (
          state.findings.length === 0 ? (
            <p class="quiet">{say('noFindings')}</p>
          ) : (
            <ul>
              {state.findings.map((finding) => (
                <FindingLine
                  key={`${finding.rule} ${finding.pointer} ${finding.from} ${finding.message}`}
                  finding={finding}
                  rule={rules.get(finding.rule)}
                  goTo={goTo}
                  mend={mend}
                />
              ))}
            </ul>
          )
        ) : (
          <Changes head={head} goTo={goTo} />
        )}
      </div>
    </section>
  );
}

interface FindingProps {
  readonly finding: ShownFinding;
  readonly rule: RuleShown | undefined;
  readonly goTo: (pointer: string) => void;
  readonly mend: PanelProps['mend'];
}

function FindingLine({ finding, rule, goTo, mend }: FindingProps) {
  const say = useSay();
  const { severity, message, help, pointer, fix, canBeExcepted } = finding;
  return (
    <li class="finding">
      <b class={severity}>{say(severity)}</b>{' '}
      <button
        type="button"
        class="link"
        onClick={() => goTo(pointer)}
        lang="en"
        dir="ltr"
        title={say('goTo')}
      >
        {message}
      </button>{' '}
      {help !== undefined && (
        <span lang="en" dir="ltr">
          {help}{' '}
        </span>
      )}
      {fix !== undefined && (
        <button type="button" class="small" lang="en" onClick={() => mend(finding, 'fix')}>
          {fix}
        </button>
      )}{' '}
      {canBeExcepted && (
        <button type="button" class="small" onClick={() => mend(finding, 'except')}>
          {say('exceptIt')}
        </button>
      )}{' '}
      {rule && (
        <details>
          <summary>
            {say('why')} <bdi class="quiet">{rule.id}</bdi>
          </summary>
          <span lang="en" dir="ltr">
            {rule.why} <span class="quiet">{rule.source}</span>
          </span>
        </details>
      )}
    </li>
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
