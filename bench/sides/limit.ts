import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { PlainObject } from '../fleet-parts';
import { clusterFiles, clusterName } from '../fleet-shape';
import { sideArguments } from './arguments';

// A practical lower bound: plain objects, JSON.stringify, and as many files as the library writes.
// Each file is a stream of JSON documents, which is also YAML.
const { clusters, out, fat } = sideArguments();
const root = join(out, 'management');

for (let index = 0; index < clusters; index++) {
  const folder = join(root, clusterName(index));
  mkdirSync(folder, { recursive: true });
  const { cluster, pools, addons } = clusterFiles(index, fat);
  write(folder, 'cluster.yaml', cluster);
  write(folder, 'pools.yaml', pools);
  write(folder, 'addons.yaml', addons);
  write(folder, 'kustomization.yaml', [list(['cluster.yaml', 'pools.yaml', 'addons.yaml'])]);
}
const names = Array.from({ length: clusters }, (_, index) => clusterName(index));
write(root, 'kustomization.yaml', [list(names)]);

function list(resources: readonly string[]): PlainObject {
  return { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources };
}

function write(folder: string, file: string, objects: readonly PlainObject[]): void {
  const text = objects.map((object) => `---\n${JSON.stringify(object)}\n`).join('');
  writeFileSync(join(folder, file), text);
}
