import assert from 'node:assert/strict';
import {
  type Inputs,
  type Output,
  output,
  type ProviderResource,
  Resource,
  type ResourceOptions,
  runtime,
} from '@pulumi/pulumi';

/** Resource that a program registered. */
export interface Registered {
  /** Type token, such as `openstack:networking/network:Network`. */
  readonly type: string;
  /** Name of the resource it is shown in, or undefined at the top. */
  readonly parent: string | undefined;
  /** Arguments as the engine gets them; a secret stands in a {@link Hidden}. */
  readonly inputs: Readonly<Record<string, unknown>>;
  /** Options besides the parent, those alone that are set. */
  readonly options: Readonly<Partial<RegisteredOptions>>;
}

/** Options of a resource as tests compare them. */
export interface RegisteredOptions {
  /** Names of resources. */
  readonly dependsOn: readonly string[];
  readonly retainOnDelete: boolean;
  readonly deletedWith: string | undefined;
  readonly deleteBeforeReplace: boolean;
  readonly ignoreChanges: readonly string[];
  /** Names of hooks before deletion. */
  readonly asked: readonly string[];
  /** Name of the provider. */
  readonly provider: string;
}

/** Value that the engine keeps secret. */
export class Hidden {
  constructor(readonly value: unknown) {}
}

/** What a program did under mocks. */
export interface MockedRun<T> {
  /** Resources by their names. */
  readonly resources: Readonly<Record<string, Registered>>;
  /** Look-ups in the cloud: the function with its arguments. */
  readonly calls: readonly (readonly [token: string, args: Inputs])[];
  /** What the program returned, with every output in it known. */
  readonly outputs: T;
}

/** How a program runs under mocks. */
export interface MockedOptions {
  /** Configuration of the stack, with namespaces. */
  readonly config?: Readonly<Record<string, string>>;
  /** Whether nothing has been made yet, so that identifiers are unknown. */
  readonly preview?: boolean;
}

/** Attributes that the cloud fills in, by type. */
const COMPUTED: Readonly<Record<string, (name: string) => Inputs>> = {
  'openstack:loadbalancer/loadBalancer:LoadBalancer': (name) => ({
    vipPortId: `${name}-port`,
    vipAddress: '10.8.0.9',
  }),
  'openstack:networking/floatingIp:FloatingIp': () => ({ address: '203.0.113.10' }),
  'openstack:identity/applicationCredential:ApplicationCredential': () => ({
    secret: PLANTED_SECRET,
  }),
};

/** Answers of look-ups, by function. */
const ANSWERS: Readonly<Record<string, (args: Inputs) => Inputs>> = {
  'openstack:networking/getNetwork:getNetwork': ({ name }) => ({ id: `${name}-id`, name }),
  'openstack:networking/getSubnet:getSubnet': ({ name }) => ({ id: `${name}-id`, name }),
  'openstack:networking/getRouter:getRouter': ({ name }) => ({ id: `${name}-id`, name }),
  'openstack:dns/getDnsZone:getDnsZone': ({ name }) => ({ id: `${name}-id`, name }),
  'openstack:identity/getAuthScope:getAuthScope': ({ name }) => ({
    id: name,
    roles: [{ roleId: 'role', roleName: 'member' }],
    serviceCatalogs: [
      {
        type: 'identity',
        endpoints: [{ interface: 'public', url: 'https://keystone.example/v3', region: 'one' }],
      },
    ],
  }),
};

/** Secret of every application credential under mocks. */
export const PLANTED_SECRET = 'planted-credential-secret';

/**
 * Runs a program with mocks in the place of engine and cloud, until all that it registered has arrived.
 *
 * Whatever is not a known kind of resource or look-up fails the run.
 */
