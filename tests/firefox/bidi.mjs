// Drives an installed Firefox over WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), without a driver program.
// Needs `node --experimental-websocket` on Node 20; later ones have WebSocket at hand.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const START_MS = 60_000;

/** One Firefox without a window, with an empty profile, and one tab in it. */
export class Firefox {
  /** Addresses asked for by the page, errors it logged, and violations of its policy. */
  requests = [];
  trouble = [];
  #waiting = new Map();
  #next = 1;

  static async start(program) {
    const one = new Firefox();
    one.profile = mkdtempSync(join(tmpdir(), 'doublet-firefox-'));
    one.child = spawn(
      program,
      ['--headless', '--profile', one.profile, '--remote-debugging-port', '0', 'about:blank'],
      {
        stdio: ['ignore', 'ignore', 'pipe'],
      },
    );
    await one.#connect(await endpoint(one.child));
    await one.send('session.new', { capabilities: {} });
    await one.send('session.subscribe', { events: ['log.entryAdded', 'network.beforeRequestSent'] });
    await one.send('script.addPreloadScript', {
      functionDeclaration: `() => {
      addEventListener('securitypolicyviolation', (event) => console.error('policy: ' + event.violatedDirective));
    }`,
    });
    one.tab = (await one.send('browsingContext.getTree', {})).contexts[0].context;
    return one;
  }

  async open(address) {
    await this.send('browsingContext.navigate', { context: this.tab, url: address, wait: 'complete' });
  }

  /** The value of an expression in the page; promises are waited for. Texts and numbers only. */
  async evaluate(expression) {
    const target = { context: this.tab };
    const answer = await this.send('script.evaluate', { expression, target, awaitPromise: true });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
    return answer.result.value;
  }

  /** Waits until an expression in the page is true. */
  async until(expression, patience = 30_000) {
    const end = Date.now() + patience;
    while (!(await this.evaluate(`Boolean(${expression})`))) {
      if (Date.now() > end) throw new Error(`not within ${patience / 1000} s: ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Gives a file to the input that the selector finds. */
  async giveFile(selector, path) {
    const target = { context: this.tab };
    const expression = `document.querySelector(${JSON.stringify(selector)})`;
    const { result } = await this.send('script.evaluate', { expression, target, awaitPromise: false });
    await this.send('input.setFiles', {
      context: this.tab,
      element: { sharedId: result.sharedId },
      files: [path],
    });
  }

  /** How many workers there are now. */
  async workers() {
    const { realms } = await this.send('script.getRealms', { type: 'dedicated-worker' });
    return realms.length;
  }

  async stop() {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill();
    await ended;
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  send(method, params) {
    const id = this.#next++;
    this.socket.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  async #connect(address) {
    this.socket = new WebSocket(`${address}/session`);
    this.socket.onmessage = ({ data }) => this.#hear(JSON.parse(data));
    await new Promise((resolve, reject) => {
      this.socket.onopen = resolve;
      this.socket.onerror = () => reject(new Error('Firefox did not take the connection'));
    });
  }

  #hear(message) {
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.type === 'success') waiting?.resolve(message.result);
    else if (message.type === 'error') waiting?.reject(new Error(`${message.error}: ${message.message}`));
    else if (message.method === 'network.beforeRequestSent') this.requests.push(message.params.request.url);
    else if (message.params?.level === 'error') this.trouble.push(message.params.text);
  }
}

/** Firefox says on its standard error where it listens. */
function endpoint(child) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('Firefox did not start')), START_MS);
    let said = '';
    child.on('error', reject);
    child.stderr.on('data', (bytes) => {
      said += bytes;
      const address = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (!address) return;
      clearTimeout(late);
      resolve(address);
    });
  });
}
