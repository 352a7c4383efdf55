import { compact } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import type { HealthCheckModel } from '../model/machine';
import type { RenderContext } from './context';
import { ownedMetadata } from './metadata';

/** Share of machines that are replaced at a time, which is rounded down. */
const USUAL_SHARE = '40%';

/** Machines of which the usual share is one at least. */
const LEAST_SHARED = 3;

/** Machines that a MachineHealthCheck looks at. */
export interface CheckedMachines {
  readonly matchLabels: Readonly<Record<string, string>>;
  /** Most of them that there are wanted to be. */
  readonly count: number;
}

/** MachineHealthCheck over the machines with some labels. */
export function renderHealthCheck(
  { cluster, core, apiVersions }: RenderContext,
  name: string,
  check: HealthCheckModel,
  { matchLabels, count }: CheckedMachines,
): Manifest {
  const usual = count < LEAST_SHARED ? '1' : USUAL_SHARE;
  return {
    apiVersion: apiVersions.cluster,
    kind: 'MachineHealthCheck',
    metadata: ownedMetadata(cluster, name),
    spec: compact({
      clusterName: cluster.name,
      selector: { matchLabels },
      ...core.healthCheck(
        check.unhealthyRange ? check : { ...check, maxUnhealthy: check.maxUnhealthy ?? usual },
      ),
    }),
  };
}
