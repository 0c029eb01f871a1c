import { useEffect, useState } from 'preact/hooks';
import type { HeadState, RuleShown, ShownFinding } from '../protocol.ts';
import { Comments } from './comments.tsx';
import { useFile } from './context.ts';
import { Ledger } from './ledger.tsx';
import { read } from './server.ts';
import { useSay } from './words/words.ts';

interface PanelProps {
  /** Of the file. */
  readonly name: string;
  readonly head: HeadState | undefined;
  readonly goTo: (pointer: string) => void;
  readonly mend: (finding: ShownFinding, how: 'fix' | 'except') => void;
}

type Tab = 'findings' | 'head' | 'comments' | 'ledger';

/** Below: what there is to object to and why, what changed since HEAD, what colleagues said, what other assessments say. */
export function BottomPanel({ name, head, goTo, mend }: PanelProps) {
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
        {tab === 'findings' && <Findings findings={state.findings} goTo={goTo} mend={mend} />}
        {tab === 'head' && <Changes head={head} goTo={goTo} />}
        {tab === 'comments' && <Comments name={name} goTo={goTo} />}
        {tab === 'ledger' && <Ledger />}
      </div>
    </section>
  );
}

interface FindingsProps extends Pick<PanelProps, 'goTo' | 'mend'> {
  readonly findings: readonly ShownFinding[];
}

function Findings({ findings, goTo, mend }: FindingsProps) {
  const say = useSay();
  const [rules, setRules] = useState<ReadonlyMap<string, RuleShown>>(new Map());
  useEffect(() => {
    void read<readonly RuleShown[]>('rules').then((all) =>
      setRules(new Map(all.map((rule) => [rule.id, rule]))),
    );
  }, []);
  if (findings.length === 0) return <p class="quiet">{say('noFindings')}</p>;
  return (
    <ul>
      {findings.map((finding) => (
        <FindingLine
          key={`${finding.rule} ${finding.pointer} ${finding.from} ${finding.message}`}
          finding={finding}
          rule={rules.get(finding.rule)}
          goTo={goTo}
          mend={mend}
        />
      ))}
    </ul>
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
