import { type CloudObject, OpenStackApi } from './openstack-api';

/** What an administrator offers to the projects of a cloud. */
export interface CloudStock {
  /** Flavors by name: processors, MiB of memory, GiB of disk. */
  readonly flavors: Readonly<Record<string, readonly [vcpus: number, ram: number, disk: number]>>;
  /** Names of public images. */
  readonly images: readonly string[];
  /** External networks by name, with the range of each. */
  readonly externalNetworks: Readonly<Record<string, string>>;
}

/** Makes what a cloud has not got of a stock, as its administrator; the function that is returned takes it away again. */
export async function stockCloud(
  cloudsFile: string,
  stock: CloudStock,
): Promise<() => Promise<void>> {
  const api = await OpenStackApi.login(cloudsFile, 'admin');
  const undo: (() => Promise<unknown>)[] = [];
  const make = async (service: string, path: string, body: object): Promise<string> => {
    const id = idIn(await api.request('POST', service, path, body));
    undo.unshift(() => api.request('DELETE', service, `${path}/${id}`));
    return id;
  };
  const lacks = async (service: string, path: string, names: readonly string[]) => {
    const known = (await api.list(service, path)).map(({ name }) => name);
    return names.filter((name) => !known.includes(name));
  };

  for (const name of await lacks('compute', '/flavors', Object.keys(stock.flavors))) {
    const [vcpus, ram, disk] = stock.flavors[name] ?? [1, 1, 1];
    await make('compute', '/flavors', { flavor: { name, vcpus, ram, disk } });
  }
  for (const name of await lacks('image', '/images', stock.images)) {
    const format = { disk_format: 'raw', container_format: 'bare' };
    await make('image', '/images', { name, visibility: 'public', ...format });
  }
  for (const name of await lacks('network', '/networks', Object.keys(stock.externalNetworks))) {
    const network = { name, 'router:external': true };
    const id = await make('network', '/networks', { network });
    const cidr = stock.externalNetworks[name];
    const subnet = { network_id: id, cidr, ip_version: 4, enable_dhcp: false };
    await make('network', '/subnets', { subnet });
  }
  return async () => {
    for (const one of undo) await one();
  };
}

/** Identifier of what was made, which most services wrap. */
function idIn(answer: CloudObject): string {
  const [wrapped] = Object.values(answer);
  return String(answer.id ?? Reflect.get(Object(wrapped), 'id'));
}
