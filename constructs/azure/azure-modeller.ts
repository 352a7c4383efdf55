import type { AssembledCluster } from '../../lib/assembly/model';
import { AZURE_BASTION_DEFAULTS } from '../../lib/azure/model/bastion';
import { type AzureCloudModel, diskController } from '../../lib/azure/model/cloud';
import type { AzureCluster } from '../../lib/azure/model/cluster';
import type { AzureControlPlane } from '../../lib/azure/model/control-plane';
import { diskDevice } from '../../lib/azure/model/disk';
import { AzureEndpoint, withAddress } from '../../lib/azure/model/endpoint';
import { AzureEtcdDisk } from '../../lib/azure/model/etcd-disk';
import { AzureImage } from '../../lib/azure/model/image';
import type { AzureMachine } from '../../lib/azure/model/machine';
import { AzureMachineIdentity } from '../../lib/azure/model/machine-identity';
import { outboundModel } from '../../lib/azure/model/outbound';
import { surroundingsOf } from '../../lib/azure/model/surroundings';
import { attempt } from '../../lib/base/incomplete';
import type { MachineModel } from '../../lib/cluster/model/machine';
import type {
  CloudModeller,
  ModelledCluster,
  ModelledMachines,
  OwnCluster,
  OwnControlPlane,
  OwnMachine,
  OwnPool,
} from '../cloud';
import { NO_ENTRIES, NO_ITEMS } from '../machine-props';
import type {
  AzureClusterProps,
  AzureControlPlaneProps,
  AzureKind,
  AzureMachineProps,
  AzurePoolProps,
} from './azure-kind';

const DEFAULT_ENDPOINT = AzureEndpoint.public();
const DEFAULT_IMAGE = AzureImage.reference();
const DEFAULT_IDENTITY = AzureMachineIdentity.none();
const DEFAULT_ETCD_DISK = AzureEtcdDisk.own();

type Machines = ModelledMachines<AzureClusterProps>;
type OwnVm = Required<
  OwnMachine & Omit<AzureMachine, Exclude<keyof MachineModel, keyof OwnMachine>>
>;
/** Control plane with its etcd disk, if any. */
type WithEtcdDisk = AssembledCluster['controlPlane'] & Pick<AzureControlPlane, 'etcdDisk' | 'size'>;

/** Converts Azure props to models. */
export class AzureModeller implements CloudModeller<AzureKind> {
  constructor(private readonly cloud: () => AzureCloudModel) {}

  /** Returns the Azure part of a cluster's model. */
  cluster({ props, name }: ModelledCluster<AzureClusterProps>): OwnCluster {
    const network = attempt(() => props.network.model);
    const endpoint = attempt(() =>
      withAddress((props.endpoint ?? DEFAULT_ENDPOINT).model, network),
    );
    const { bastion, nodeOutbound } = props;
    const own: Partial<AzureCluster> & OwnCluster = {
      identity: attempt(() => props.identity?.model ?? this.cloud().identity),
      network,
      endpoint,
      surroundings: attempt(() => surroundingsOf({ endpoint, cloud: this.cloud(), name })),
      ranges: attempt(() => props.network.ranges),
      ...(props.resourceGroup === undefined ? {} : { resourceGroup: props.resourceGroup }),
      ...(nodeOutbound && { nodeOutbound: outboundModel(nodeOutbound) }),
      ...(bastion && { bastion: { ...AZURE_BASTION_DEFAULTS, ...bastion } }),
      tags: props.tags ?? NO_ENTRIES,
    };
    return own;
  }

  /** Adds the etcd disk to a cluster's model, if etcd runs on the machines and has no other disk. */
  completed(model: AssembledCluster): AssembledCluster {
    const controlPlane = model.controlPlane as WithEtcdDisk;
    const { etcd = { kind: 'local' }, etcdDisk } = controlPlane;
    if (etcdDisk === undefined) return model;
    const isForEtcd = etcd.kind === 'local' && etcd.volume === undefined;
    if (isForEtcd) {
      const device = attempt(() =>
        diskDevice(etcdDisk.lun, diskController(this.cloud(), controlPlane.size)),
      );
      const placed: WithEtcdDisk = { ...controlPlane, etcd: { ...etcd, volume: { device } } };
      return { ...model, controlPlane: placed };
    }
    // An explicit disk is a mistake here, which a rule reports.
    if (etcdDisk !== DEFAULT_ETCD_DISK.model) return model;
    const without: WithEtcdDisk = { ...controlPlane, etcdDisk: undefined };
    return { ...model, controlPlane: without };
  }

  /** Returns the Azure part of a control plane's model. */
  controlPlane(props: AzureControlPlaneProps, machines: Machines): OwnControlPlane {
    const own: OwnControlPlane & Pick<WithEtcdDisk, 'etcdDisk'> = {
      ...machineModel(props, machines),
      etcdDisk: (props.etcdDisk ?? DEFAULT_ETCD_DISK).model,
      failureDomains: props.failureDomains,
    };
    return own;
  }

  /** Returns the Azure part of a pool's model. */
  pool(props: AzurePoolProps, machines: Machines): OwnPool {
    return { ...machineModel(props, machines), preemptible: props.preemptible?.model };
  }
}

/** Returns the fields of VMs, which default to those of the cluster. */
function machineModel(props: AzureMachineProps, { cluster }: Machines): OwnVm {
  return {
    size: props.vmSize,
    image: (props.image ?? cluster.image ?? DEFAULT_IMAGE).model,
    sshKeyName: undefined,
    sshPublicKey: props.sshPublicKey ?? cluster.sshPublicKey,
    rootVolume: props.osDisk,
    dataDisks: props.dataDisks,
    identity: (props.machineIdentity ?? DEFAULT_IDENTITY).model,
    subnet: props.subnet,
    acceleratedNetworking: props.acceleratedNetworking,
    publicIp: props.publicIp,
    ipForwarding: props.ipForwarding,
    dnsServers: props.dnsServers ?? NO_ITEMS,
    tags: props.tags ?? NO_ENTRIES,
    securityProfile: props.securityProfile,
    ultraSsd: props.ultraSsd,
    bootDiagnostics: props.bootDiagnostics?.model,
    capacityReservationGroupId: props.capacityReservationGroupId,
  };
}
