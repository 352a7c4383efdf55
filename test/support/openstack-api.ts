import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** Object as an OpenStack service answers it. */
export type CloudObject = Readonly<Record<string, unknown>>;

interface CloudsFile {
  readonly clouds: Readonly<Record<string, { readonly auth: Readonly<Record<string, string>> }>>;
}

interface CatalogEntry {
  readonly type: string;
  readonly endpoints: readonly { readonly interface: string; readonly url: string }[];
}

interface TokenAnswer {
  readonly token: {
    readonly user: { readonly id: string };
    readonly project: { readonly id: string };
    readonly catalog: readonly CatalogEntry[];
  };
}

/** Version that a service's paths begin with, where its catalog entry leaves it out. */
const ROOTS: Readonly<Record<string, string>> = {
  network: '/v2.0',
  image: '/v2',
  'load-balancer': '/v2.0',
};

/** HTTP API of a cloud, signed in as one of the users of a `clouds.yaml`. */
export class OpenStackApi {
  /** Signs in with an entry of a file. */
  static login(cloudsFile: string, cloud: string): Promise<OpenStackApi> {
    return OpenStackApi.loginWith(readFileSync(cloudsFile, 'utf8'), cloud);
  }

  /** Signs in with an entry of the text of a `clouds.yaml`. */
  static async loginWith(cloudsYaml: string, cloud: string): Promise<OpenStackApi> {
    const { clouds } = parse(cloudsYaml) as CloudsFile;
    const auth = clouds[cloud]?.auth ?? {};
    const response = await fetch(`${auth.auth_url}/auth/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ auth: { identity: identity(auth), scope: scope(auth) } }),
    });
    assert.equal(response.status, 201, `${cloud} signs in`);
    const { token } = (await response.json()) as TokenAnswer;
    return new OpenStackApi(response.headers.get('x-subject-token') ?? '', token);
  }

  /** Identifier of the signed-in user. */
  readonly userId: string;
  /** Identifier of the user's project. */
  readonly projectId: string;
  private readonly catalog: readonly CatalogEntry[];

  private constructor(
    private readonly token: string,
    { user, project, catalog }: TokenAnswer['token'],
  ) {
    this.userId = user.id;
    this.projectId = project.id;
    this.catalog = catalog;
  }

  /** Objects under a path, which the answer holds in its only list. */
  async list(service: string, path: string): Promise<readonly CloudObject[]> {
    const lists = Object.values(await this.request('GET', service, path)).filter(Array.isArray);
    return lists[0] ?? [];
  }

  /** Answer to a request, which has to succeed; a text is sent as it is, all else as JSON. */
  async request(
    method: string,
    service: string,
    path: string,
    body?: object | string,
  ): Promise<CloudObject> {
    const isText = typeof body === 'string';
    const response = await fetch(`${this.url(service)}${path}`, {
      method,
      headers: {
        'x-auth-token': this.token,
        'content-type': isText ? 'application/octet-stream' : 'application/json',
        ...(service === 'compute' ? { 'openstack-api-version': 'compute 2.79' } : {}),
      },
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    assert.ok(response.ok, `${method} ${service} ${path}: ${response.status} ${text}`);
    return text === '' ? {} : JSON.parse(text);
  }

  private url(service: string): string {
    const endpoints = this.catalog.find(({ type }) => type === service)?.endpoints ?? [];
    const url = endpoints.find((endpoint) => endpoint.interface === 'public')?.url;
    assert.ok(url !== undefined, `the catalog has ${service}`);
    return `${url.replace(/\/$/, '')}${ROOTS[service] ?? ''}`;
  }
}

function identity(auth: Readonly<Record<string, string>>): object {
  const { application_credential_id: id, application_credential_secret: secret } = auth;
  if (id !== undefined) {
    return { methods: ['application_credential'], application_credential: { id, secret } };
  }
  const { username: name, password, user_domain_name: domain } = auth;
  const user = { name, password, domain: { name: domain } };
  return { methods: ['password'], password: { user } };
}

function scope(auth: Readonly<Record<string, string>>): object | undefined {
  if (auth.application_credential_id !== undefined) return undefined;
  return { project: { name: auth.project_name, domain: { name: auth.project_domain_name } } };
}
