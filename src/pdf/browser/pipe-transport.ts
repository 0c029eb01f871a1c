import type { Readable, Writable } from 'node:stream';

/** What puppeteer asks of a transport (its `ConnectionTransport`): whole messages, JSON as text. */
export interface PipeTransport {
  send(message: string): void;
  close(): void;
  onmessage?: (message: string) => void;
  onclose?: () => void;
}

/**
 * DevTools protocol over two pipes: messages end with a zero byte. A pipe instead of a port, so that nobody else on
 * the machine can talk to the browser, and so that the browser ends by itself when we are gone, however we went.
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
    // Only the new chunk is searched: a PDF comes as one message in hundreds of chunks.
    for (let stop = chunk.indexOf(0); stop !== -1; stop = chunk.indexOf(0, start)) {
      const message = Buffer.concat([...pending, chunk.subarray(start, stop)]).toString('utf8');
      pending = [];
      start = stop + 1;
      if (!closed) transport.onmessage?.(message);
    }
    if (start < chunk.length) pending.push(chunk.subarray(start));
  });
  fromBrowser.on('close', end);
  // A broken pipe means that the browser is gone; `close` and the process's own exit tell the rest.
  fromBrowser.on('error', end);
  toBrowser.on('error', end);
  return transport;
}
