import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Bundled, indexFile, readReleases, schemaFile } from './schema-files';
import { shapeFiles } from './shapes';

/** Derives schemas and shapes from CRD files, replaces those in a folder, and returns their names. */
export function generate(folder: string, out: string, bundled?: Bundled): readonly string[] {
  const files = generatedFiles(folder, bundled);
  mkdirSync(out, { recursive: true });
  for (const name of readdirSync(out)) {
    if (name.endsWith('.generated.ts') && !files.has(name)) rmSync(join(out, name));
  }
  for (const [name, text] of files) writeFileSync(join(out, name), text);
  return [...files.keys()];
}

/**
 * Returns the text of every generated file by name.
 *
 * @param bundled Releases and kinds to include; everything in the folder if omitted.
 */
export function generatedFiles(folder: string, bundled?: Bundled): ReadonlyMap<string, string> {
  const releases = readReleases(folder, bundled);
  if (releases.length === 0) {
    throw new RangeError(`${folder} has no folders with CRDs, such as cluster-api-v1.13.5`);
  }
  return new Map([
    ['index.generated.ts', indexFile(releases)],
    ...releases.map((release) => [`${release.name}.generated.ts`, schemaFile(release)] as const),
    ...shapeFiles(releases),
  ]);
}
