/** Looks through `siteRecords` (`search-data.js`) while somebody types. */
import MiniSearch from 'minisearch';
import { fold } from './fold.js';

const MOST = 50;

const index = new MiniSearch({
  fields: ['title', 'text'],
  processTerm: (term) => fold(term) || null,
  searchOptions: { prefix: true, fuzzy: 0.15, boost: { title: 2 }, combineWith: 'AND' },
});
index.addAll(globalThis.siteRecords.map(([, title, , text], id) => ({ id, title, text })));

const box = document.getElementById('search');
const field = document.getElementById('query');
const results = document.getElementById('results');
const hits = document.getElementById('hits');

function show() {
  const found = field.value.trim() === '' ? [] : index.search(field.value);
  results.replaceChildren(
    ...found.slice(0, MOST).map(({ id }) => {
      const [path, title, kind] = globalThis.siteRecords[id];
      const link = document.createElement('a');
      link.href = path;
      link.dir = 'auto';
      link.textContent = title;
      const item = document.createElement('li');
      const label = document.createElement('span');
      label.className = 'kicker';
      label.textContent = kind;
      item.append(label, ' ', link);
      return item;
    }),
  );
  hits.textContent =
    field.value.trim() === '' ? '' : box.dataset.hits.replace('{count}', String(found.length));
}

field.addEventListener('input', show);
field.value = decodeURIComponent(location.hash.slice(1));
show();
