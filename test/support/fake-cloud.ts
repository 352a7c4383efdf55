import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CloudAccess } from '../../lib/openstack/client/cloud-access';
import { CloudClient } from '../../lib/openstack/client/cloud-client';

/** Cloud on loopback, whose answers a test writes. */
export interface FakeCloudOptions {
  /** Bodies by the paths that are asked for, with or without their query. */
  readonly answers?: Readonly<Record<string, unknown>>;
  /** Types of services in the catalog. */
  readonly services?: readonly string[];
  /** Answer of Keystone in place of a token. */
  readonly tokenAnswer?: { readonly status: number; readonly body: unknown };
  /** What a token says besides, such as roles. */
  readonly token?: Readonly<Record<string, unknown>>;
  /** Regions of the catalog. */
  readonly regions?: readonly string[];
  /** Milliseconds that an answer takes. */
  readonly delay?: number;
}

/** Status and body to give for a path, where 200 is not meant. */
export class Answer {
  constructor(
    readonly status: number,
    readonly body: unknown,
  ) {}
}

/** Services of a cloud that has them all. */
export const ALL_SERVICES = [
  'identity',
  'compute',
  'network',
  'image',
  'volumev3',
  'load-balancer',
  'dns',
];

/** Project of the fake cloud. */
export const PROJECT = 'project-1';
/** Token of the fake cloud. */
export const TOKEN = 'fake-token';

/** Running fake cloud. */
export class FakeCloud {
  /** Requests in their order, as method and path. */
  readonly requests: string[] = [];
  /** Bodies of requests for a token. */
  readonly logins: unknown[] = [];
  /** Most requests that were open at a time. */
  most = 0;
  private open = 0;

  private constructor(
    private readonly server: Server,
    private readonly options: FakeCloudOptions,
  ) {}

  /** Runs a test with a cloud. */
  static async with<T>(
    options: FakeCloudOptions,
    test: (cloud: FakeCloud) => Promise<T>,
  ): Promise<T> {
    const server = createServer();
    const cloud = new FakeCloud(server, options);
    server.on('request', (request, response) => void cloud.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      return await test(cloud);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  }

  /** URL of the cloud. */
  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** How the cloud is reached. */
  access(overrides: Partial<CloudAccess> = {}): CloudAccess {
    return {
      origin: 'cloud demo of clouds.yaml',
      authUrl: `${this.url}/identity`,
      auth: { username: 'demo', password: 'fake-password', project_name: 'demo' },
      interface: 'public',
      verify: true,
      ...overrides,
    };
  }

  /** Client with a token. */
  connect(overrides: Partial<CloudAccess> = {}): Promise<CloudClient> {
    return CloudClient.connect(this.access(overrides));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.open += 1;
    this.most = Math.max(this.most, this.open);
    const { delay } = this.options;
    if (delay !== undefined) await new Promise((resolve) => setTimeout(resolve, delay));
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    this.open -= 1;
    const path = request.url ?? '';
    this.requests.push(`${request.method} ${path}`);
    if (path === '/identity/v3/auth/tokens') this.login(Buffer.concat(parts).toString(), response);
    else if (request.headers['x-auth-token'] !== TOKEN) write(response, new Answer(401, {}));
    else write(response, this.find(path));
  }

  private login(text: string, response: ServerResponse): void {
    this.logins.push(JSON.parse(text));
    const { tokenAnswer, services = ALL_SERVICES, regions = ['RegionOne'] } = this.options;
    if (tokenAnswer !== undefined) {
      write(response, tokenAnswer);
      return;
    }
    const catalog = services.map((type) => ({
      type,
      endpoints: regions.flatMap((region) => [
        { interface: 'public', region, url: `${this.url}/${type}` },
        { interface: 'admin', region, url: `${this.url}/admin/${type}` },
      ]),
    }));
    const token = {
      project: { id: PROJECT },
      user: { id: 'user-1' },
      catalog,
      ...this.options.token,
    };
    response.setHeader('x-subject-token', TOKEN);
    write(response, { status: 201, body: { token } });
  }

  private find(path: string): Answer {
    const { answers = {} } = this.options;
    const found = answers[path] ?? answers[path.split('?')[0] ?? ''];
    if (found instanceof Answer) return found;
    return found === undefined ? new Answer(404, { message: 'not there' }) : new Answer(200, found);
  }
}

function write(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
