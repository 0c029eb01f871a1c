import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ListedFile, OpenedFile } from '../protocol.ts';
import { shownAt } from './address.ts';
import { Dialog, DialogButtons } from './dialog.tsx';
import { FilePage } from './file-page.tsx';
import { ask, read } from './server.ts';
import {
  directionOf,
  LanguageContext,
  languages,
  names,
  type PageLanguage,
  preferredLanguage,
  useSay,
} from './words/words.ts';

/** The choices the project offers. */
export interface Settings {
  readonly forms: readonly string[];
  readonly markings: readonly string[];
  readonly root: string;
}

/** The whole page: the list of assessments, or one of them, by the fragment of the address. */
export function App() {
  const [language, setLanguage] = useState<PageLanguage>(preferredLanguage);
  const [name, setName] = useState(() => shownAt(location.hash).name);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = directionOf(language);
    localStorage.setItem('language', language);
  }, [language]);
  useEffect(() => {
    const changed = () => setName(shownAt(location.hash).name);
    addEventListener('hashchange', changed);
    return () => removeEventListener('hashchange', changed);
  }, []);
  return (
    <LanguageContext.Provider value={language}>
      {name === '' ? (
        <Start language={language} setLanguage={setLanguage} />
      ) : (
        <Opened key={name} name={name} />
      )}
    </LanguageContext.Provider>
  );
}

function Opened({ name }: { readonly name: string }) {
  const say = useSay();
  const [opened, setOpened] = useState<OpenedFile>();
  const [settings, setSettings] = useState<Settings>();
  const [fault, setFault] = useState('');
  useEffect(() => {
    read<Settings>('settings').then(setSettings, (error: Error) => setFault(error.message));
    ask<OpenedFile>('open', { name }).then(setOpened, (error: Error) => setFault(error.message));
  }, [name]);
  if (fault !== '') {
    return (
      <main class="start">
        <p role="alert">{fault}</p>
        <a href="#/">{say('back')}</a>
      </main>
    );
  }
  if (!opened || !settings) return <main class="start">{say('loading')}</main>;
  return <FilePage opened={opened} settings={settings} />;
}

interface StartProps {
  readonly language: PageLanguage;
  readonly setLanguage: (language: PageLanguage) => void;
}

function Start({ language, setLanguage }: StartProps) {
  const say = useSay();
  const [files, setFiles] = useState<readonly ListedFile[]>();
  const [settings, setSettings] = useState<Settings>();
  const [isMaking, setIsMaking] = useState(false);
  const refresh = useCallback(() => {
    void read<readonly ListedFile[]>('files').then(setFiles);
  }, []);
  useEffect(() => {
    refresh();
    void read<Settings>('settings').then(setSettings);
    addEventListener('focus', refresh);
    return () => removeEventListener('focus', refresh);
  }, [refresh]);
  useEffect(() => {
    document.title = `${say('assessments')} – threat-memo`;
  }, [say]);
  return (
    <>
      <header class="top">
        <h1>{say('assessments')}</h1>
        <bdi class="quiet">{settings?.root ?? ''}</bdi>
        <span class="grow" />
        <label>
          {say('language')}{' '}
          <select
            value={language}
            onChange={({ currentTarget }) => setLanguage(currentTarget.value as PageLanguage)}
          >
            {(Object.keys(languages) as PageLanguage[]).map((tag) => (
              <option key={tag} value={tag} lang={tag}>
                {names[tag]}
              </option>
            ))}
          </select>
        </label>
      </header>
      <main class="start">
        {files === undefined && <p class="quiet">{say('loading')}</p>}
        <ul class="files">
          {(files ?? []).map((file) => (
            <li key={file.name}>
              <a href={`#${encodeURIComponent(file.name)}`} dir="auto">
                {file.id === 'register' ? say('register') : file.title}
              </a>
              <span class="quiet">
                {file.form !== '' && `${file.form} · `}
                <bdi>{file.name}</bdi>
                {file.errors > 0 && <span class="badge error">{`${say('error')}: ${file.errors}`}</span>}
                {file.warnings > 0 && (
                  <span class="badge warning">{`${say('warning')}: ${file.warnings}`}</span>
                )}
                {file.unsaved && <span class="badge">{say('unsaved')}</span>}
              </span>
            </li>
          ))}
        </ul>
        <button type="button" class="main" onClick={() => setIsMaking(true)}>
          {say('newAssessment')}
        </button>
        {isMaking && settings && (
          <NewAssessment
            settings={settings}
            taken={(files ?? []).map(({ name }) => name.replace(/\.[a-z]+$/, ''))}
            close={() => setIsMaking(false)}
          />
        )}
      </main>
    </>
  );
}

/** An id made of a title; of one without Latin letters, `assessment`. Numbered where it is taken. */
export function suggestedId(title: string, taken: readonly string[]): string {
  const latin = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  const base = latin === '' ? 'assessment' : latin;
  let id = base;
  for (let number = 2; taken.includes(id); number += 1) id = `${base}-${number}`;
  return id;
}

interface NewProps {
  readonly settings: Settings;
  /** Ids of the assessments that there are. */
  readonly taken: readonly string[];
  readonly close: () => void;
}

function NewAssessment({ settings, taken, close }: NewProps) {
  const say = useSay();
  const [title, setTitle] = useState('');
  const [id, setId] = useState('');
  const [form, setForm] = useState('policy-memo');
  const [marking, setMarking] = useState(settings.markings[0] ?? '');
  const [fault, setFault] = useState('');
  const suggested = title.trim() === '' ? '' : suggestedId(title, taken);
  const name = id === '' ? suggested : id;
  const create = async () => {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return setFault(say('badId'));
    const made = await ask<{ name?: string }>('new', { id: name, title, form, marking }).catch(
      (error: Error) => setFault(error.message),
    );
    if (made?.name === undefined) return setFault((before) => before || say('taken2'));
    location.hash = encodeURIComponent(made.name);
  };
  return (
    <Dialog title={say('newAssessment')} close={close}>
      <label class="field">
        <span>{say('title')}</span>
        <input
          value={title}
          onInput={({ currentTarget }) => setTitle(currentTarget.value)}
          dir="auto"
          required
        />
      </label>
      <label class="field">
        <span>{say('id')}</span>
        <input
          value={id}
          placeholder={suggested}
          dir="ltr"
          onInput={({ currentTarget }) => setId(currentTarget.value)}
        />
      </label>
      <p class="quiet">{name === '' ? '\u00a0' : say('fileName', { name })}</p>
      <div class="row">
        <label class="field">
          <span>{say('form')}</span>
          <select value={form} onChange={({ currentTarget }) => setForm(currentTarget.value)}>
            {settings.forms.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>{say('marking')}</span>
          <select value={marking} onChange={({ currentTarget }) => setMarking(currentTarget.value)}>
            {settings.markings.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
      </div>
      {fault !== '' && (
        <p role="alert" class="fault">
          {fault}
        </p>
      )}
      <DialogButtons
        label={say('create')}
        isOff={title.trim() === ''}
        act={() => void create()}
        close={close}
      />
    </Dialog>
  );
}
