import { Construct } from 'constructs';
import type { MachineSize } from '../../lib/cluster/model/machine-size';
import type { DevBackend, DevCloudModel, DevLoadBalancerImage } from '../../lib/dev/model/cluster';
import type { CloudModeller, ICloud } from '../cloud';
import { constructInput } from '../construct-input';
import type { DevKind } from './dev-kind';
import { DevModeller } from './dev-modeller';

/** Props of a {@link DevCloud}. */
export interface DevCloudProps<S extends string = string> {
  /**
   * What stands for machines.
   *
   * - `docker`: containers of the Docker daemon that the provider's manager reaches, as kind has them.
   * - `inMemory`: nothing at all; the manager answers as API servers, etcd and kubelets would. It is for trying what
   *   Cluster API does.
   */
  readonly backend: DevBackend;
  /**
   * Sizes of machines that clusters may use, of which an autoscaler is told; a container takes what the laptop has.
   *
   * @default - `machine`, with 2 CPUs, 4 GiB of memory and 20 GiB of disk
   */
  readonly sizes?: Readonly<Record<S, MachineSize>>;
  /**
   * Failure domains over which control planes are spread, and that pools may name; with the backend `docker`.
   *
   * @default - none
   * @see DevCluster.spec.backend.docker.failureDomains (infrastructure.cluster.x-k8s.io)
   */
  readonly failureDomains?: readonly string[];
  /**
   * Image of the container that balances API servers, with the backend `docker`.
   *
   * @default - the provider's own
   * @see DevCluster.spec.backend.docker.loadBalancer (infrastructure.cluster.x-k8s.io)
   */
  readonly loadBalancerImage?: DevLoadBalancerImage;
}

/** Defaults of {@link DevCloudProps}. */
export const DEV_CLOUD_DEFAULTS = Object.freeze({
  sizes: Object.freeze({ machine: Object.freeze({ cpus: 2, memory: '4Gi', disk: '20Gi' }) }),
});

/**
 * Laptop on which clusters are containers, or management cluster in whose memory they are, by Cluster API's own provider for
 * development. It needs no cloud and no credentials, and is not for production.
 *
 * ```ts
 * const laptop = new DevCloud(fleet, 'laptop', { backend: 'docker' });
 * const first = new WorkloadCluster(mothership, 'first', {
 *   cloud: laptop,
 *   kubernetesVersion: '1.34.0',
 *   controlPlane: { replicas: 1 },
 * });
 * first.addNodePool('workers', { replicas: 2 });
 * ```
 */
export class DevCloud<S extends string = 'machine'>
  extends Construct
  implements ICloud<DevKind<S>>
{
  /** Types of what runs on the cloud; there is no value. */
  declare readonly kindOf: DevKind<S>;
  /** Cloud as plain data. */
  readonly model: DevCloudModel;
  /** What makes models of props in the words of the development provider. */
  readonly modeller: CloudModeller<DevKind<S>> = new DevModeller(() => this.model);

  constructor(scope: Construct, id: string, props: DevCloudProps<S>) {
    const input = constructInput('DevCloud', { scope, id, props });
    super(input.parent, input.id);
    const { backend, sizes = DEV_CLOUD_DEFAULTS.sizes, ...rest } = input.props;
    this.model = {
      kind: 'dev',
      path: this.node.path,
      name: this.node.id,
      backend,
      ...(backend === 'inMemory' && { runsPods: false }),
      sizes,
      ...rest,
    };
  }
}
