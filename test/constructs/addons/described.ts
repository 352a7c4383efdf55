import { App, Chart } from 'cdk8s';
import type { Addon, IAddonHost } from '../../../constructs/addons/addon';
import type { AddonModel } from '../../../lib/addons/model/addon';
import type { Manifest } from '../../../lib/base/manifest';
import type { CredentialsModel } from '../../../lib/openstack/model/credentials';
import { clusterModel } from '../../support/models';
import type { AssembledCluster } from '../../support/openstack-cluster';

/** Host that keeps the addons it is given. */
export class AddonShelf extends Chart implements IAddonHost {
  readonly addons: Addon[] = [];
  readonly reservedIds = [];

  constructor() {
    super(new App(), 'demo');
  }

  addAddon(addon: Addon): void {
    this.addons.push(addon);
  }
}

/** Password that is plainly fake, with characters that `cloud.conf` takes for syntax. */
export const PASSWORD = 'fake;pass#word';

/** Credentials in plain text. */
export const PLAINTEXT: CredentialsModel = {
  kind: 'plaintext',
  secretName: 'demo-cloud-config',
  cloudName: 'openstack',
  cloudsYaml: `clouds:
  openstack:
    region_name: RegionOne
    endpoint_type: public
    verify: false
    auth:
      auth_url: https://keystone.example.com:5000/v3
      username: fake-user
      password: ${PASSWORD}
      project_name: fake-project
      user_domain_name: Default
`,
};

/** Describes an addon for a cluster that differs in some fields. */
export function described(addon: Addon, over: Partial<AssembledCluster> = {}): AddonModel {
  return addon.describe(clusterModel(over), `mothership/demo/${addon.name}`);
}

/** Objects that an addon delivers, in order. */
export function delivered({ payload }: AddonModel): readonly Manifest[] {
  return payload.flatMap((part) =>
    part.kind === 'existingSecret'
      ? []
      : part.entries.flatMap(({ documents }) => (typeof documents === 'string' ? [] : documents)),
  );
}

/** Kinds of payload with their suffixes or names. */
export function parts({ payload }: AddonModel): readonly string[] {
  return payload.map((part) =>
    part.kind === 'existingSecret' ? `existing ${part.secretName}` : `${part.kind} ${part.suffix}`,
  );
}

/** Object of a kind. */
export function find(objects: readonly Manifest[], kind: string, name?: string): Manifest {
  const found = objects.find(
    (object) => object.kind === kind && (name === undefined || object.metadata.name === name),
  );
  if (found === undefined) throw new Error(`there is no ${kind} ${name ?? ''}`);
  return found;
}

/** Member of plain data by its path. */
export function member(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (from, key) => (typeof from === 'object' && from !== null ? Reflect.get(from, key) : undefined),
    value,
  );
}

/** Spec of the pods that a workload makes. */
export function podSpec(workload: Manifest): unknown {
  return member(workload, 'spec', 'template', 'spec');
}

/** Text of the `cloud.conf` that an addon delivers. */
export function conf(model: AddonModel, kind: 'ConfigMap' | 'Secret'): string {
  const field = kind === 'Secret' ? 'stringData' : 'data';
  return String(member(find(delivered(model), kind), field, 'cloud.conf'));
}
