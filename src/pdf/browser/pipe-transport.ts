import type { Readable, Writable } from 'node:stream';

/** The part of puppeteer's `ConnectionTransport` we provide: whole messages, JSON as text. */
export interface PipeTransport {
  send(message: string): void;
  close(): void;
  onmessage?: (message: string) => void;
  onclose?: () => void;
}

/**
 * DevTools protocol over two pipes, messages separated by a zero byte. A pipe instead of a port, so that nobody
 * else on the machine can talk to the browser, and so that the browser ends by itself when we do, however that
 * happens.
 */
export function pipeTransport(toBrowser: Writable, fromBrowser: Readable): PipeTransport {
  let pending: Buffer[] = [];
  let closed = false;
  const transport: PipeTransport = {
    send(message) {
      if (!closed) toBrowser.write(`${message}\0`);
    },
    close() {
      closed = true;
    },
  };
  const end = () => {
    if (closed) return;
    closed = true;
    transport.onclose?.();
  };
  fromBrowser.on('data', (chunk: Buffer) => {
    let start = 0;
    // Only the new chunk is searched: a PDF arrives as one message in hundreds of chunks.
    for (let stop = chunk.indexOf(0); stop !== -1; stop = chunk.indexOf(0, start)) {
      const message = Buffer.concat([...pending, chunk.subarray(start, stop)]).toString('utf8');
      pending = [];
      start = stop + 1;
      if (!closed) transport.onmessage?.(message);
    }
    if (start < chunk.length) pending.push(chunk.subarray(start));
  });
  fromBrowser.on('close', end);
  // A broken pipe means that the browser is gone; `close` and the process's exit report it.
  fromBrowser.on('error', end);
  toBrowser.on('error', end);
  return transport;
}
