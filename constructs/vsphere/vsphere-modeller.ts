import { attempt } from '../../lib/base/incomplete';
import type { MachineModel } from '../../lib/cluster/model/machine';
import {
  PLACEMENT_FIELDS,
  type VmPlacement,
  type VSphereCloudModel,
} from '../../lib/vsphere/model/cloud';
import type { VSphereCluster } from '../../lib/vsphere/model/cluster';
import { namedIdentity } from '../../lib/vsphere/model/identity';
import type { VSphereMachine } from '../../lib/vsphere/model/machine';
import type { VSphereNetwork } from '../../lib/vsphere/model/network';
import { surroundingsOf } from '../../lib/vsphere/model/surroundings';
import type {
  CloudModeller,
  ModelledCluster,
  ModelledMachines,
  OwnCluster,
  OwnMachine,
} from '../cloud';
import { NO_ENTRIES, NO_ITEMS } from '../machine-props';
import type {
  VSphereClusterProps,
  VSphereKind,
  VSphereMachineProps,
  VSphereNetworkProps,
} from './vsphere-kind';

/** Defaults of {@link VSphereClusterProps}. */
export const VSPHERE_CLUSTER_DEFAULTS = Object.freeze({ clusterModules: true });

type Machines = ModelledMachines<VSphereClusterProps>;
type CommonFields = Omit<MachineModel, keyof OwnMachine>;
type OwnVm = Required<Omit<VSphereMachine, keyof CommonFields | 'sshKeyName'>>;

/** Converts vSphere props to models. */
export class VSphereModeller implements CloudModeller<VSphereKind> {
  constructor(private readonly cloud: () => VSphereCloudModel) {}

  /** Returns the vSphere part of a cluster's model. */
  cluster({ props, name }: ModelledCluster<VSphereClusterProps>): OwnCluster {
    const cloud = this.cloud();
    const network = attempt(() => networkModel(props.network));
    const endpoint = attempt(() => props.endpoint.model);
    const own: OwnCluster & Pick<VSphereCluster, 'identity' | 'clusterModules'> = {
      identity: attempt(() => namedIdentity(props.identity?.model ?? cloud.identity, name)),
      network,
      endpoint,
      clusterModules: props.clusterModules ?? VSPHERE_CLUSTER_DEFAULTS.clusterModules,
      surroundings: attempt(() => surroundingsOf({ cloud, endpoint, network })),
      ranges: props.network,
    };
    return own;
  }

  /** Returns the vSphere part of a control plane's model. */
  controlPlane(props: VSphereMachineProps, machines: Machines): OwnMachine {
    return vmModel(props, machines);
  }

  /** Returns the vSphere part of a pool's model. */
  pool(props: VSphereMachineProps, machines: Machines): OwnMachine {
    return vmModel(props, machines);
  }
}

/** Returns the placement props that are set. */
export function placementModel(props: VmPlacement): VmPlacement {
  const given = PLACEMENT_FIELDS.flatMap((name) =>
    props[name] === undefined ? [] : [[name, props[name]] as const],
  );
  return Object.fromEntries(given);
}

function vmModel(props: VSphereMachineProps, { cluster }: Machines): OwnVm {
  return {
    size: props.size,
    template: (props.template ?? cluster.template).model,
    placement: placementModel(props),
    devices: props.devices?.map((device) => device.model),
    rootVolume: props.diskGiB === undefined ? undefined : { sizeGiB: props.diskGiB },
    dataDisks: props.dataDisks,
    powerOff: props.powerOff?.model,
    tagIDs: props.tagIDs ?? NO_ITEMS,
    customVMXKeys: props.customVMXKeys ?? NO_ENTRIES,
    hardwareVersion: props.hardwareVersion,
    nestedHV: props.nestedHV,
  };
}

function networkModel({ devices, nodeCidr, nodeCidrIPv6 }: VSphereNetworkProps): VSphereNetwork {
  const mtu = devices[0]?.model.mtu;
  return {
    kind: 'adopted',
    devices: devices.map((device) => device.model),
    ...(nodeCidr === undefined ? {} : { nodeCidr }),
    ...(nodeCidrIPv6 === undefined ? {} : { nodeCidrIPv6 }),
    ...(mtu === undefined ? {} : { mtu }),
  };
}
