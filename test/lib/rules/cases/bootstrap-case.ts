import { type BootstrapModel, PLAIN_BOOTSTRAP } from '../../../../lib/model/bootstrap';
import type { ClusterModel } from '../../../../lib/model/cluster';
import type { MachineModel } from '../../../../lib/model/machine';
import { profile } from '../../../support/models';
import { withPool } from '../rule-case';

/** Cluster `demo` with a pool whose machines have some bootstrap of their own. */
export function booted(
  bootstrap: Partial<BootstrapModel>,
  machine: Partial<MachineModel> = {},
  rest: Partial<ClusterModel> = {},
): ClusterModel {
  return withPool({ ...machine, bootstrap: { ...PLAIN_BOOTSTRAP, ...bootstrap } }, rest);
}

/** Cluster `demo` with a pool that starts by Ignition, on a management cluster that lets it. */
export function ignited(
  bootstrap: Partial<BootstrapModel>,
  containerLinuxConfig: Readonly<Record<string, unknown>> = {},
): ClusterModel {
  const format = { kind: 'ignition', containerLinuxConfig, strict: true } as const;
  const featureGates = { kubeadmBootstrapFormatIgnition: true };
  const versions = profile('1.14', undefined, { featureGates });
  return booted({ format, ...bootstrap }, {}, { profile: versions });
}
