import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Guide, guides, sourcePages } from '../../site/pages/guides';
import { guideSidebar, type SidebarItem } from '../../site/pages/sidebar';
import { ROOT } from '../support/import-graph';

describe('guides of the site', () => {
  let pages: readonly Guide[];
  let sidebar: readonly SidebarItem[];
  before(() => {
    pages = guides();
    sidebar = guideSidebar(pages);
  });

  it('are all Markdown files of the documentation and all examples', () => {
    const docs = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`);
    const examples = readdirSync(join(ROOT, 'examples')).map(
      (name) => `examples/${name}/README.md`,
    );
    const files = pages.map(({ file }) => file);

    assert.deepEqual(
      ['README.md', ...docs, ...examples].filter((file) => !files.includes(file)),
      [],
    );
  });

  it('have titles and addresses of their own', () => {
    assert.deepEqual(
      pages.filter(({ title }) => title === ''),
      [],
    );
    assert.equal(new Set(pages.map(({ route }) => route)).size, pages.length);
  });

  it('are in the sidebar once', () => {
    const links = sidebar.flatMap(({ items = [] }) => items.map(({ link }) => link));
    const routes = pages.map(({ route }) => route);

    assert.deepEqual(
      routes.filter((route) => !links.includes(route)),
      [],
    );
    assert.equal(new Set(links).size, links.length);
  });

  it('are below the headings of the sidebar', () => {
    const itemsOf = (section: string) =>
      sidebar.find(({ text }) => text === section)?.items?.map(({ link }) => link) ?? [];

    assert.equal(itemsOf('Getting started')[0], '/overview/');
    assert.ok(itemsOf('Clouds').includes('/vsphere/'));
    assert.ok(itemsOf('Examples').includes('/examples/homelab/'));
    assert.ok(itemsOf('Reference').includes('/rules/'));
  });

  it('have pages with the files that they link to', () => {
    const sources = sourcePages(pages);
    const page = sources.find(({ title }) => title === 'examples/laptop/first-cluster.ts');

    assert.equal(page?.route, '/source/examples/laptop/first-cluster.ts/');
    assert.match(page.markdown, /````ts\n[\s\S]*addFirstCluster[\s\S]*\n````\n$/);
  });
});
