import type { PlainObject } from './fleet-parts';
import { clusterFiles, clusterName } from './fleet-shape';

const SAMPLE = 0;
const FILES = ['cluster', 'pools', 'addons'] as const;

/**
 * Jsonnet function that makes the files of `n` clusters for `-m`.
 *
 * All files are in one folder, because not every implementation can create folders.
 */
export function jsonnetProgram(fat: boolean): string {
  const files = clusterFiles(SAMPLE, fat);
  const members = FILES.map((file) => member(file, { kind: 'List', items: files[file] }));
  const resources = FILES.map((file) => `${file}.yaml`);
  return `local padded(i) = std.format('site-%05d', i);
local files = {
${[...members, member('kustomization', { kind: 'Kustomization', resources })].join('\n')}
};
function(n) {
  [padded(i) + '.' + file + '.yaml']: files[file](padded(i))
  for i in std.range(0, n - 1)
  for file in std.objectFieldsAll(files)
}
`;
}

function member(file: string, content: PlainObject): string {
  const text = JSON.stringify(content).replaceAll(clusterName(SAMPLE), '" + name + "');
  return `  ${file}(name):: ${text},`;
}
