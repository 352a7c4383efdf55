import type { Manifest } from '../model/addon';
import type { HealthCheckModel } from '../model/machine';
import type { RenderContext } from './context';
import { compact } from './fields';
import { ownedMetadata } from './metadata';

/** MachineHealthCheck over the machines with some labels. */
export function renderHealthCheck(
  { cluster, core, apiVersions }: RenderContext,
  name: string,
  check: HealthCheckModel,
  matchLabels: Readonly<Record<string, string>>,
): Manifest {
  return {
    apiVersion: apiVersions.cluster,
    kind: 'MachineHealthCheck',
    metadata: ownedMetadata(cluster, name),
    spec: compact({
      clusterName: cluster.name,
      selector: { matchLabels },
      ...core.healthCheck(check),
    }),
  };
}
