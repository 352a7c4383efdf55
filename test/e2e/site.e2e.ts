import assert from 'node:assert/strict';
import type { Browser, Page } from 'playwright-core';
import { allRules } from '../../lib/assembly/table';
import { constructClasses } from '../../site/pages/construct-classes';
import { fileNameOf } from '../../site/pages/construct-pages';
import { chromiumOrSkip, launch, type Visit, visit } from '../support/site/browser';
import { addressesOf, builtSite } from '../support/site/built-site';
import { type StaticServer, serveFolder } from '../support/site/static-server';

/** Tabs that are open at a time. */
const TABS = 4;

const RESULT = '.VPLocalSearchBox a.result';

describe('documentation site', () => {
  let server: StaticServer;
  let browser: Browser;
  let addresses: readonly string[];
  const visits: Visit[] = [];

  before(async function () {
    this.timeout(600_000);
    const chromium = await chromiumOrSkip(this);
    const site = await builtSite();
    addresses = addressesOf(site);
    server = await serveFolder(site);
    browser = await launch(chromium);
  });
  after(async () => {
    await browser?.close();
    server?.stop();
  });

  async function inTab(test: (tab: Page) => Promise<void>): Promise<void> {
    const tab = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    try {
      await test(tab);
    } finally {
      await tab.close();
    }
  }

  it('opens every page without an error, and asks no other host', async function () {
    this.timeout(600_000);
    const context = await browser.newContext();
    const rest = [...addresses];
    const work = async () => {
      const tab = await context.newPage();
      for (let address = rest.pop(); address !== undefined; address = rest.pop()) {
        visits.push(await visit(tab, server.address, address));
      }
    };
    await Promise.all(Array.from({ length: TABS }, work));
    await context.close();

    assert.ok(visits.length > 400, `${visits.length} pages`);
    const host = new URL(server.address).host;
    const wrong = visits.filter(
      ({ heading, errors, hosts }) =>
        heading === '' || errors.length > 0 || hosts.some((asked) => asked !== host),
    );
    assert.deepEqual(
      wrong.map(({ address, errors, hosts }) => ({ address, errors, hosts })),
      [],
    );
  });

  it('has links to pages and anchors that exist', () => {
    const anchors = new Map(visits.map((one) => [one.address, new Set(one.anchors)]));
    const broken = visits.flatMap(({ address, links }) =>
      links
        .filter((link) => {
          const [page = '', anchor = ''] = link.split('#');
          const found = anchors.get(page);
          return found === undefined || (anchor !== '' && !found.has(decodeURIComponent(anchor)));
        })
        .map((link) => `${address} -> ${link}`),
    );

    assert.deepEqual(broken, []);
  });

  it('has an anchor for every rule', () => {
    const { anchors = [] } = visits.find(({ address }) => address === '/rules/') ?? {};

    assert.deepEqual(
      allRules().filter(({ id }) => !anchors.includes(id)),
      [],
    );
  });

  it('shows the rule that an anchor names', () =>
    inTab(async (tab) => {
      await tab.goto(`${server.address}/rules/#autoscale-bounds`);

      await tab.locator('tr:target', { hasText: 'autoscale-bounds' }).waitFor();
      assert.ok(await isOnScreen(tab, 'tr:target'));
    }));

  it('finds rules by their identifiers', () =>
    inTab(async (tab) => {
      await openSearch(tab, server.address);

      for (const id of ['autoscale-bounds', 'cidr-plan-number', 'code-failed']) {
        const [first] = await search(tab, id);
        assert.equal(first, `/rules/#${id}`);
      }
      await tab.keyboard.press('Enter');
      await tab.waitForURL(`${server.address}/rules/#code-failed`);
    }));

  it('finds constructs by their names', () =>
    inTab(async (tab) => {
      await openSearch(tab, server.address);

      for (const name of constructClasses()) {
        const found = await search(tab, name);
        assert.ok(
          found.slice(0, 3).some((link) => link.startsWith(`/constructs/${fileNameOf(name)}/`)),
          `${name}: ${found}`,
        );
      }
    }));

  it('filters rules by words of their reasons', () =>
    inTab(async (tab) => {
      await tab.goto(`${server.address}/rules/`);
      const [rule] = allRules();
      const rows = tab.locator('tr[id]');
      assert.equal(await rows.count(), allRules().length);

      await tab.getByLabel('Filter the rules').fill(rule?.reason ?? '');

      await tab.locator(`tr[id="autoscale-bounds"]`).waitFor({ state: 'hidden' });
      assert.ok(await tab.locator(`tr[id="${rule?.id}"]`).isVisible());
    }));

  it('shows a program on the left and its YAML on the right', () =>
    inTab(async (tab) => {
      await tab.goto(`${server.address}/constructs/node-pool/`);
      const program = await tab.locator('.language-ts').boundingBox();
      const yaml = await tab.locator('.language-yaml').first().boundingBox();

      assert.ok(program !== null && yaml !== null);
      assert.ok(program.x + program.width <= yaml.x, 'the columns overlap');
      assert.match(await tab.locator('.language-ts').innerText(), /cluster\.addNodePool/);
      assert.match(
        await tab.locator('.language-yaml').first().innerText(),
        /kind: MachineDeployment/,
      );
    }));
});

async function isOnScreen(tab: Page, selector: string): Promise<boolean> {
  const box = await tab.locator(selector).boundingBox();
  return box !== null && box.y >= 0 && box.y < (tab.viewportSize()?.height ?? 0);
}

async function openSearch(tab: Page, site: string): Promise<void> {
  await tab.goto(`${site}/overview/`);
  await tab.getByRole('button', { name: 'Search' }).click();
}

/** Returns the addresses of the pages that a search finds, the best first. */
async function search(tab: Page, text: string): Promise<readonly string[]> {
  const field = tab.locator('.VPLocalSearchBox input');
  await field.fill('');
  await tab.locator(RESULT).first().waitFor({ state: 'detached' });
  await field.fill(text);
  await tab.locator(RESULT).first().waitFor();
  return tab.evaluate(
    `[...document.querySelectorAll('${RESULT}')].map(({ pathname, hash }) => pathname + hash)`,
  );
}
