import { secondsOf } from '../../lib/base/duration';
import type {
  DevCloudModel,
  DevMachine,
  DevPart,
  DevStartupModel,
} from '../../lib/dev/model/cluster';
import type {
  CloudModeller,
  ModelledCluster,
  ModelledMachines,
  OwnCluster,
  OwnMachine,
} from '../cloud';
import { NO_ITEMS } from '../machine-props';
import type { DevClusterProps, DevKind, DevMachineProps, DevStartup } from './dev-kind';

type OwnFields = OwnMachine &
  Pick<
    DevMachine,
    'image' | 'preLoadImages' | 'extraMounts' | 'bootstrapTimeoutSeconds' | 'startup'
  >;

/** Makes models of props in the words of the development provider. */
export class DevModeller implements CloudModeller<DevKind> {
  constructor(private readonly cloud: () => DevCloudModel) {}

  /** Part of a cluster's model that the development provider decides on. */
  cluster({ props }: ModelledCluster<DevClusterProps>): OwnCluster {
    return {
      network: { kind: 'managed' },
      endpoint: { kind: 'managed' },
      surroundings: {
        endpointHosts: [],
        hasUnknownEndpoint: true,
        cloudHosts: [],
        hasAnyUserData: true,
      },
      ranges: props,
    };
  }

  /** Part of a control plane's model that the development provider decides on. */
  controlPlane(props: DevMachineProps, machines: ModelledMachines<DevClusterProps>): OwnFields {
    return this.machine(props, machines);
  }

  /** Part of a pool's model that the development provider decides on. */
  pool(props: DevMachineProps, machines: ModelledMachines<DevClusterProps>): OwnFields {
    return this.machine(props, machines);
  }

  private machine(
    props: DevMachineProps,
    { cluster }: ModelledMachines<DevClusterProps>,
  ): OwnFields {
    const [first = ''] = Object.keys(this.cloud().sizes);
    return {
      size: props.size ?? first,
      image: props.image ?? cluster.image,
      preLoadImages: props.preLoadImages ?? NO_ITEMS,
      extraMounts: props.extraMounts ?? NO_ITEMS,
      bootstrapTimeoutSeconds: secondsOf(props.bootstrapTimeout),
      startup: props.startup && startupModel(props.startup),
    };
  }
}

function startupModel(
  startup: Readonly<Partial<Record<DevPart, DevStartup>>>,
): Readonly<Partial<Record<DevPart, DevStartupModel>>> {
  const entries = Object.entries(startup).map(([part, { duration, jitter }]) => [
    part,
    {
      seconds: secondsOf(duration),
      ...(jitter === undefined ? {} : { jitter: String(jitter) }),
    },
  ]);
  return Object.fromEntries(entries);
}
