import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Finding } from '../base/errors';
import { fixText } from '../base/fix';
import { type DefinedVersion, definedVersions } from './open-api';

/** Version of a kind, with the file that defines it. */
export interface FiledDefinition extends DefinedVersion {
  /** Path relative to the folder that was read, with slashes. */
  readonly file: string;
}

/** Thrown for a folder of CRD files that cannot be used. */
export class CrdFolderError extends Error {
  override readonly name = 'CrdFolderError';

  constructor(
    /** What is wrong with the folder, and how to fix it. */
    readonly finding: Finding,
  ) {
    super(`${JSON.stringify(finding.given)} is not ${finding.allowed}; ${fixText(finding.fix)}`);
  }
}

/**
 * Reads the custom resource definitions of all YAML files in a folder and its subfolders.
 *
 * @throws CrdFolderError if the folder does not exist, a file is not valid YAML, or nothing is defined.
 */
export function readDefinitions(folder: string): FiledDefinition[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new CrdFolderError({
      given: folder,
      allowed: 'an existing folder',
      fix: "write the path relative to the working directory, or join(__dirname, '…')",
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

/** The YAML library is loaded here because a synth without CRD files does not need it. */
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
      fix: `correct${line}: ${error.reason}`,
    });
  }
}
