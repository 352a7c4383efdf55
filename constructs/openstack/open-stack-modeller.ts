import type { AssembledCluster } from '../../lib/assembly/model';
import { attempt } from '../../lib/base/incomplete';
import { cloudName } from '../../lib/cluster/model/cloud-name';
import type { MachineModel } from '../../lib/cluster/model/machine';
import type { PoolKind } from '../../lib/cluster/model/pool-marks';
import type { OpenStackCloudModel } from '../../lib/openstack/model/cloud';
import type { OpenStackCluster } from '../../lib/openstack/model/cluster';
import type { OpenStackControlPlane } from '../../lib/openstack/model/control-plane';
import type { CredentialsModel } from '../../lib/openstack/model/credentials';
import { withDerivedRules } from '../../lib/openstack/model/derived-rules';
import { ApiEndpoint } from '../../lib/openstack/model/endpoint';
import { type OpenStackMachine, ServerGroup } from '../../lib/openstack/model/machine';
import { placedEndpoint, placedNetwork } from '../../lib/openstack/model/provisioning';
import { SecurityGroups } from '../../lib/openstack/model/security-groups';
import { markedServers } from '../../lib/openstack/model/server-marks';
import { surroundingsOf } from '../../lib/openstack/model/surroundings';
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
import { bastionModel } from './bastion-props';
import { floatingIPPoolsOf } from './floating-ip-pool';
import { portModel } from './machine-port';
import type {
  OpenStackClusterProps,
  OpenStackControlPlaneProps,
  OpenStackKind,
  OpenStackMachineProps,
  OpenStackPoolProps,
} from './open-stack-kind';

/** Defaults of {@link OpenStackControlPlaneProps}. */
export const OPENSTACK_CONTROL_PLANE_DEFAULTS = Object.freeze({ omitAvailabilityZone: false });

const DEFAULT_ENDPOINT = ApiEndpoint.managed();
const DEFAULT_SECURITY_GROUPS = SecurityGroups.managed();

type Machines = ModelledMachines<OpenStackClusterProps>;
type OwnServer = Required<OwnMachine & Omit<OpenStackMachine, keyof MachineModel>>;

/** Creates the OpenStack models of props. */
export class OpenStackModeller implements CloudModeller<OpenStackKind> {
  constructor(private readonly cloud: () => OpenStackCloudModel) {}

  /** Creates the OpenStack part of a cluster's model. */
  cluster({ props, scope, ...names }: ModelledCluster<OpenStackClusterProps>): OwnCluster {
    const cloud = this.cloud();
    const { bastion } = props;
    const given = (props.endpoint ?? DEFAULT_ENDPOINT).model;
    const network = attempt(() => placedNetwork(props.network.model, given, names));
    const endpoint = attempt(() => placedEndpoint(given, network, cloud));
    const own: Partial<OpenStackCluster> & OwnCluster = {
      credentials: attempt(() =>
        namedCredentials(props.credentials?.model ?? cloud.credentials, names.name),
      ),
      network,
      endpoint,
      surroundings: attempt(() => surroundingsOf({ cloud, endpoint, network })),
      ranges: attempt(() => props.network.ranges),
      ...(bastion && {
        bastion: attempt(() => bastionModel(bastion, props)),
      }),
      tags: props.tags ?? [],
      ...floatingIPPoolsOf(scope),
    };
    return own;
  }

  /** Completes the model of a cluster with the firewall rules that its addons and CNI need. */
  completed(model: AssembledCluster, props: OpenStackClusterProps): AssembledCluster {
    const groups = (props.securityGroups ?? DEFAULT_SECURITY_GROUPS).model;
    const completed: AssembledCluster & Pick<OpenStackCluster, 'securityGroups'> = {
      ...model,
      securityGroups: attempt(() => withDerivedRules(groups, model)),
    };
    return completed;
  }

  /** Creates the OpenStack part of a control plane's model. */
  controlPlane(props: OpenStackControlPlaneProps, machines: Machines): OwnControlPlane {
    const own: OwnControlPlane & OwnServer & Pick<OpenStackControlPlane, 'omitAvailabilityZone'> = {
      ...serverModel(props, machines),
      failureDomains: props.failureDomains,
      omitAvailabilityZone:
        props.omitAvailabilityZone ?? OPENSTACK_CONTROL_PLANE_DEFAULTS.omitAvailabilityZone,
    };
    return own;
  }

  /** Creates the OpenStack part of a pool's model. */
  pool(props: OpenStackPoolProps & Pick<PoolKind, 'os'>, machines: Machines): OwnPool {
    const server = serverModel(props, machines);
    const preemptible = props.preemptible?.model;
    return { ...server, ...markedServers({ preemptible, os: props.os }, server), preemptible };
  }
}

/** Creates the server fields of machines, which default to those of the cluster. */
function serverModel(props: OpenStackMachineProps, { cluster, names, group }: Machines): OwnServer {
  const { serverGroup } = props;
  const isMade = serverGroup instanceof ServerGroup;
  return {
    size: props.flavor,
    image: (props.image ?? cluster.image).lookup,
    sshKeyName: props.sshKeyName ?? cluster.sshKeyName,
    rootVolume: props.rootVolume,
    additionalBlockDevices: props.additionalBlockDevices?.map((device) => device.model),
    identity: props.identity?.model,
    trunk: props.trunk,
    floatingIPPool: props.floatingIPPool,
    ports: props.ports?.map(portModel),
    schedulerHints: props.schedulerHints,
    securityGroups: props.securityGroups?.map((one) => one.lookup) ?? NO_ITEMS,
    serverGroup: isMade
      ? { filter: { name: `${cloudName(names)}-${group}` } }
      : serverGroup?.lookup,
    serverGroupPolicy: isMade ? serverGroup.policy : undefined,
    tags: props.tags ?? NO_ITEMS,
    serverMetadata: props.serverMetadata ?? NO_ENTRIES,
    configDrive: props.configDrive,
  };
}

function namedCredentials(credentials: CredentialsModel, cluster: string): CredentialsModel {
  if (credentials.kind === 'clusterIdentity' || credentials.secretName !== '') return credentials;
  return { ...credentials, secretName: `${cluster}-cloud-config` };
}
