import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './paths';

/** Module of the package that programs import. */
export interface EntryPoint {
  /** Name that programs import, such as `capi-fleet/provider`. */
  readonly name: string;
  /** Source file, relative to the root. */
  readonly source: string;
}

interface Manifest {
  readonly name: string;
  readonly exports: Readonly<Record<string, string | { readonly types: string }>>;
}

/** Returns the entry points of the package, as its manifest lists them. */
export function entryPoints(): readonly EntryPoint[] {
  const manifest: Manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  return Object.entries(manifest.exports).flatMap(([path, target]) =>
    typeof target === 'string' ? [] : [entryPoint(manifest.name, path, target.types)],
  );
}

function entryPoint(name: string, path: string, types: string): EntryPoint {
  return {
    name: name + path.slice(1),
    source: types.replace(/^\.\/dist\//, '').replace(/\.d\.ts$/, '.ts'),
  };
}
