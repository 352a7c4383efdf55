import { AssertionError } from 'node:assert';
import type * as Pulumi from '@pulumi/pulumi';

type Values = Readonly<Record<string, unknown>>;

/** Resource that a program registered. */
export interface MockedResource {
  /** Type token, such as `openstack:networking/network:Network`. */
  readonly type: string;
  /** Name of the parent; undefined at the top. */
  readonly parent: string | undefined;
  /** Arguments as the engine gets them; a secret is a {@link SecretValue}, an unknown value `{ __pulumiUnknown: true }`. */
  readonly inputs: Values;
  /** Options other than the parent; only those that are set. */
  readonly options: Readonly<Partial<MockedOptions>>;
}

/** Options of a resource; other resources are given by their names. */
export interface MockedOptions {
  /** Resources that it depends on. */
  readonly dependsOn: readonly string[];
  /** Whether the resource remains when it is deleted from the program. */
  readonly retainOnDelete: boolean;
  /** Resource whose deletion deletes it. */
  readonly deletedWith: string | undefined;
  /** Whether it is deleted before its replacement is created. */
  readonly deleteBeforeReplace: boolean;
  /** Properties whose changes are ignored. */
  readonly ignoreChanges: readonly string[];
  /** Hooks that run before its deletion. */
  readonly beforeDelete: readonly string[];
  /** Provider of the resource. */
  readonly provider: string;
}

/** Value that the engine keeps secret. */
export class SecretValue {
  constructor(
    /** The value in plain text. */
    readonly value: unknown,
  ) {}
}

/** Result of a program under mocks. */
export interface MockedRun<T> {
  /** Resources by name. */
  readonly resources: Readonly<Record<string, MockedResource>>;
  /** Look-ups in the cloud: function and arguments. */
  readonly calls: readonly (readonly [token: string, args: Values])[];
  /** Result of the program, with outputs resolved; in a preview, outputs stay as they are. */
  readonly outputs: T;
}

/** Options of a run under mocks. */
export interface MockOptions {
  /**
   * Configuration of the stack, by keys with their namespace, such as `capi-fleet:apply`.
   *
   * @default - no configuration
   */
  readonly config?: Readonly<Record<string, string>>;
  /**
   * Whether nothing exists yet, so that IDs and addresses are unknown.
   *
   * @default false
   */
  readonly preview?: boolean;
  /**
   * Answers of look-ups, by the token of the function; a look-up without an answer fails the run.
   *
   * @default - answers for the look-ups that the library makes
   */
  readonly answers?: Readonly<Record<string, (args: Values) => Values>>;
  /**
   * Attributes that the cloud fills in, by the type of the resource.
   *
   * @default - attributes that the library reads
   */
  readonly computed?: Readonly<Record<string, (name: string) => Values>>;
}

/** Secret of every application credential under mocks. */
export const MOCKED_SECRET = 'planted-credential-secret';

const PROJECT = 'fleet';
const STACK = 'test';

const COMPUTED: NonNullable<MockOptions['computed']> = {
  'openstack:loadbalancer/loadBalancer:LoadBalancer': (name) => ({
    vipPortId: `${name}-port`,
    vipAddress: '10.8.0.9',
  }),
  'openstack:networking/floatingIp:FloatingIp': () => ({ address: '203.0.113.10' }),
  'openstack:identity/applicationCredential:ApplicationCredential': () => ({
    secret: MOCKED_SECRET,
  }),
};

