import type { CloudAccess } from './cloud-access';
import { type JsonAnswer, sendJson } from './http';

/** Services of a cloud by their types in the catalog, older names included. */
export const SERVICES = Object.freeze({
  compute: ['compute'],
  network: ['network'],
  image: ['image'],
  volume: ['volumev3', 'block-storage', 'volume'],
  loadBalancer: ['load-balancer'],
  dns: ['dns'],
  identity: ['identity'],
});

/** Service of a cloud. */
export type Service = keyof typeof SERVICES;

/** Object as an API of OpenStack gives it. */
export type CloudObject = Readonly<Record<string, unknown>>;

/** Project of a cloud, with a token to read from it. */
export class CloudClient {
  /**
   * Gets a token.
   *
   * @throws Error when Keystone cannot be reached, or refuses.
   */
  static async connect(access: CloudAccess): Promise<CloudClient> {
    const url = `${access.authUrl}/v3/auth/tokens`;
    const answer = await reach(access, () =>
      sendJson({ method: 'POST', url, body: { auth: authOf(access) }, ...trust(access) }),
    );
    const token = answer.headers['x-subject-token'];
    const body = fieldOf(answer.body, 'token');
    if (answer.status !== 201 || typeof token !== 'string' || !isObject(body)) {
      throw refused(access, answer);
    }
    return new CloudClient(access, token, body);
  }

  private constructor(
    /** How the cloud is reached. */
    readonly access: CloudAccess,
    private readonly token: string,
    private readonly body: CloudObject,
  ) {}

  /** Identifier of the project. */
  get projectId(): string {
    return String(fieldOf(this.body.project, 'id') ?? '');
  }

  /** Identifier of the user. */
  get userId(): string {
    return String(fieldOf(this.body.user, 'id') ?? '');
  }

  /** Regions of the catalog. */
  get regions(): readonly string[] {
    const regions = this.endpoints().map(({ region }) => region);
    return [...new Set(regions)].sort();
  }

  /** Tells whether the cloud has a service in the region. */
  has(service: Service): boolean {
    return this.endpoint(service) !== undefined;
  }

  /**
   * Reads something.
   *
   * @param path Path below the service's own URL, with a slash first.
   * @throws Error when the service is missing or refuses.
   */
  async get(service: Service, path: string): Promise<unknown> {
    const endpoint = this.endpoint(service);
    if (endpoint === undefined) throw new Error(missing(this, service));
    return this.getUrl(`${base(service, endpoint)}${path}`);
  }

  /** Reads a list to its end. */
  async list(service: Service, path: string, key: string): Promise<readonly CloudObject[]> {
    const found: CloudObject[] = [];
    let page = await this.get(service, path);
    for (;;) {
      const items = fieldOf(page, key);
      if (Array.isArray(items)) found.push(...items.filter(isObject));
      const next = nextPage(page, key);
      if (next === undefined) return found;
      page = await this.getUrl(new URL(next, this.endpoint(service)).href);
    }
  }

  private async getUrl(url: string): Promise<unknown> {
    const headers = { 'x-auth-token': this.token };
    const answer = await reach(this.access, () =>
      sendJson({ method: 'GET', url, headers, ...trust(this.access) }),
    );
    if (answer.status < 200 || answer.status > 299) throw refused(this.access, answer, url);
    return answer.body;
  }

  private endpoint(service: Service): string | undefined {
    const types: readonly string[] = SERVICES[service];
    const { region } = this.access;
    return this.endpoints().find(
      (one) => types.includes(one.type) && (region === undefined || one.region === region),
    )?.url;
  }

  private endpoints() {
    const { catalog } = this.body;
    if (!Array.isArray(catalog)) return [];
    return catalog.filter(isObject).flatMap(({ type, endpoints }) => {
      if (!Array.isArray(endpoints)) return [];
      return endpoints
        .filter(isObject)
        .filter((endpoint) => endpoint.interface === this.access.interface)
        .map(({ url, region }) => ({
          type: String(type),
          url: String(url),
          region: String(region),
        }));
    });
  }
}

/** Field of something that may be an object. */
export function fieldOf(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined;
}

function isObject(value: unknown): value is CloudObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** URL of a service with the version that its paths belong to. */
function base(service: Service, endpoint: string): string {
  const url = endpoint.replace(/\/+$/, '');
  const versions: Readonly<Partial<Record<Service, string>>> = {
    network: '/v2.0',
    image: '/v2',
    loadBalancer: '/v2.0',
    dns: '/v2',
    identity: '/v3',
  };
  const version = versions[service] ?? '';
  return url.endsWith(version) ? url : `${url}${version}`;
}

function nextPage(page: unknown, key: string): string | undefined {
  const links = fieldOf(page, `${key}_links`);
  const found = Array.isArray(links)
    ? links.find((link) => fieldOf(link, 'rel') === 'next')
    : undefined;
  const next = fieldOf(found, 'href') ?? fieldOf(page, 'next');
  return typeof next === 'string' ? next : undefined;
}

function trust({ ca, verify }: CloudAccess) {
  return { verify, ...(ca === undefined ? {} : { ca }) };
}

function authOf({ auth }: CloudAccess): unknown {
  if (auth.application_credential_secret !== undefined) {
    const { application_credential_id: id, application_credential_name: name } = auth;
    const who = id === undefined ? { name, user: userOf(auth) } : { id };
    const credential = { ...who, secret: auth.application_credential_secret };
    return {
      identity: { methods: ['application_credential'], application_credential: credential },
    };
  }
  const password = { user: { ...userOf(auth), password: auth.password } };
  const project =
    auth.project_id === undefined
      ? { name: auth.project_name, domain: domainOf(auth, 'project') }
      : { id: auth.project_id };
  return { identity: { methods: ['password'], password }, scope: { project } };
}

function userOf(auth: CloudAccess['auth']) {
  return auth.user_id === undefined
    ? { name: auth.username, domain: domainOf(auth, 'user') }
    : { id: auth.user_id };
}

function domainOf(auth: CloudAccess['auth'], whose: 'user' | 'project') {
  const id = auth[`${whose}_domain_id`] ?? auth.domain_id;
  if (id !== undefined) return { id };
  return { name: auth[`${whose}_domain_name`] ?? auth.domain_name ?? 'Default' };
}

async function reach(access: CloudAccess, send: () => Promise<JsonAnswer>): Promise<JsonAnswer> {
  try {
    return await send();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `${access.origin}: ${access.authUrl} cannot be reached: ${why}\n` +
        '  allowed: a cloud that answers\n  fix: check the URL, the proxy and cacert in clouds.yaml',
    );
  }
}

function refused(
  { origin, authUrl }: CloudAccess,
  { status, body }: JsonAnswer,
  url?: string,
): Error {
  const error = fieldOf(body, 'error') ?? fieldOf(body, 'NeutronError') ?? body;
  const message = fieldOf(error, 'message') ?? fieldOf(error, 'faultstring') ?? 'no message';
  return new Error(
    `${origin}: ${url ?? authUrl} answers ${status}: ${String(message)}\n` +
      '  allowed: credentials of a member of the project\n  fix: check the entry with openstack token issue',
  );
}

function missing({ access, regions }: CloudClient, service: Service): string {
  const where = access.region === undefined ? 'the catalog' : `region ${access.region}`;
  return (
    `${access.origin}: ${where} has no service ${SERVICES[service][0]}\n` +
    `  allowed: a region of ${regions.join(', ')} that has it\n  fix: set region_name in clouds.yaml`
  );
}
