import { Construct } from 'constructs';
import { ClusterNetwork, type ClusterRanges } from '../lib/model/network';
import {
  type ProvisionedNetworkModel,
  type ProvisionedNetworkProps,
  provisionedNetworkModel,
} from '../lib/model/provisioned-network';
import type { OpenStackCloud } from './open-stack-cloud';

/**
 * Network that `pulumi up` makes once for several clusters of a cloud.
 *
 * ```ts
 * const floor = new SharedNetwork(cloud, 'floor', { nodeCidr: '10.8.0.0/16' });
 * new WorkloadCluster(mothership, 'prod-eu', { cloud, network: floor.clusterNetwork(), ...rest });
 * ```
 */
export class SharedNetwork extends Construct {
  /** Network as plain data. */
  readonly model: ProvisionedNetworkModel;

  constructor(cloud: OpenStackCloud, id: string, props: ProvisionedNetworkProps) {
    super(cloud, id);
    const name = props.name ?? `${cloud.node.id}-${id}`;
    this.model = provisionedNetworkModel(props, { owner: this.node.path, shared: true, name });
    cloud.addSharedNetwork(this.model);
  }

  /** This network with the address ranges inside one cluster. */
  clusterNetwork(ranges: ClusterRanges = {}): ClusterNetwork {
    return new ClusterNetwork(ranges, this.model);
  }
}
