import type { MarkdownRenderer } from 'vitepress';

/** Page with the tables of all rules, relative to the folder of pages. */
export const RULES = 'rules/index.md';

const RULE_ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Gives each row of the rule tables an anchor, which is the identifier of its rule, and a link to it. */
export function ruleAnchors(md: MarkdownRenderer): void {
  md.core.ruler.push('rule-anchors', (state) => {
    if (state.env.relativePath !== RULES) return;
    const { tokens } = state;
    tokens.forEach((row, index) => {
      const cell = tokens[index + 2];
      const [code] = cell?.children ?? [];
      if (row.type !== 'tr_open' || cell === undefined || code?.type !== 'code_inline') return;
      if (cell.children?.length !== 1 || !RULE_ID.test(code.content)) return;
      row.attrSet('id', code.content);
      const open = new state.Token('link_open', 'a', 1);
      open.attrSet('href', `#${code.content}`);
      cell.children = [open, code, new state.Token('link_close', 'a', -1)];
    });
  });
}
