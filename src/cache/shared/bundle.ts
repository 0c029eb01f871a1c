/** Several files in one entry: a line of JSON that describes them, then their bytes. */
export interface Bundle<Head> {
  readonly head: Head;
  readonly files: readonly Uint8Array[];
}

export function packBundle<Head>({ head, files }: Bundle<Head>): Buffer {
  const first = JSON.stringify({ head, sizes: files.map((file) => file.length) });
  return Buffer.concat([Buffer.from(`${first}\n`), ...files]);
}

/**
 * Unpacks a bundle; `undefined` if it is not one. The head is what `packBundle` was given: the seal has been
 * checked.
 */
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
