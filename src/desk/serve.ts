import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { MachineFault } from '../model/fault.ts';
import { watchFolders } from '../project/disk/watch.ts';
import { Desk, type DeskWorld } from './desk.ts';
import { routesOf } from './routes/routes.ts';

/** Only this machine can reach it. */
const ADDRESS = '127.0.0.1';

/** A desk that is being served. */
export interface ServedDesk {
  /** Includes the token: whoever knows it can read and write the project. */
  readonly url: string;
  /** Stops the server once everything windows have sent is in the journal. */
  close(): Promise<void>;
}

/** Serves the desk of a project. Rejects with a MachineFault if the port is taken. */
export async function serveDesk(world: DeskWorld, port: number): Promise<ServedDesk> {
  const desk = new Desk(world);
  const token = randomBytes(24).toString('base64url');
  let host = '';
  const app = routesOf(desk, { host: () => host, token });
  const server = await listening(app.fetch, port);
  host = `${ADDRESS}:${(server.address() as AddressInfo).port}`;
  const unwatch = watchFolders(world.disk.projectFolder, (paths) => void desk.changedOnDisk(paths));
  return {
    url: `http://${host}/${token}/`,
    async close() {
      unwatch();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await desk.close();
    },
  };
}

function listening(fetch: Parameters<typeof serve>[0]['fetch'], port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: ADDRESS, overrideGlobalObjects: false }, () =>
      resolve(server as Server),
    );
    server.on('error', (error) => {
      const help = 'Name another with --port, or none: then a free one is taken.';
      reject(new MachineFault(`Cannot listen on port ${port}: ${error.message}`, help, { cause: error }));
    });
  });
}
