import type * as Yaml from 'js-yaml';

/** Documents of a text, or where and why it is not valid YAML. */
export type LoadedYaml =
  | { readonly documents: readonly unknown[] }
  | { readonly line?: number; readonly reason: string };

let library: typeof Yaml | undefined;

/** Parses YAML documents. js-yaml is loaded on first use. */
export function loadYaml(text: string): LoadedYaml {
  library ??= require('js-yaml') as typeof Yaml;
  try {
    return { documents: library.loadAll(text) };
  } catch (error) {
    if (!(error instanceof library.YAMLException)) return { reason: 'it is not valid YAML' };
    const { mark, reason } = error;
    return mark === undefined ? { reason } : { line: mark.line + 1, reason };
  }
}
