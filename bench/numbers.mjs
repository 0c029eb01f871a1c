/** Numbers as the tables show them. Times are milliseconds, memory is megabytes. */

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A time: in milliseconds below ten seconds, else in seconds. */
export function time(value) {
  if (value < 10) return `${value.toFixed(1)} ms`;
  return value < 10_000 ? `${count(Math.round(value))} ms` : `${count(value / 1000, 1)} s`;
}

export function memory(value) {
  return `${count(Math.round(value))} MB`;
}

export function count(value, digits = 0) {
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

export function times(ratio) {
  return ratio.toFixed(ratio < 10 ? 2 : 1);
}

/** The aim, and whether it was missed. */
export function atMost(most, measured, unit = '') {
  return `at most ${most}${unit}${measured > most ? ': **missed**' : ''}`;
}
