import { createServer } from 'node:http';
import { MachineFault } from '../model/fault.ts';

/** What a worker counts. */
export interface Metrics {
  made: number;
  failed: number;
  /** Jobs not sealed with the team's key. */
  refused: number;
  active: number;
  /** Total time spent on memos. */
  seconds: number;
}

export function noMetrics(): Metrics {
  return { made: 0, failed: 0, refused: 0, active: 0, seconds: 0 };
}

/** In the text format of Prometheus (exposition format 0.0.4). */
export function metricsText({ made, failed, refused, active, seconds }: Metrics): string {
  const lines = (name: string, type: 'counter' | 'gauge', help: string, value: number) =>
    `# HELP threat_memo_${name} ${help}\n# TYPE threat_memo_${name} ${type}\nthreat_memo_${name} ${value}\n`;
  return [
    lines('memos_made_total', 'counter', 'Memos made.', made),
    lines('memos_failed_total', 'counter', 'Attempts at a memo that failed.', failed),
    lines('jobs_refused_total', 'counter', 'Jobs that were not sealed with the key of the team.', refused),
    lines('memos_active', 'gauge', 'Memos being made.', active),
    lines(
      'memo_seconds_total',
      'counter',
      'Seconds spent on memos, failed ones too.',
      Number(seconds.toFixed(3)),
    ),
  ].join('');
}

/** Serves metrics on this machine only. Returns the port. Rejects with a MachineFault if the port is taken. */
export async function serveMetrics(metrics: Metrics, port: number): Promise<{ port: number; close(): void }> {
  const server = createServer(({ method, url }, response) => {
    if (method !== 'GET' || url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(metricsText(metrics));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(new MachineFault(`Metrics cannot be served: ${error.message}`, 'Name another port.'));
    });
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
