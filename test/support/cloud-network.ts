import { type CloudObject, OpenStackApi } from './openstack-api';

/** Network with a subnet that somebody has made by hand. */
export interface HandMadeNetwork {
  /** Removes it again. */
  remove(): Promise<void>;
}

/** Makes a network and its subnet, of the same name, on a router to the external network. */
export async function makeNetwork(
  cloudsFile: string,
  name: string,
  cidr: string,
): Promise<HandMadeNetwork> {
  const api = await OpenStackApi.login(cloudsFile, 'demo');
  const make = async (path: string, wrapper: string, fields: CloudObject): Promise<string> => {
    const answer = await api.request('POST', 'network', path, { [wrapper]: { name, ...fields } });
    return String(Reflect.get(Object(answer[wrapper]), 'id'));
  };
  const [external = {}] = await api.list('network', '/networks?router:external=true');
  const network = await make('/networks', 'network', {});
  const subnet = { network_id: network, cidr, ip_version: 4 };
  const subnetId = await make('/subnets', 'subnet', subnet);
  const gateway = { external_gateway_info: { network_id: external.id } };
  const router = await make('/routers', 'router', gateway);
  const attach = { subnet_id: subnetId };
  await api.request('PUT', 'network', `/routers/${router}/add_router_interface`, attach);
  return {
    remove: async () => {
      await api.request('PUT', 'network', `/routers/${router}/remove_router_interface`, attach);
      await api.request('DELETE', 'network', `/routers/${router}`);
      await api.request('DELETE', 'network', `/networks/${network}`);
    },
  };
}

/** Deletes every load balancer of the project, as the OpenStack provider does, and waits until they are gone. */
export async function deleteLoadBalancers(cloudsFile: string): Promise<void> {
  const api = await OpenStackApi.login(cloudsFile, 'demo');
  const path = '/lbaas/loadbalancers';
  for (const { id } of await api.list('load-balancer', path)) {
    await api.request('DELETE', 'load-balancer', `${path}/${id}?cascade=true`);
  }
  while ((await api.list('load-balancer', path)).length > 0) {
    await new Promise((done) => setTimeout(done, 500));
  }
}

/** Puts a machine behind the only load balancer of the project, as the OpenStack provider does; gives what removes it. */
export async function addMember(cloudsFile: string, name: string): Promise<() => Promise<void>> {
  const api = await OpenStackApi.login(cloudsFile, 'demo');
  const [pool = {}] = await api.list('load-balancer', '/lbaas/pools');
  const path = `/lbaas/pools/${pool.id}/members`;
  const isReady = async () => {
    const [balancer] = await api.list('load-balancer', '/lbaas/loadbalancers');
    return balancer?.provisioning_status === 'ACTIVE';
  };
  const wait = async () => {
    while (!(await isReady())) await new Promise((done) => setTimeout(done, 500));
  };
  const member = { name, address: '10.8.0.20', protocol_port: 6443 };
  const made = await api.request('POST', 'load-balancer', path, { member });
  await wait();
  return async () => {
    const id = String(Reflect.get(Object(made.member), 'id'));
    await api.request('DELETE', 'load-balancer', `${path}/${id}`);
    await wait();
  };
}
