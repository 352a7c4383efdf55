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
   * Backend that provides the machines.
   *
   * - `docker`: containers in the Docker daemon that the provider's manager connects to, as in kind.
   * - `inMemory`: no real machines. The manager answers in place of API servers, etcd and kubelets. It is for testing the
   *   behavior of Cluster API.
   */
  readonly backend: DevBackend;
  /**
   * Machine sizes that clusters can use, for the autoscaler. A container itself can use all resources of the laptop.
   *
   * @default - `machine`, with 2 CPUs, 4 GiB of memory and 20 GiB of disk
   */
  readonly sizes?: Readonly<Record<S, MachineSize>>;
  /**
   * Failure domains that control planes are spread over and that pools can name; only for the backend `docker`.
   *
   * @default - no failure domains
   * @see DevCluster.spec.backend.docker.failureDomains (infrastructure.cluster.x-k8s.io)
   */
  readonly failureDomains?: readonly string[];
  /**
   * Image of the load balancer container for API servers; only for the backend `docker`.
   *
   * @default - the provider's default image
   * @see DevCluster.spec.backend.docker.loadBalancer (infrastructure.cluster.x-k8s.io)
   */
  readonly loadBalancerImage?: DevLoadBalancerImage;
}

/** Defaults of {@link DevCloudProps}. */
export const DEV_CLOUD_DEFAULTS = Object.freeze({
  sizes: Object.freeze({ machine: Object.freeze({ cpus: 2, memory: '4Gi', disk: '20Gi' }) }),
});

/**
 * Development cloud whose clusters are containers on a laptop, or exist only in the memory of the management cluster.
 *
 * It uses Cluster API's own provider for development, needs no cloud and no credentials, and is not for production.
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
  /** Types of the constructs on this cloud; exists only for type inference. */
  declare readonly kindOf: DevKind<S>;
  /** Cloud as plain data. */
  readonly model: DevCloudModel;
  /** Converts the props of development clouds to models. */
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
