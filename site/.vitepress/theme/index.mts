import { onContentUpdated, type Theme, useData } from 'vitepress';
import DefaultTheme from 'vitepress/theme-without-fonts';
import { h } from 'vue';
import { drawDiagrams } from './draw-diagrams.mjs';
import { RuleFilter } from './rule-filter.mjs';
import './style.css';

/** VitePress's own theme with a filter above the rules, and diagrams. */
const theme: Theme = {
  extends: DefaultTheme,
  Layout: {
    setup() {
      const { page } = useData();
      onContentUpdated(drawDiagrams);
      return () =>
        h(DefaultTheme.Layout, null, {
          'doc-before': () =>
            page.value.relativePath === 'rules/index.md' ? h(RuleFilter) : undefined,
        });
    },
  },
};

export default theme;
