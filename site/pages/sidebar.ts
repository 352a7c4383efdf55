import type { Guide } from './guides';
import type { Page } from './page';

/** Entry of the sidebar. */
export interface SidebarItem {
  /** Text of the entry. */
  readonly text: string;
  /** Address that it leads to. */
  readonly link?: string;
  /** Entries below it. */
  readonly items?: readonly SidebarItem[];
  /** Whether its entries are hidden at first. */
  readonly collapsed?: boolean;
}

/** Files by the section of the sidebar that they are in; other files of `docs` are guides. */
const SECTIONS: Readonly<Record<string, readonly string[]>> = {
  'Getting started': [
    'README.md',
    'docs/getting-started.md',
    'create-capi-fleet/README.md',
    'docs/laptop.md',
    'docs/glossary.md',
    'docs/scope.md',
  ],
  Guides: [
    'docs/control-plane.md',
    'docs/node-pools.md',
    'docs/machines.md',
    'docs/networks.md',
    'docs/addons.md',
    'docs/testing.md',
    'docs/escape-hatches.md',
  ],
  Clouds: [
    'docs/cloud-conf.md',
    'docs/vsphere.md',
    'docs/aws.md',
    'docs/azure.md',
    'docs/hetzner.md',
  ],
  Operations: [
    'docs/provisioning.md',
    'docs/gitops.md',
    'docs/credentials.md',
    'docs/validation.md',
    'docs/upgrading.md',
    'docs/compatibility.md',
    'docs/performance.md',
    'docs/troubleshooting.md',
  ],
  Recipes: ['docs/recipes/README.md'],
  Examples: [],
  Reference: ['docs/rules.md', 'CHANGELOG.md', 'SECURITY.md'],
  Development: [
    'CONTRIBUTING.md',
    'docs/developing.md',
    'docs/architecture.md',
    'docs/writing.md',
    'bench/README.md',
  ],
};

const REFERENCE: readonly SidebarItem[] = [
  { text: 'Constructs', link: '/constructs/' },
  { text: 'API', link: '/api/' },
];

/** Returns the sidebar of guides, recipes, examples and rules. */
export function guideSidebar(pages: readonly Guide[]): readonly SidebarItem[] {
  return Object.keys(SECTIONS)
    .map((section) => ({ text: section, items: sectionItems(section, pages) }))
    .filter(({ items }) => items.length > 0);
}

/** Returns the sidebar of the pages about constructs. */
export function constructSidebar(pages: readonly Page[]): readonly SidebarItem[] {
  return [{ text: 'Constructs', items: pages.map(pageItem) }];
}

function sectionItems(section: string, pages: readonly Guide[]): readonly SidebarItem[] {
  const order = SECTIONS[section] ?? [];
  const items = pages
    .filter(({ file }) => sectionOf(file) === section)
    .sort((a, b) => rank(order, a.file) - rank(order, b.file))
    .map((page) =>
      page.file === 'README.md' ? { ...pageItem(page), text: 'Overview' } : pageItem(page),
    );
  return section === 'Reference' ? [...REFERENCE, ...items] : items;
}

function rank(order: readonly string[], file: string): number {
  return order.includes(file) ? order.indexOf(file) : order.length;
}

function sectionOf(file: string): string {
  const listed = Object.entries(SECTIONS).find(([, files]) => files.includes(file));
  if (listed !== undefined) return listed[0];
  if (file.startsWith('docs/recipes/')) return 'Recipes';
  if (file.startsWith('examples/')) return 'Examples';
  return 'Guides';
}

function pageItem({ title, route }: Page): SidebarItem {
  return { text: title, link: route };
}
