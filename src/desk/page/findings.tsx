import { useEffect, useRef, useState } from 'preact/hooks';
import type { RuleShown, ShownFinding } from '../protocol.ts';
import { listedIn, useFile } from './context.ts';
import { calledInForms } from './field-names.ts';
import { read } from './server.ts';
import { useLabel, useSay } from './words/words.ts';

interface FindingsProps {
  readonly findings: readonly ShownFinding[];
  readonly goTo: (pointer: string) => void;
  readonly resolve: (finding: ShownFinding, how: 'fix' | 'except') => void;
}

/** A finding as a line of the list. */
interface Line {
  readonly key: string;
  readonly finding: ShownFinding;
  readonly isFixed: boolean;
}

/**
 * The findings, in the order of the file. While the pointer or the focus is in the list, no line moves, so that
 * a click hits what it was aimed at: fixed ones are struck out, new ones are added at the end.
 */
export function Findings({ findings, goTo, resolve }: FindingsProps) {
  const say = useSay();
  const [rules, setRules] = useState<ReadonlyMap<string, RuleShown>>(new Map());
  const [isPointedAt, setIsPointedAt] = useState(false);
  const [isFocused, setIsFocused] = useState(false);
  const shown = useRef<readonly Line[]>([]);
  useEffect(() => {
    void read<readonly RuleShown[]>('rules').then((all) =>
      setRules(new Map(all.map((rule) => [rule.id, rule]))),
    );
  }, []);
  const fresh = linesOf(findings);
  shown.current = isPointedAt || isFocused ? inTheirPlaces(shown.current, fresh) : fresh;
  return (
    <div
      class="held"
      onPointerEnter={() => setIsPointedAt(true)}
      onPointerLeave={() => setIsPointedAt(false)}
      onFocusIn={() => setIsFocused(true)}
      onFocusOut={({ currentTarget, relatedTarget }) =>
        setIsFocused(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))
      }
    >
      {shown.current.length === 0 ? (
        <p class="quiet">{say('noFindings')}</p>
      ) : (
        <ul>
          {shown.current.map(({ key, finding, isFixed }) => (
            <FindingLine
              key={key}
              finding={finding}
              isFixed={isFixed}
              rule={rules.get(finding.rule)}
              goTo={goTo}
              resolve={resolve}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

/** Findings with keys that stay the same when the text around them grows. */
function linesOf(findings: readonly ShownFinding[]): Line[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const name = `${finding.rule} ${finding.pointer} ${finding.message}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return { key: `${count} ${name}`, finding, isFixed: false };
  });
}

/** Keeps lines in their places; missing ones are marked as fixed, new ones added at the end. */
function inTheirPlaces(before: readonly Line[], fresh: readonly Line[]): Line[] {
  const left = new Map(fresh.map((line) => [line.key, line]));
  const lines = before.map((line) => {
    const now = left.get(line.key);
    left.delete(line.key);
    return now ?? { ...line, isFixed: true };
  });
  return [...lines, ...left.values()];
}

interface LineProps extends Pick<FindingsProps, 'goTo' | 'resolve'> {
  readonly finding: ShownFinding;
  readonly isFixed: boolean;
  readonly rule: RuleShown | undefined;
}

function FindingLine({ finding, isFixed, rule, goTo, resolve }: LineProps) {
  const say = useSay();
  const message = useRef<HTMLButtonElement>(null);
  const label = useLabel();
  const { state, forms } = useFile();
  const { severity, help, pointer, fix, canBeSuppressed, item } = finding;
  const [, field = ''] = pointer.split('/');
  const about = item
    ? listedIn(state, item.collection).find(({ id }) => id === item.id)?.label
    : forms.file.find(({ name }) => name === field)?.label;
  const worded = (text: string) => quoted(text, (name) => calledInForms(name, field, forms));
  const fixIt = () => {
    message.current?.focus(); // the button disappears with the finding it fixes
    resolve(finding, 'fix');
  };
  return (
    <li class={isFixed ? 'finding fixed' : 'finding'}>
      <b class={isFixed ? '' : severity}>{say(isFixed ? 'fixed' : severity)}</b>{' '}
      {about !== undefined && <bdi class="quiet about">{item ? about : label(about)}</bdi>}{' '}
      <button
        ref={message}
        type="button"
        class="link"
        onClick={() => goTo(pointer)}
        lang="en"
        dir="ltr"
        title={say('goTo')}
      >
        {worded(finding.message)}
      </button>{' '}
      {help !== undefined && (
        <span lang="en" dir="ltr">
          {worded(help)}{' '}
        </span>
      )}
      {fix !== undefined && !isFixed && (
        <button type="button" class="small" lang="en" onClick={fixIt}>
          {worded(fix)}
        </button>
      )}{' '}
      {canBeSuppressed && !isFixed && (
        <button type="button" class="small" onClick={() => resolve(finding, 'except')}>
          {say('suppressIt')}
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

/** What stands between backticks, on a page that shows no Markdown; names of fields as the forms call them. */
function quoted(text: string, called: (name: string) => string): string {
  return text.replace(/`([^`]+)`/g, (_, name: string) => `“${called(name)}”`);
}
