/** Whether a value of any type is an object with named members: not a list, not `null`. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value as JSON. JSON has no infinity: a log score that is infinite is written as text. */
export function jsonText(value: unknown, indent?: number): string {
  return JSON.stringify(value, infinityAsText, indent);
}

function infinityAsText(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}
