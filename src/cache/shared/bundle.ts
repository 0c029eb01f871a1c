/** Files in one entry: a line of JSON that says what they are, then their bytes one after the other. */
export interface Bundle<Head> {
  readonly head: Head;
  readonly files: readonly Uint8Array[];
}

export function packBundle<Head>({ head, files }: Bundle<Head>): Buffer {
  const first = JSON.stringify({ head, sizes: files.map((file) => file.length) });
  return Buffer.concat([Buffer.from(`${first}\n`), ...files]);
}

/** What was packed; `undefined` where it is no bundle. The head is what `packBundle` was given: the seal was checked before. */
export function unpackBundle(bytes: Buffer): Bundle<unknown> | undefined {
  const end = bytes.indexOf(10);
  if (end === -1) return undefined;
  try {
    const { head, sizes } = JSON.parse(bytes.toString('utf8', 0, end)) as Record<string, unknown>;
    if (!Array.isArray(sizes) || !sizes.every((size) => Number.isSafeInteger(size) && size >= 0))
      return undefined;
    const files: Uint8Array[] = [];
    let at = end + 1;
    for (const size of sizes as number[]) {
      files.push(bytes.subarray(at, at + size));
      at += size;
    }
    return at === bytes.length ? { head, files } : undefined;
  } catch {
    return undefined;
  }
}
