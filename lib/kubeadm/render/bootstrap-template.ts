import type { Manifest } from '../../base/manifest';
import type { RenderContext } from '../../cluster/render/context';
import { KEEP_ANNOTATIONS, ownedMetadata } from '../../cluster/render/metadata';
import type { PoolParts } from '../../cluster/render/pool';
import type { KubeadmPool } from '../model/node-pool';

/** Kind of the templates that kubeadm starts the machines of pools by. */
export const BOOTSTRAP_TEMPLATE_KIND = 'KubeadmConfigTemplate';

/** KubeadmConfigTemplate of a pool. */
export function renderBootstrapTemplate(
  { cluster, apiVersions }: RenderContext,
  pool: KubeadmPool,
  { bootstrapTemplate }: PoolParts,
): Manifest {
  return {
    apiVersion: apiVersions.bootstrap,
    kind: BOOTSTRAP_TEMPLATE_KIND,
    metadata: ownedMetadata(cluster, pool.deploymentName, KEEP_ANNOTATIONS),
    spec: bootstrapTemplate.spec,
  };
}
