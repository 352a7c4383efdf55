import { type BootstrapModel, PLAIN_BOOTSTRAP } from '../../../../../lib/kubeadm/model/bootstrap';
import { BlockDevice } from '../../../../../lib/openstack/model/block-device';
import { profile } from '../../../../support/models';
import type { AssembledCluster, AssembledMachine } from '../../../../support/openstack-cluster';
import { withPool } from '../../../assembly/rule-case';

/** Disks of machines besides the one that they boot from: `/dev/vdb` and `/dev/vdc`. */
export const DISKS: Partial<AssembledMachine> = {
  additionalBlockDevices: [
    BlockDevice.volume('etcd', { sizeGiB: 8 }).model,
    BlockDevice.volume('data', { sizeGiB: 20 }).model,
  ],
  configDrive: true,
};

/** Cluster `demo` with a pool whose machines have some bootstrap of their own. */
export function booted(
  bootstrap: Partial<BootstrapModel>,
  machine: Partial<AssembledMachine> = {},
  rest: Partial<AssembledCluster> = {},
): AssembledCluster {
  const disks = bootstrap.diskSetup === undefined ? {} : DISKS;
  return withPool({ ...disks, ...machine, bootstrap: { ...PLAIN_BOOTSTRAP, ...bootstrap } }, rest);
}

/** Cluster `demo` with a pool that starts by Ignition, on a management cluster that lets it. */
export function ignited(
  bootstrap: Partial<BootstrapModel>,
  containerLinuxConfig: Readonly<Record<string, unknown>> = {},
): AssembledCluster {
  const format = { kind: 'ignition', containerLinuxConfig, strict: true } as const;
  const featureGates = { kubeadmBootstrapFormatIgnition: true };
  const versions = profile('1.14', undefined, { featureGates });
  return booted({ format, ...bootstrap }, {}, { profile: versions });
}
