import { type Browser, chromium, type Page } from 'playwright-core';
import { run } from '../../lab/machine';

/** Names under which Linux distributions install the browser. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** Returns the file of the installed browser; without one, says why and skips the suite that `this` belongs to. */
export async function chromiumOrSkip(suite: Mocha.Context): Promise<string> {
  for (const name of NAMES) {
    const { code, stdout } = await run('sh', ['-c', `command -v ${name}`]);
    if (code === 0) return stdout.trim();
  }
  console.log('      skipped: no chromium in PATH');
  return suite.skip();
}

/** Starts the browser without a window; it resolves no host names. */
export function launch(executablePath: string): Promise<Browser> {
  // Chromium refuses its sandbox to root, as which a gate runs.
  const args = ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1'];
  return chromium.launch({ executablePath, args });
}

/** What a visit of a page shows. */
export interface Visit {
  /** Address that was opened, relative to the site. */
  readonly address: string;
  /** Text of the first heading. */
  readonly heading: string;
  /** Links to pages of the site, with their anchors, relative to the site. */
  readonly links: readonly string[];
  /** Identifiers of elements, to which anchors lead. */
  readonly anchors: readonly string[];
  /** Errors in the console, exceptions, and requests that failed. */
  readonly errors: readonly string[];
  /** Hosts that were asked. */
  readonly hosts: readonly string[];
}

/** Opens a page in a tab, and waits until it has become interactive. */
export async function visit(tab: Page, site: string, address: string): Promise<Visit> {
  const errors: string[] = [];
  const hosts = new Set<string>();
  const stop = listen(tab, { errors, hosts });
  await tab.goto(site + address, { waitUntil: 'load' });
  await tab.waitForFunction(IS_INTERACTIVE);
  const { heading, links, anchors } = (await tab.evaluate(CONTENT)) as Omit<Visit, 'address'>;
  stop();
  return {
    address,
    heading,
    links: links.filter((link) => link.startsWith(site)).map((link) => link.slice(site.length)),
    anchors,
    errors,
    hosts: [...hosts],
  };
}

interface Sightings {
  readonly errors: string[];
  readonly hosts: Set<string>;
}

/** Collects errors and asked hosts until the returned function is called. */
function listen(tab: Page, { errors, hosts }: Sightings): () => void {
  const listeners = {
    console: (message: { type(): string; text(): string }) => {
      if (['error', 'warning'].includes(message.type())) errors.push(message.text());
    },
    pageerror: (error: Error) => errors.push(error.message),
    request: (request: { url(): string }) => {
      const { protocol, host } = new URL(request.url());
      if (protocol !== 'data:') hosts.add(host);
    },
    response: (response: { status(): number; url(): string }) => {
      if (response.status() >= 400) errors.push(`${response.status()} ${response.url()}`);
    },
  };
  tab.on('console', listeners.console);
  tab.on('pageerror', listeners.pageerror);
  tab.on('request', listeners.request);
  tab.on('response', listeners.response);
  return () => {
    tab.off('console', listeners.console);
    tab.off('pageerror', listeners.pageerror);
    tab.off('request', listeners.request);
    tab.off('response', listeners.response);
  };
}

/** Whether the program of the page runs, and has drawn its diagrams. */
const IS_INTERACTIVE = `
  document.querySelector('#app')?.__vue_app__ !== undefined &&
  document.querySelector('pre.mermaid:not(:has(svg))') === null`;

const CONTENT = `({
  heading: document.querySelector('h1')?.textContent.trim() ?? '',
  links: [...document.querySelectorAll('a[href]')].map((link) => link.href),
  anchors: [...document.querySelectorAll('[id]')].map((element) => element.id),
})`;
