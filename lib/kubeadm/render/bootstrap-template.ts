import type { Fields } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import { mapAt, mapsAt } from '../../base/value-at';
import type { RenderContext } from '../../cluster/render/context';
import type { TemplateFile } from '../../cluster/render/infrastructure';
import { KEEP_ANNOTATIONS, ownedMetadata } from '../../cluster/render/metadata';
import type { PoolParts } from '../../cluster/render/pool';
import type { KubeadmPool } from '../model/node-pool';
import { fileFields } from './bootstrap';

/** Kind of the bootstrap templates of pools. */
export const BOOTSTRAP_TEMPLATE_KIND = 'KubeadmConfigTemplate';

/** Renders the KubeadmConfigTemplate of a pool, with the files that belong to its machine template. */
export function renderBootstrapTemplate(
  { cluster, apiVersions, infrastructure }: RenderContext,
  pool: KubeadmPool,
  { bootstrapTemplate }: PoolParts,
  machineTemplate: string,
): Manifest {
  const files = infrastructure.templateFiles?.('workers', machineTemplate) ?? [];
  return {
    apiVersion: apiVersions.bootstrap,
    kind: BOOTSTRAP_TEMPLATE_KIND,
    metadata: ownedMetadata(cluster, pool.deploymentName, KEEP_ANNOTATIONS),
    spec: files.length === 0 ? bootstrapTemplate.spec : withFiles(bootstrapTemplate.spec, files),
  };
}

function withFiles(spec: Fields, files: readonly TemplateFile[]): Fields {
  const config = mapAt(spec, 'template', 'spec');
  const others = mapsAt(config, 'files').map(([file]) => file);
  return { template: { spec: { ...config, files: [...files.map(fileFields), ...others] } } };
}
