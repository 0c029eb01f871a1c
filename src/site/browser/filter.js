/** Puts a field above each long table that hides the rows without its words. Without scripts there is no field. */
import { fold } from './fold.js';

for (const table of document.querySelectorAll('table[data-filter]')) {
  const rows = [...table.tBodies[0].rows].map((row) => ({ row, text: fold(row.textContent) }));
  const label = document.createElement('label');
  label.className = 'filter';
  label.append(document.body.dataset.filter, ' ');
  const field = document.createElement('input');
  field.type = 'search';
  const status = document.createElement('span');
  status.setAttribute('role', 'status');
  label.append(field);
  const line = document.createElement('p');
  line.append(label, ' ', status);
  table.parentElement.before(line);
  field.addEventListener('input', () => {
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const { row, text } of rows) {
      row.hidden = !words.every((word) => text.includes(word));
      if (!row.hidden) shown += 1;
    }
    status.textContent = document.body.dataset.shown
      .replace('{shown}', String(shown))
      .replace('{all}', String(rows.length));
  });
}
