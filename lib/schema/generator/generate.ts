import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexFile, readReleases, schemaFile } from './schema-files';
import { shapeFiles } from './shapes';

/** Derives schemas and shapes from CRD files, replaces those in a folder, and returns their names. */
export function generate(folder: string, out: string): readonly string[] {
  const files = generatedFiles(folder);
  mkdirSync(out, { recursive: true });
  for (const name of readdirSync(out)) {
    if (name.endsWith('.generated.ts') && !files.has(name)) rmSync(join(out, name));
  }
  for (const [name, text] of files) writeFileSync(join(out, name), text);
  return [...files.keys()];
}

/** Text of every generated file, by its name. */
export function generatedFiles(folder: string): ReadonlyMap<string, string> {
  const releases = readReleases(folder);
  if (releases.length === 0) {
    throw new RangeError(`no folders such as cluster-api-v1.13.5 with CRDs in ${folder}`);
  }
  return new Map([
    ['index.generated.ts', indexFile(releases)],
    ...releases.map((release) => [`${release.name}.generated.ts`, schemaFile(release)] as const),
    ...shapeFiles(releases),
  ]);
}
