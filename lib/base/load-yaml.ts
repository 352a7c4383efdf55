import type * as Yaml from 'js-yaml';

/** Documents of a text, or where and why it is not YAML. */
export type LoadedYaml =
  | { readonly documents: readonly unknown[] }
  | { readonly line?: number; readonly reason: string };

let library: typeof Yaml | undefined;

/** Reads YAML documents. The library is loaded with the first text. */
export function loadYaml(text: string): LoadedYaml {
  library ??= require('js-yaml') as typeof Yaml;
  try {
    return { documents: library.loadAll(text) };
  } catch (error) {
    if (!(error instanceof library.YAMLException)) return { reason: 'it is not YAML' };
    const { mark, reason } = error;
    return mark === undefined ? { reason } : { line: mark.line + 1, reason };
  }
}
