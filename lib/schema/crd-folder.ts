import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Finding } from '../base/errors';
import { fixText } from '../base/fix';
import { type DefinedVersion, definedVersions } from './open-api';

/** Version of a kind, with the file that defines it. */
export interface FiledDefinition extends DefinedVersion {
  /** Path below the folder that was read, with slashes. */
  readonly file: string;
}

/** Folder of CRD files that cannot be used as it is. */
export class CrdFolderError extends Error {
  override readonly name = 'CrdFolderError';

  constructor(
    /** What is wrong with the folder, and what to do about it. */
    readonly finding: Finding,
  ) {
    super(`${JSON.stringify(finding.given)} is not ${finding.allowed}; ${fixText(finding.fix)}`);
  }
}

/**
 * Reads the custom resource definitions of all YAML files in a folder and the folders in it.
 *
 * @throws CrdFolderError when there is no such folder, a file is no YAML, or nothing is defined.
 */
export function readDefinitions(folder: string): FiledDefinition[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new CrdFolderError({
      given: folder,
      allowed: 'a folder that is there',
      fix: "write the path from where the program runs, or join(__dirname, '…')",
    });
  }
  const definitions = yamlFiles(folder).flatMap((path) => readFile(folder, path));
  if (definitions.length > 0) return definitions;
  throw new CrdFolderError({
    given: folder,
    allowed: 'a folder with custom resource definitions in files that end in .yaml or .yml',
    fix: 'put the CRD files of the management cluster there',
  });
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function readFile(folder: string, path: string): FiledDefinition[] {
  const text = readFileSync(path, 'utf8');
  if (!text.includes('CustomResourceDefinition')) return [];
  const file = relative(folder, path).split(sep).join('/');
  const versions = parseDocuments(text, file).flatMap(definedVersions);
  return versions.map((defined) => ({ ...defined, file }));
}

/** Loads the YAML library only here: a synth that reads no CRD files does without it. */
function parseDocuments(text: string, file: string): readonly unknown[] {
  const yaml: typeof import('js-yaml') = require('js-yaml');
  try {
    return yaml.loadAll(text);
  } catch (error) {
    if (!(error instanceof yaml.YAMLException)) throw error;
    const line = error.mark === undefined ? '' : ` line ${error.mark.line + 1}`;
    throw new CrdFolderError({
      given: file,
      allowed: 'a file of YAML documents',
      fix: `mend${line}: ${error.reason}`,
    });
  }
}
