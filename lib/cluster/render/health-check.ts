import { compact } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import type { HealthCheckModel } from '../model/machine';
import type { RenderContext } from './context';
import { ownedMetadata } from './metadata';

/** Default share of unhealthy machines up to which they are replaced, rounded down. */
const USUAL_SHARE = '40%';

/** Least number of machines of which the default share is at least one. */
const LEAST_SHARED = 3;

/** Machines that a MachineHealthCheck covers. */
export interface CheckedMachines {
  readonly matchLabels: Readonly<Record<string, string>>;
  /** Largest desired number of these machines. */
  readonly count: number;
}

/** Renders a MachineHealthCheck for the machines with some labels. */
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
