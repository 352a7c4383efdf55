import type { Fields } from '../../base/fields';
import { isMap } from '../../base/is-map';
import { mapsIn, valueAt } from '../../base/value-at';
import { authBody } from './auth-body';
import { Catalog, SERVICES, type Service } from './catalog';
import type { CloudAccess } from './cloud-access';
import { CloudError } from './cloud-error';
import { Gate } from './gate';
import { JsonConnection } from './http';
import { refusal, unreachable } from './refusal';

/** Object from an OpenStack API. */
export type CloudObject = Fields;

/** Maximum number of concurrent requests to a cloud. */
const WIDTH = 8;

/** Client that reads from a project of a cloud. */
export class CloudClient {
  /**
   * Gets a token.
   *
   * @throws CloudError when Keystone cannot be reached or refuses the credentials.
   */
  static async connect(access: CloudAccess): Promise<CloudClient> {
    const connection = new JsonConnection(access);
    const url = `${access.authUrl}/v3/auth/tokens`;
    const body = authBody(access);
    const answer = await connection.send({ method: 'POST', url, body }).catch((error: unknown) => {
      throw unreachable(access, url, error);
    });
    const token = answer.headers['x-subject-token'];
    const content = valueAt(answer.body, 'token');
    if (answer.status !== 201 || typeof token !== 'string' || !isMap(content)) {
      throw refusal(access, url, answer);
    }
    return new CloudClient(access, connection, token, content);
  }

  private readonly gate = new Gate(WIDTH);
  private readonly catalog: Catalog;

  private constructor(
    /** Access to the cloud. */
    readonly access: CloudAccess,
    private readonly connection: JsonConnection,
    private readonly token: string,
    private readonly content: Fields,
  ) {
    this.catalog = new Catalog(content.catalog, access.interface);
  }

  /** ID of the project. */
  get projectId(): string {
    return String(valueAt(this.content.project, 'id') ?? '');
  }

  /** ID of the user. */
  get userId(): string {
    return String(valueAt(this.content.user, 'id') ?? '');
  }

  /** Names of the user's roles in the project. */
  get roles(): readonly string[] {
    return mapsIn(this.content.roles).map(({ name }) => String(name));
  }

  /** Tells whether the token is from an application credential that may not create others. */
  get isRestricted(): boolean {
    return valueAt(this.content.application_credential, 'restricted') === true;
  }

  /** Regions of the catalog. */
  get regions(): readonly string[] {
    return this.catalog.regions;
  }

  /** Tells whether the cloud has a service in the region. */
  has(service: Service): boolean {
    return this.catalog.urlOf(service, this.access.region) !== undefined;
  }

  /**
   * Reads an object.
   *
   * @param path Path below the URL of the service, with a leading slash.
   * @throws CloudError when the service is missing, cannot be reached or refuses the request.
   */
  async get(service: Service, path: string): Promise<unknown> {
    return this.getUrl(`${this.urlOf(service)}${path}`);
  }

  /**
   * Reads all pages of a list.
   *
   * @throws CloudError when the service is missing, cannot be reached or refuses the request.
   */
  async list(service: Service, path: string, key: string): Promise<readonly CloudObject[]> {
    const found: CloudObject[] = [];
    const seen = new Set<string>();
    let url: string | undefined = `${this.urlOf(service)}${path}`;
    while (url !== undefined && !seen.has(url)) {
      seen.add(url);
      const page = await this.getUrl(url);
      found.push(...mapsIn(valueAt(page, key)));
      url = nextUrl(url, page, key);
    }
    return found;
  }

  private urlOf(service: Service): string {
    const { access, regions } = this;
    const url = this.catalog.urlOf(service, access.region);
    if (url !== undefined) return url;
    const where = access.region === undefined ? 'the catalog' : `region ${access.region}`;
    throw new CloudError({
      place: access.origin,
      found: `${where} has no ${access.interface} endpoint for the service ${SERVICES[service][0]}`,
      allowed: `a region of the catalog: ${regions.join(', ')}`,
      fix: 'set region_name and interface in clouds.yaml, or choose another cloud',
    });
  }

  private async getUrl(url: string): Promise<unknown> {
    const { access, connection, gate, token } = this;
    const headers = { 'x-auth-token': token };
    const answer = await gate
      .run(() => connection.send({ method: 'GET', url, headers }))
      .catch((error: unknown) => {
        throw unreachable(access, url, error);
      });
    if (answer.status < 200 || answer.status > 299) throw refusal(access, url, answer);
    return answer.body;
  }
}

/**
 * Returns the URL of the next page. Links contain the host and path that the service assumes for itself, which a proxy
 * may have changed: only their query is used.
 */
function nextUrl(url: string, page: unknown, key: string): string | undefined {
  const links = mapsIn(valueAt(page, `${key}_links`));
  const next =
    links.find(({ rel }) => rel === 'next')?.href ??
    valueAt(page, 'next') ??
    valueAt(valueAt(page, 'links'), 'next');
  if (typeof next !== 'string') return undefined;
  const following = new URL(url);
  following.search = new URL(next, url).search;
  return following.href;
}
