import { Construct } from 'constructs';
import type { ClusterRanges } from '../../lib/cluster/model/cluster-ranges';
import { ClusterNetwork } from '../../lib/openstack/model/network';
import {
  type ProvisionedNetworkModel,
  type ProvisionedNetworkProps,
  provisionedNetworkModel,
} from '../../lib/openstack/model/provisioned-network';
import { constructInput } from '../construct-input';
import type { OpenStackCloud } from './open-stack-cloud';

/**
 * Network that `pulumi up` creates once for several clusters of a cloud.
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
    const input = constructInput('SharedNetwork', { scope: cloud, id, props });
    super(input.parent, input.id);
    const name = input.props.name ?? `${this.node.scope?.node.id}-${input.id}`;
    this.model = provisionedNetworkModel(input.props, {
      owner: this.node.path,
      shared: true,
      name,
    });
    input.scope.addSharedNetwork(this.model);
  }

  /** Returns this network with the address ranges inside one cluster. */
  clusterNetwork(ranges: ClusterRanges = {}): ClusterNetwork {
    return new ClusterNetwork(ranges, this.model);
  }
}
