import { attempt } from '../../lib/base/incomplete';
import type { MachineModel } from '../../lib/cluster/model/machine';
import type { HetznerCloudModel } from '../../lib/hetzner/model/cloud';
import type { HetznerCluster } from '../../lib/hetzner/model/cluster';
import { namedSecret } from '../../lib/hetzner/model/hetzner-secret';
import { type HCloudMachine, PUBLIC_NETWORK_DEFAULTS } from '../../lib/hetzner/model/machine';
import { HetznerNetwork } from '../../lib/hetzner/model/network';
import { surroundingsOf } from '../../lib/hetzner/model/surroundings';
import type {
  CloudModeller,
  ModelledCluster,
  ModelledMachines,
  OwnCluster,
  OwnMachine,
} from '../cloud';
import { NO_ITEMS } from '../machine-props';
import type { HetznerClusterProps, HetznerKind, HetznerMachineProps } from './hetzner-kind';

/** Defaults of {@link HetznerClusterProps}. */
export const HETZNER_CLUSTER_DEFAULTS = Object.freeze({ secretInWorkloadCluster: true });

const DEFAULT_NETWORK = HetznerNetwork.managed();

type Machines = ModelledMachines<HetznerClusterProps>;
type OwnServer = Required<
  OwnMachine & Omit<HCloudMachine, Exclude<keyof MachineModel, keyof OwnMachine>>
>;
type OwnHetznerCluster = OwnCluster &
  Pick<
    HetznerCluster,
    | 'hetznerSecret'
    | 'secretInWorkloadCluster'
    | 'controlPlaneRegions'
    | 'sshKeys'
    | 'rescueKey'
    | 'placementGroups'
  >;

/** Converts Hetzner Cloud props to models. */
export class HetznerModeller implements CloudModeller<HetznerKind> {
  constructor(private readonly cloud: () => HetznerCloudModel) {}

  /** Returns the Hetzner Cloud part of a cluster's model. */
  cluster({ props, name }: ModelledCluster<HetznerClusterProps>): OwnCluster {
    const { rescueKey, network = DEFAULT_NETWORK } = props;
    const endpoint = attempt(() => props.endpoint.model);
    const own: OwnHetznerCluster = {
      hetznerSecret: attempt(() =>
        namedSecret(props.hetznerSecret?.model ?? this.cloud().hetznerSecret, name),
      ),
      secretInWorkloadCluster:
        props.secretInWorkloadCluster ?? HETZNER_CLUSTER_DEFAULTS.secretInWorkloadCluster,
      controlPlaneRegions: props.controlPlaneRegions,
      network: network.model,
      endpoint,
      surroundings: attempt(() => surroundingsOf({ endpoint })),
      ranges: network.ranges,
      sshKeys: props.sshKeys ?? NO_ITEMS,
      ...(rescueKey && { rescueKey: rescueKey.model }),
      placementGroups: props.placementGroups ?? NO_ITEMS,
    };
    return own;
  }

  /** Returns the Hetzner Cloud part of a control plane's model. */
  controlPlane(props: HetznerMachineProps, machines: Machines): OwnMachine {
    return serverModel(props, machines);
  }

  /** Returns the Hetzner Cloud part of a pool's model. */
  pool(props: HetznerMachineProps, machines: Machines): OwnMachine {
    return serverModel(props, machines);
  }
}

/** Returns the fields of servers, with defaults from the cluster. */
function serverModel(props: HetznerMachineProps, { cluster }: Machines): OwnServer {
  return {
    size: props.serverType,
    rootVolume: undefined,
    sshKeyName: undefined,
    image: (props.image ?? cluster.image).model,
    sshKeys: props.sshKeys ?? NO_ITEMS,
    placementGroup: props.placementGroup,
    publicNetwork: { ...PUBLIC_NETWORK_DEFAULTS, ...props.publicNetwork },
  };
}
