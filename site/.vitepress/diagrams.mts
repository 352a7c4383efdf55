import type { MarkdownRenderer } from 'vitepress';

/** Renders blocks of Mermaid as elements that the theme draws in the browser. */
export function diagrams(md: MarkdownRenderer): void {
  const { fence } = md.renderer.rules;
  md.renderer.rules.fence = (tokens, index, options, env, self) => {
    const token = tokens[index];
    if (token?.info.trim() === 'mermaid') {
      return `<pre class="mermaid" v-pre>${md.utils.escapeHtml(token.content)}</pre>\n`;
    }
    return fence?.(tokens, index, options, env, self) ?? '';
  };
}
