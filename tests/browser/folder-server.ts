import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** Serves a folder the way any plain web server does, on a free port of this machine; keeps a list of what was asked. */
export class FolderServer {
  readonly asked: string[] = [];
  readonly #server: Server;

  private constructor(folder: () => string, prefix: string) {
    this.#server = createServer(async (request, response) => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://any').pathname);
      this.asked.push(path);
      const file = normalize(path.slice(prefix.length) || '/').replace(/\/$/, '/index.html');
      try {
        if (!path.startsWith(prefix)) throw new Error('outside the folder');
        const body = await readFile(join(folder(), file));
        response
          .writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' })
          .end(body);
      } catch {
        response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not here');
      }
    });
  }

  /**
   * @param folder asked at each request, so that a test can put a new version in place
   * @param prefix where the folder hangs on the server: `/` or `/tools/doublet/`
   */
  static async start(folder: () => string, prefix = '/'): Promise<FolderServer> {
    const one = new FolderServer(folder, prefix.replace(/\/$/, ''));
    await new Promise<void>((resolve) => one.#server.listen(0, '127.0.0.1', resolve));
    return one;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Ends at once, open connections included. */
  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
