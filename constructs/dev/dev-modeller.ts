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

/** Converts the props of development clouds to models. */
export class DevModeller implements CloudModeller<DevKind> {
  constructor(private readonly cloud: () => DevCloudModel) {}

  /** Returns the development provider's part of a cluster's model. */
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

  /** Returns the development provider's part of a control plane's model. */
  controlPlane(props: DevMachineProps, machines: ModelledMachines<DevClusterProps>): OwnFields {
    return this.machine(props, machines);
  }

  /** Returns the development provider's part of a pool's model. */
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