const ANSWERS: NonNullable<MockOptions['answers']> = {
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

/**
 * Runs a Pulumi program with mocks in place of engine and cloud, until all resources are registered.
 *
 * It needs the package `@pulumi/pulumi`. Runs use the same engine, so run one after the other.
 *
 * @throws AssertionError for a look-up without an answer, or two resources with the same name.
 */
export async function mockPulumi<T>(
  program: () => T | Promise<T>,
  options: MockOptions = {},
): Promise<MockedRun<T>> {
  const pulumi = loadPulumi();
  const { runtime } = pulumi;
  const { config = {}, preview = false } = options;
  const monitor = new Monitor(options);
  await runtime.setMocks(monitor, PROJECT, STACK, preview);
  // Mocks do not know hooks; this one accepts them.
  Object.assign(Object(runtime.getMonitor()), { registerResourceHook: accept });
  runtime.setAllConfig({ 'capi-fleet:preflight': 'false', ...config });
  const seen = new Map<string, Seen>();
  let result: { readonly value: T } | undefined;
  try {
    await runtime.runInPulumiStack(async () => {
      runtime.registerStackTransformation(({ type, name, opts }) => {
        seen.set(name, { type, opts });
        return undefined;
      });
      result = { value: await program() };
    });
    await runtime.disconnect();
  } finally {
    runtime.setAllConfig({});
  }
  monitor.throwIfUnexpected();
  if (result === undefined) throw new AssertionError({ message: 'the program did not end' });
  const reader = new ResourceReader(pulumi);
  const resources: Record<string, MockedResource> = {};
  for (const [name, one] of seen)
    resources[name] = reader.read(one, monitor.inputs.get(name) ?? {});
  const outputs = preview ? result.value : await known(pulumi, result.value);
  return { resources, calls: monitor.calls, outputs };
}

interface Seen {
  readonly type: string;
  readonly opts: Pulumi.ResourceOptions & { readonly provider?: Pulumi.ProviderResource };
}

/** Engine and cloud of a run. */
class Monitor implements Pulumi.runtime.Mocks {
  readonly inputs = new Map<string, Values>();
  readonly calls: (readonly [string, Values])[] = [];
  private readonly unexpected: string[] = [];
  private readonly computed: NonNullable<MockOptions['computed']>;
  private readonly answers: NonNullable<MockOptions['answers']>;
  private readonly preview: boolean;

  constructor({ preview = false, computed = {}, answers = {} }: MockOptions) {
    this.preview = preview;
    this.computed = { ...COMPUTED, ...computed };
    this.answers = { ...ANSWERS, ...answers };
  }

  newResource({
    type,
    name,
    inputs,
    custom,
    id,
  }: Pulumi.runtime.MockResourceArgs): Pulumi.runtime.MockResourceResult {
    if (this.inputs.has(name)) this.unexpected.push(`two resources have the name ${name}`);
    this.inputs.set(name, inputs);
    if (custom !== true || this.preview) return { id: undefined, state: inputs };
    return { id: id || `${name}-id`, state: { ...this.computed[type]?.(name), ...inputs } };
  }

  call({ token, inputs }: Pulumi.runtime.MockCallArgs): Values {
    this.calls.push([token, inputs]);
    const answer = this.answers[token];
    if (answer === undefined) this.unexpected.push(`the look-up ${token} has no answer`);
    return answer?.(inputs) ?? {};
  }

  throwIfUnexpected(): void {
    if (this.unexpected.length > 0) {
      throw new AssertionError({ message: this.unexpected.join('\n'), stackStartFn: mockPulumi });
    }
  }
}

/** Reads registered resources as plain data. */
class ResourceReader {
  constructor(private readonly pulumi: typeof Pulumi) {}

  read({ type, opts }: Seen, inputs: Values): MockedResource {
    const { parent, provider, dependsOn = [], retainOnDelete, deletedWith, ignoreChanges } = opts;
    const before = (Array.isArray(dependsOn) ? dependsOn : [dependsOn]) as readonly unknown[];
    const beforeDelete = opts.hooks?.beforeDelete?.map((hook) => hook.name);
    const name = this.nameOf(parent);
    const providerName = this.nameOf(provider);
    return {
      type,
      parent: name === `${PROJECT}-${STACK}` ? undefined : name,
      inputs: this.shown(inputs) as Values,
      options: {
        ...(before.length > 0 && { dependsOn: before.map((one) => this.nameOf(one) ?? 'unknown') }),
        ...(retainOnDelete === true && { retainOnDelete }),
        ...(deletedWith !== undefined && { deletedWith: this.nameOf(deletedWith) }),
        ...('deleteBeforeReplace' in opts && { deleteBeforeReplace: true }),
        ...(ignoreChanges !== undefined && { ignoreChanges }),
        ...(beforeDelete !== undefined && { beforeDelete }),
        ...(providerName !== undefined && { provider: providerName }),
      },
    };
  }

  private nameOf(resource: unknown): string | undefined {
    const isResource = this.pulumi.Resource.isInstance(resource);
    return isResource ? String(Reflect.get(resource, '__name')) : undefined;
  }

  private shown(value: unknown): unknown {
    const { runtime } = this.pulumi;
    if (runtime.isRpcSecret(value))
      return new SecretValue(this.shown(runtime.unwrapRpcSecret(value)));
    if (Array.isArray(value)) return value.map((item) => this.shown(item));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, one]) => [name, this.shown(one)]);
    return Object.fromEntries(entries);
  }
}

function accept(_request: unknown, answer: (error: null, response: unknown) => void): void {
  answer(null, {});
}

/** Returns a value with every output in it resolved. */
function known<T>({ output }: typeof Pulumi, value: T): Promise<T> {
  return new Promise((resolve) => {
    (output(value) as Pulumi.Output<unknown>).apply((plain) => resolve(plain as T));
  });
}

/** Loads Pulumi, which is an optional peer of the package. */
function loadPulumi(): typeof Pulumi {
  try {
    return require('@pulumi/pulumi') as typeof Pulumi;
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
    const fix = 'npm install --save-dev @pulumi/pulumi @pulumi/openstack @pulumi/kubernetes';
    throw new Error(`mocks for Pulumi need its packages\n  fix: ${fix}`, { cause });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND';
}
