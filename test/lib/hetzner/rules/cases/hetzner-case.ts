import type { HetznerCloudModel, ServerType } from '../../../../../lib/hetzner/model/cloud';
import {
  type HetznerBalancerOptions,
  HetznerEndpoint,
} from '../../../../../lib/hetzner/model/endpoint';
import type { HCloudMachine } from '../../../../../lib/hetzner/model/machine';
import {
  type HetznerManagedNetworkOptions,
  HetznerNetwork,
} from '../../../../../lib/hetzner/model/network';
import {
  type HetznerModel,
  hetznerCluster,
  projectModel,
  serverPool,
} from '../../../../support/hetzner-models';

/** Cluster `demo` in a project with some props of its own. */
export function inProject(
  cloud: Partial<HetznerCloudModel>,
  rest: Partial<HetznerModel> = {},
): HetznerModel {
  return hetznerCluster({ cloud: projectModel(cloud), ...rest });
}

/** Cluster `demo` in a project that has one server type besides the usual ones. */
export function withType(name: string, props: Partial<ServerType> = {}): HetznerModel {
  const type = { cpus: 4, memory: '8Gi', disk: '80Gi', ...props };
  return inProject({ sizes: { ...projectModel().sizes, [name]: type } });
}

/** Cluster `demo` with some props of its pool. */
export function withServerPool(
  pool: Partial<HetznerModel['pools'][number]>,
  rest: Partial<HetznerModel> = {},
): HetznerModel {
  return hetznerCluster({ pools: [serverPool(pool)], ...rest });
}

/** Cluster `demo` whose pool boots from an image. */
export function withImage(
  image: HCloudMachine['image'],
  rest: Partial<HetznerModel> = {},
): HetznerModel {
  return withServerPool({ image }, rest);
}

/** Cluster `demo` behind a load balancer. */
export function behind(
  options: Partial<HetznerBalancerOptions>,
  rest: Partial<HetznerModel> = {},
): HetznerModel {
  const endpoint = HetznerEndpoint.managed({ region: 'fsn1', ...options }).model;
  return hetznerCluster({ endpoint, ...rest });
}

/** Cluster `demo` on a private network. */
export function onNetwork(
  options: HetznerManagedNetworkOptions,
  rest: Partial<HetznerModel> = {},
): HetznerModel {
  return hetznerCluster({ network: HetznerNetwork.managed(options).model, ...rest });
}
