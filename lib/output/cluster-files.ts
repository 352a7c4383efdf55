import type { RenderedObject, Section } from '../assembly/render-cluster';
import { emitDocuments, emitYaml } from './emit-yaml';

/** Distribution of the objects of a cluster over files. */
export type OutputLayout = 'file-per-concern' | 'file-per-pool-and-addon';

/** File of a cluster's folder, with its objects. */
export interface ClusterFile {
  /** Name of the file in the folder. */
  readonly name: string;
  /** Objects of the file, in order. */
  readonly objects: readonly RenderedObject[];
  /** Text of the file. */
  readonly content: string;
}

const FILE_OF: Readonly<Record<Section, string>> = {
  cluster: 'cluster.yaml',
  pools: 'pools.yaml',
  addons: 'addons.yaml',
};

/** Distributes the objects of a cluster over the files of its folder. */
export function clusterFiles(
  objects: readonly RenderedObject[],
  layout: OutputLayout,
): ClusterFile[] {
  const files = new Map<string, RenderedObject[]>();
  for (const rendered of objects) {
    const name = fileName(rendered, layout);
    const file = files.get(name);
    if (file === undefined) files.set(name, [rendered]);
    else file.push(rendered);
  }
  return [...files].map(([name, members]) => ({
    name,
    objects: members,
    content: emitDocuments(members.map((member) => member.object)),
  }));
}

/** Text of a kustomization that lists files and folders. */
export function kustomization(resources: readonly string[]): string {
  return emitYaml({
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources,
  });
}

function fileName({ section, group }: RenderedObject, layout: OutputLayout): string {
  if (layout === 'file-per-concern' || group === '') return FILE_OF[section];
  return section === 'pools' ? `pool-${group}.yaml` : `addon-${group}.yaml`;
}
