import type { AssembledCluster } from '../../lib/assembly/model';
import { AWS_BASTION_DEFAULTS, type AwsBastion } from '../../lib/aws/model/bastion';
import type { AwsCloudModel } from '../../lib/aws/model/cloud';
import type { AwsCluster } from '../../lib/aws/model/cluster';
import { AwsEndpoint } from '../../lib/aws/model/endpoint';
import { AwsImage } from '../../lib/aws/model/image';
import {
  type AwsMachine,
  INSTANCE_METADATA_DEFAULTS,
  INSTANCE_PROFILES,
} from '../../lib/aws/model/machine';
import { AwsSecurityGroups, withAddonRules } from '../../lib/aws/model/security-groups';
import { surroundingsOf } from '../../lib/aws/model/surroundings';
import { peerRange } from '../../lib/base/cidr';
import { attempt } from '../../lib/base/incomplete';
import type { MachineModel } from '../../lib/cluster/model/machine';
import type {
  BootstrapOfMachines,
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
  AwsClusterProps,
  AwsControlPlaneProps,
  AwsKind,
  AwsMachineProps,
  AwsPoolProps,
} from './aws-kind';

const DEFAULT_ENDPOINT = AwsEndpoint.managed();
const DEFAULT_IMAGE = AwsImage.lookup();
const DEFAULT_SECURITY_GROUPS = AwsSecurityGroups.managed();

type Machines = ModelledMachines<AwsClusterProps>;
type OwnInstance = Required<
  OwnMachine & Omit<AwsMachine, Exclude<keyof MachineModel, keyof OwnMachine>>
>;

/** Converts AWS props to models. */
export class AwsModeller implements CloudModeller<AwsKind> {
  constructor(private readonly cloud: () => AwsCloudModel) {}

  /** Returns the AWS part of a cluster's model. */
  cluster({ props }: ModelledCluster<AwsClusterProps>): OwnCluster {
    const endpoint = attempt(() => (props.endpoint ?? DEFAULT_ENDPOINT).model);
    const { bastion } = props;
    const own: Partial<AwsCluster> & OwnCluster = {
      identity: attempt(() => props.identity?.model ?? this.cloud().identity),
      network: attempt(() => props.network.model),
      endpoint,
      surroundings: attempt(() => surroundingsOf({ endpoint })),
      ranges: attempt(() => props.network.ranges),
      ...(props.sshKeyName === undefined ? {} : { sshKeyName: props.sshKeyName }),
      ...(bastion && { bastion: attempt(() => bastionModel(bastion)) }),
      ...(props.bucket && { bucket: props.bucket }),
      tags: props.tags ?? NO_ENTRIES,
    };
    return own;
  }

  /** Adds the security group rules that addons need to a cluster's model. */
  completed(model: AssembledCluster, props: AwsClusterProps): AssembledCluster {
    const groups = attempt(() => (props.securityGroups ?? DEFAULT_SECURITY_GROUPS).model);
    const completed: AssembledCluster & Pick<AwsCluster, 'securityGroups'> = {
      ...model,
      securityGroups: attempt(() => withAddonRules(groups, model.addons)),
    };
    return completed;
  }

  /** Returns the AWS part of a control plane's model. */
  controlPlane(
    props: AwsControlPlaneProps & BootstrapOfMachines,
    machines: Machines,
  ): OwnControlPlane {
    const instance = instanceModel(props, machines, INSTANCE_PROFILES.controlPlane);
    return { ...instance, failureDomains: undefined };
  }

  /** Returns the AWS part of a pool's model. */
  pool(props: AwsPoolProps & BootstrapOfMachines, machines: Machines): OwnPool {
    const instance = instanceModel(props, machines, INSTANCE_PROFILES.workers);
    return { ...instance, preemptible: props.preemptible?.model };
  }
}

/** Returns the fields of instances, which default to those of the cluster. */
function instanceModel(
  props: AwsMachineProps & BootstrapOfMachines,
  { cluster }: Machines,
  profile: string,
): OwnInstance {
  const format = props.bootstrap?.format ?? cluster.bootstrap?.format;
  return {
    size: props.instanceType,
    image: (props.image ?? cluster.image ?? DEFAULT_IMAGE).model,
    sshKeyName: props.sshKeyName ?? cluster.sshKeyName,
    rootVolume: props.rootVolume,
    dataVolumes: props.dataVolumes,
    instanceProfile: props.instanceProfile ?? profile,
    instanceMetadata: { ...INSTANCE_METADATA_DEFAULTS, ...props.instanceMetadata },
    securityGroups: props.securityGroups?.map((group) => group.model) ?? NO_ITEMS,
    subnet: props.subnet?.model,
    publicIp: props.publicIp,
    tags: props.tags ?? NO_ENTRIES,
    placementGroup: props.placementGroup,
    dedicated: props.dedicated,
    capacityReservation: props.capacityReservation,
    efa: props.efa,
    userDataStore: props.userDataStore,
    ignition: format?.model.kind === 'ignition' ? true : undefined,
  };
}

function bastionModel({ allowedCidrs, ...rest }: AwsBastion): NonNullable<AwsCluster['bastion']> {
  return {
    ...AWS_BASTION_DEFAULTS,
    ...rest,
    allowedCidrs: allowedCidrs.map(peerRange),
  };
}
