import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { slug } from 'github-slugger';
import { defineConfig } from 'vitepress';
import { diagrams } from './diagrams.mjs';
import { plainText } from './plain-text.mjs';
import { ruleAnchors } from './rules.mjs';
import { sections } from './search-sections.mjs';

const BUILD = resolve(import.meta.dirname, '../../build');

const ICON =
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path fill="%233451b2" d="M0 2l4-2 4 2v4L4 8 0 6z"/></svg>';

export default defineConfig({
  title: 'capi-fleet',
  description: 'A fleet of Kubernetes clusters as one TypeScript program',
  srcDir: `${BUILD}/site-pages`,
  outDir: `${BUILD}/site`,
  cacheDir: `${BUILD}/site-cache`,
  head: [['link', { rel: 'icon', href: ICON }]],
  metaChunk: true,
  // The search index and the script of diagrams are larger, and loaded on demand.
  vite: { build: { chunkSizeWarningLimit: 4000 } },
  markdown: {
    anchor: { slugify: (text) => slug(text) },
    config: (md) => {
      md.use(ruleAnchors);
      md.use(diagrams);
      md.use(plainText);
    },
  },
  themeConfig: {
    nav: [
      { text: 'Guides', link: '/overview/' },
      { text: 'Recipes', link: '/recipes/' },
      { text: 'Constructs', link: '/constructs/' },
      { text: 'Rules', link: '/rules/' },
      { text: 'API', link: '/api/' },
    ],
    outline: [2, 3],
    sidebar: JSON.parse(readFileSync(`${BUILD}/site-pages/sidebar.json`, 'utf8')),
    search: {
      provider: 'local',
      options: {
        miniSearch: {
          _splitIntoSections: sections,
          // Pages that explain something come before the members that the API reference lists.
          searchOptions: { boostDocument: (id: string) => (id.includes('/api/') ? 0.3 : 1) },
        },
      },
    },
  },
});
