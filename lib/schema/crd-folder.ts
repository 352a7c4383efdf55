import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DefinedVersion, definedVersions } from './open-api';

/** Reads the custom resource definitions of all YAML files in a folder and the folders in it. */
export function readDefinitions(folder: string): DefinedVersion[] {
  if (!existsSync(folder)) throw new RangeError(`no folder ${folder} with CRD files`);
  return yamlFiles(folder).flatMap(readFile);
}

function yamlFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function readFile(file: string): DefinedVersion[] {
  const text = readFileSync(file, 'utf8');
  if (!text.includes('CustomResourceDefinition')) return [];
  return parseDocuments(text).flatMap(definedVersions);
}

/** Loads the YAML library only here: a synth that reads no CRD files does without it. */
function parseDocuments(text: string): readonly unknown[] {
  const yaml: typeof import('js-yaml') = require('js-yaml');
  return yaml.loadAll(text);
}
