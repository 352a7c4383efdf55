import type { Fields } from '../../base/fields';
import { mapsIn } from '../../base/value-at';

/** Types of services in the catalog, including older names. */
export const SERVICES = Object.freeze({
  compute: ['compute'],
  network: ['network'],
  image: ['image'],
  volume: ['volumev3', 'block-storage', 'block-store', 'volume'],
  loadBalancer: ['load-balancer'],
  dns: ['dns'],
  identity: ['identity'],
});

/** Service of a cloud. */
export type Service = keyof typeof SERVICES;

/** Versions to append to the endpoints of services, which the catalog may leave out. */
const VERSIONS: Readonly<Partial<Record<Service, string>>> = {
  network: '/v2.0',
  image: '/v2',
  loadBalancer: '/v2.0',
  dns: '/v2',
  identity: '/v3',
};

/** Endpoints of a cloud, from the catalog of a token. */
export class Catalog {
  private readonly endpoints: readonly {
    readonly type: string;
    readonly url: string;
    readonly region: string;
  }[];

  constructor(catalog: unknown, kind: string) {
    this.endpoints = mapsIn(catalog).flatMap(({ type, endpoints }) =>
      mapsIn(endpoints)
        .filter((endpoint) => endpoint.interface === kind)
        .map((endpoint) => ({
          type: String(type),
          url: String(endpoint.url),
          region: regionOf(endpoint),
        })),
    );
  }

  /** Regions with at least one endpoint. */
  get regions(): readonly string[] {
    return [...new Set(this.endpoints.map(({ region }) => region))].sort();
  }

  /** Returns the URL of a service including its version, or undefined if there is none. */
  urlOf(service: Service, region: string | undefined): string | undefined {
    const types: readonly string[] = SERVICES[service];
    const found = this.endpoints.find(
      (one) => types.includes(one.type) && (region === undefined || one.region === region),
    );
    return found && versioned(service, found.url);
  }
}

function regionOf({ region_id: id, region }: Fields): string {
  return String(id ?? region);
}

function versioned(service: Service, endpoint: string): string {
  const url = endpoint.replace(/\/+$/, '');
  const version = VERSIONS[service];
  return version === undefined ? url : `${url.replace(/\/v\d+(\.\d+)?$/, '')}${version}`;
}
