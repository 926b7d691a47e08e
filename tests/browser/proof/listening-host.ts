import { createSocket, type Socket } from 'node:dgram';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that answers to every name below `localhost` and notes by which it was asked. */
export class ListeningHost {
  /** The first label of each name that a request came for. */
  readonly asked = new Set<string>();
  readonly #server: Server;
  readonly #sockets: Socket[] = [];

  private constructor() {
    const note = (host: string | undefined) => this.asked.add((host ?? '').split('.')[0]!);
    this.#server = createServer((request, response) => {
      note(request.headers.host);
      response
        .writeHead(200, {
          'Access-Control-Allow-Origin': '*',
          'Access-Control-Allow-Headers': '*',
          'Content-Type': 'text/plain',
          'Cache-Control': 'no-store',
        })
        .end('');
    });
    this.#server.on('upgrade', (request, socket) => {
      note(request.headers.host);
      socket.destroy();
    });
  }

  static async start(): Promise<ListeningHost> {
    const one = new ListeningHost();
    await new Promise<void>((resolve) => one.#server.listen(0, '127.0.0.1', resolve));
    return one;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** A port for UDP; what comes to it is noted under `name`. */
  async udp(name: string): Promise<number> {
    const socket = createSocket('udp4').on('message', () => this.asked.add(name));
    this.#sockets.push(socket);
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
    return socket.address().port;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** The first label of each name of a way that the browser looked up or connected to, by its own log of the network. */
export function namesInNetLog(path: string): Set<string> {
  const text = readFileSync(path, 'utf8');
  return new Set(
    [...text.matchAll(/\b([a-z]\d+)\.(?:localhost|nowhere\.test)\b/g)].map((match) => match[1]!),
  );
}