export async function runMocked<T>(
  program: () => T | Promise<T>,
  { config = {}, preview = false }: MockedOptions = {},
): Promise<MockedRun<T>> {
  const unexpected: string[] = [];
  const inputs = new Map<string, Inputs>();
  const calls: [string, Inputs][] = [];
  await runtime.setMocks(
    {
      newResource({ type, name, inputs: given, custom, id }) {
        if (!KNOWN_TYPE.test(type)) unexpected.push(`${type} ${name}`);
        if (inputs.has(name)) unexpected.push(`${name} twice`);
        inputs.set(name, given);
        if (custom !== true) return { id: undefined, state: given };
        const state = { ...COMPUTED[type]?.(name), ...given };
        return preview ? { id: undefined, state: given } : { id: id || `${name}-id`, state };
      },
      call({ token, inputs: args }) {
        calls.push([token, args]);
        const answer = ANSWERS[token];
        if (answer === undefined) unexpected.push(`call of ${token}`);
        return answer?.(args) ?? {};
      },
    },
    'fleet',
    'test',
    preview,
  );
  // Mocks know no hooks: as far as a program is concerned, this one takes them.
  Object.assign(Object(runtime.getMonitor()), { registerResourceHook: accept });
  runtime.setAllConfig({ 'capi-fleet:preflight': 'false', ...config });
  const options = new Map<string, Seen>();
  let result: { readonly value: T } | undefined;
  try {
    await runtime.runInPulumiStack(async () => {
      runtime.registerStackTransformation(({ type, name, opts }) => {
        options.set(name, { type, opts });
        return undefined;
      });
      result = { value: await program() };
    });
    await runtime.disconnect();
  } finally {
    runtime.setAllConfig({});
  }
  assert.deepEqual(unexpected, []);
  assert.ok(result);
  const resources: Record<string, Registered> = {};
  for (const [name, seen] of options) resources[name] = registered(seen, inputs.get(name) ?? {});
  return { resources, calls, outputs: preview ? result.value : await known(result.value) };
}

/** Names of the resources of a run, by type without its package. */
export function namesByType({ resources }: MockedRun<unknown>): Record<string, string[]> {
  const names: Record<string, string[]> = {};
  for (const [name, { type }] of Object.entries(resources)) {
    const key = type.split(':').at(-1) ?? type;
    names[key] = [...(names[key] ?? []), name];
  }
  return names;
}

function accept(_request: unknown, answer: (error: null, response: unknown) => void): void {
  answer(null, {});
}

const STACK = 'fleet-test';
const KNOWN_TYPE =
  /^(pulumi:pulumi:Stack|pulumi:providers:(openstack|kubernetes)|capi-fleet:index:\w+|openstack:(networking|loadbalancer|compute|dns|identity|images)\/.+|kubernetes:.+)$/;

interface Seen {
  readonly type: string;
  readonly opts: ResourceOptions & { readonly provider?: ProviderResource };
}

function registered({ type, opts }: Seen, given: Inputs): Registered {
  const { parent, provider, dependsOn = [], retainOnDelete, deletedWith, ignoreChanges } = opts;
  const before = (Array.isArray(dependsOn) ? dependsOn : [dependsOn]) as readonly unknown[];
  const asked = opts.hooks?.beforeDelete?.map((hook) => hook.name);
  const name = nameOf(parent);
  const providerName = nameOf(provider);
  return {
    type,
    parent: name === STACK ? undefined : name,
    inputs: shown(given) as Readonly<Record<string, unknown>>,
    options: {
      ...(before.length > 0 && { dependsOn: before.map((one) => nameOf(one) ?? 'unknown') }),
      ...(retainOnDelete === true && { retainOnDelete }),
      ...(deletedWith !== undefined && { deletedWith: nameOf(deletedWith) }),
      ...('deleteBeforeReplace' in opts && { deleteBeforeReplace: true }),
      ...(ignoreChanges !== undefined && { ignoreChanges }),
      ...(asked !== undefined && { asked }),
      ...(providerName !== undefined && { provider: providerName }),
    },
  };
}

function nameOf(resource: unknown): string | undefined {
  return resource instanceof Resource ? String(Reflect.get(resource, '__name')) : undefined;
}

function shown(value: unknown): unknown {
  if (runtime.isRpcSecret(value)) return new Hidden(shown(runtime.unwrapRpcSecret(value)));
  if (Array.isArray(value)) return value.map(shown);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shown(one)]));
}

function known<T>(value: T): Promise<T> {
  return new Promise((resolve) => {
    (output(value) as Output<unknown>).apply((plain) => resolve(plain as T));
  });
}
