import { type CloudObject, OpenStackApi } from './openstack-api';

/** What an administrator offers to the projects of a cloud. */
export interface CloudStock {
  /** Flavors by name: processors, MiB of memory, GiB of disk. */
  readonly flavors: Readonly<Record<string, readonly [vcpus: number, ram: number, disk: number]>>;
  /** Names of public images. */
  readonly images: readonly string[];
}

/** Gives a cloud a stock, as its administrator; the function that is returned puts things back. */
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

  const flavors = await api.list('compute', '/flavors/detail');
  for (const [name, [vcpus, ram, disk]] of Object.entries(stock.flavors)) {
    const other = flavors.find((flavor) => flavor.name === name);
    if (other !== undefined) {
      const before = { name, vcpus: other.vcpus, ram: other.ram, disk: other.disk };
      await api.request('DELETE', 'compute', `/flavors/${other.id}`);
      undo.unshift(() => api.request('POST', 'compute', '/flavors', { flavor: before }));
    }
    await make('compute', '/flavors', { flavor: { name, vcpus, ram, disk } });
  }
  for (const name of stock.images) {
    const format = { disk_format: 'raw', container_format: 'bare' };
    const id = await make('image', '/images', { name, visibility: 'public', ...format });
    await api.request('PUT', 'image', `/images/${id}/file`, 'raw');
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
