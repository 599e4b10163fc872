import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const paths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Path of a browser on this machine; undefined when there is none. */
export const browserPath = paths.find((path) => existsSync(path));

/** A page in a real browser. */
export interface BrowserPage {
  /**
   * Evaluates an expression until its value is truthy.
   *
   * @param expression JavaScript, run in the page. The page's policy does not apply to it.
   * @throws After 30 seconds, with the browser's messages since.
   */
  readonly until: (expression: string) => Promise<unknown>;
  /** Clicks on an element as soon as it exists. */
  readonly click: (selector: string) => Promise<void>;
  /** Errors of the page and violations of its policy so far. */
  readonly complaints: () => readonly string[];
  readonly close: () => Promise<void>;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: { readonly result?: { readonly value?: unknown } };
}

/** Opens a page in a new browser, which resolves every host name to this machine. */
export async function openPage(url: string): Promise<BrowserPage> {
  if (browserPath === undefined) throw new Error('there is no browser on this machine');
  const profile = await mkdtemp(join(tmpdir(), 'freehold-browser-'));
  const browser = spawn(
    browserPath,
    [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'],
      ...[`--user-data-dir=${profile}`, '--host-resolver-rules=MAP * 127.0.0.1'],
      ...['--remote-debugging-port=0', 'about:blank'],
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => browser.once('exit', () => resolve()));
  const close = async () => {
    browser.kill();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const address = await eventually(async () => {
      const [port] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
      const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
      const targets = (await answer.json()) as readonly { type: string; webSocketDebuggerUrl: string }[];
      return targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl;
    });
    const page = await connect(String(address));
    await page.ask('Runtime.enable');
    await page.ask('Log.enable');
    await page.ask('Page.navigate', { url });
    const until: BrowserPage['until'] = (expression) =>
      eventually(async () => {
        const { result } = await page.ask('Runtime.evaluate', { expression, returnByValue: true });
        return result?.result?.value;
      }).catch(() => {
        throw new Error(`${expression} did not become true: ${page.complaints.join('; ')}`);
      });
    const click: BrowserPage['click'] = async (selector) => {
      const found = `document.querySelector(${JSON.stringify(selector)})`;
      await until(`${found} && (${found}.click(), true)`);
    };
    return { until, click, complaints: () => page.complaints, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Uses the DevTools protocol with one page. */
async function connect(address: string) {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error('the browser does not respond')));
  });
  const waiting = new Map<number, (message: Message) => void>();
  const complaints: string[] = [];
  let asked = 0;
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    const { entry, exceptionDetails } = (message.params ?? {}) as {
      readonly entry?: { readonly level: string; readonly text: string };
      readonly exceptionDetails?: { readonly text: string };
    };
    if (message.method === 'Log.entryAdded' && entry?.level === 'error') complaints.push(entry.text);
    if (message.method === 'Runtime.exceptionThrown') complaints.push(String(exceptionDetails?.text));
  });
  const ask = (method: string, params: object = {}): Promise<Message> => {
    asked += 1;
    const id = asked;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
  };
  return { ask, complaints };
}

/** Retries until there is a result, for 30 seconds. */
async function eventually<Answer>(attempt: () => Promise<Answer>): Promise<NonNullable<Answer>> {
  const endMs = Date.now() + 30_000;
  for (;;) {
    const answer = await attempt().catch(() => undefined);
    if (answer) return answer;
    if (Date.now() > endMs) throw new Error('no result within 30 seconds');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
