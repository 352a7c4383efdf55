import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/** Root folder of the repository. */
export const ROOT = resolve(__dirname, '../..');

/** Import of one file, as it is written and as the file that it means. */
export interface Import {
  /** Importing file, relative to the root. */
  readonly from: string;
  /** Imported file relative to the root, or the name of a package. */
  readonly to: string;
  /** Whether the whole statement imports types only. */
  readonly typeOnly: boolean;
}

/** TypeScript files below some folders, relative to the root. */
export function sourceFiles(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
      .map((name) => join(folder, name)),
  );
}

/** Imports, re-exports, dynamic imports and requires of a file. */
export function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  const statement =
    /(?:^|\n)\s*(import|export)\s+(type\s)?[^;'"]*?from\s*'([^']+)'|\b(?:import|require)\('([^']+)'\)/g;
  const real = [...text.matchAll(statement)].filter(([found]) => !found.includes('${'));
  return real.map((match) => ({
    from: file,
    to: target(file, match[3] ?? match[4] ?? ''),
    typeOnly: match[2] !== undefined,
  }));
}

function target(file: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier;
  return `${relative(ROOT, resolve(ROOT, dirname(file), specifier))}.ts`;
}
