import type { MachineProps } from '../../constructs/machine-props';
import type {
  OpenStackKind,
  OpenStackMachineProps,
} from '../../constructs/openstack/open-stack-kind';
import type { KubeadmMachine } from '../../lib/kubeadm/model/machine';
import type { OpenStackMachine } from '../../lib/openstack/model/machine';

/** Cluster on OpenStack, as most tests have it, with everything that is known of it. */
export type AssembledCluster = OpenStackKind['model'];

/** Control plane of such a cluster. */
export type AssembledControlPlane = AssembledCluster['controlPlane'];

/** Node pool of such a cluster. */
export type AssembledPool = AssembledCluster['pools'][number];

/** Machines of such a cluster. */
export type AssembledMachine = OpenStackMachine & KubeadmMachine;

/** Props of its control planes and pools. */
export type OpenStackMachines = MachineProps & OpenStackMachineProps;
