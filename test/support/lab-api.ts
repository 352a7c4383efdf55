import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { Agent, type RequestOptions, request } from 'node:https';
import { parse } from 'yaml';
import type { Manifest } from '../../lib/base/manifest';

/** What an API server answers. */
export interface ApiAnswer {
  readonly status: number;
  /** Warnings of the server. */
  readonly warnings: readonly string[];
  readonly body: unknown;
}

interface Resource {
  readonly name: string;
  readonly namespaced: boolean;
}

const CONNECTIONS = 8;

/** API server of a lab, asked without kubectl between: many objects in little time. */
export class LabApi {
  private readonly agent: Agent;
  private readonly server: string;
  private readonly resources = new Map<string, Promise<ReadonlyMap<string, Resource>>>();

  constructor(kubeconfig: string) {
    const config: unknown = parse(readFileSync(kubeconfig, 'utf8'));
    const text = (...way: (string | number)[]) => String(at(config, ['clusters', 0, ...way]));
    const secret = (field: string) => decoded(String(at(config, ['users', 0, 'user', field])));
    this.server = text('cluster', 'server');
    this.agent = new Agent({
      keepAlive: true,
      maxSockets: CONNECTIONS,
      ca: decoded(text('cluster', 'certificate-authority-data')),
      cert: secret('client-certificate-data'),
      key: secret('client-key-data'),
    });
  }

  /** Asks to create an object, in earnest or as if. */
  async create(object: Manifest, options: { readonly dryRun: boolean }): Promise<ApiAnswer> {
    const { apiVersion, kind, metadata } = object;
    const resource = (await this.resourcesOf(apiVersion)).get(kind);
    assert.ok(resource !== undefined, `the server has ${apiVersion} ${kind}`);
    const place = resource.namespaced ? `/namespaces/${metadata.namespace ?? 'default'}` : '';
    const dryRun = options.dryRun ? '&dryRun=All' : '';
    const path = `${rootOf(apiVersion)}${place}/${resource.name}?fieldValidation=Strict${dryRun}`;
    return await this.send({ method: 'POST', path }, JSON.stringify(object));
  }

  /** Closes the connections. */
  close(): void {
    this.agent.destroy();
  }

  private resourcesOf(apiVersion: string): Promise<ReadonlyMap<string, Resource>> {
    const known = this.resources.get(apiVersion) ?? this.discover(apiVersion);
    this.resources.set(apiVersion, known);
    return known;
  }

  private async discover(apiVersion: string): Promise<ReadonlyMap<string, Resource>> {
    const { body } = await this.send({ method: 'GET', path: rootOf(apiVersion) });
    const found = at(body, ['resources']);
    const resources = (Array.isArray(found) ? found : []).map((one: unknown) => ({
      kind: String(at(one, ['kind'])),
      name: String(at(one, ['name'])),
      namespaced: at(one, ['namespaced']) === true,
    }));
    return new Map(
      resources.filter(({ name }) => !name.includes('/')).map((one) => [one.kind, one]),
    );
  }

  private send(options: RequestOptions, body?: string): Promise<ApiAnswer> {
    const headers = { 'content-type': 'application/json', accept: 'application/json' };
    return new Promise((done, fail) => {
      const sent = request(this.server, { ...options, headers, agent: this.agent }, (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', fail);
        answer.on('end', () => {
          const { statusCode = 0, headers: got } = answer;
          const warnings = got.warning === undefined ? [] : [got.warning];
          done({ status: statusCode, warnings, body: parse(Buffer.concat(parts).toString()) });
        });
      });
      sent.on('error', fail);
      sent.end(body);
    });
  }
}

function rootOf(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

function decoded(text: string): string {
  return Buffer.from(text, 'base64').toString();
}

function at(from: unknown, way: readonly (string | number)[]): unknown {
  return way.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined,
    from,
  );
}
