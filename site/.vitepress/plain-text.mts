import type { MarkdownRenderer } from 'vitepress';

/** Keeps double braces in texts and in code within texts, which Vue would read as expressions. */
export function plainText(md: MarkdownRenderer): void {
  for (const type of ['text', 'code_inline'] as const) {
    const render = md.renderer.rules[type];
    md.renderer.rules[type] = (tokens, index, options, env, self) =>
      (render?.(tokens, index, options, env, self) ?? '').replaceAll('{{', '&#123;&#123;');
  }
}
