import { strict as assert } from 'node:assert';

import type { Fleet } from '../../constructs/index';
import type { KubernetesLab } from './lab';
import { kustomizations } from './lab-examples';
import type { OpenStackLab } from './lab-openstack';

/** Cluster in a management cluster of the lab, in a namespace of its name. */
export class LabCluster {
  constructor(
    private readonly lab: KubernetesLab,
    private readonly name: string,
  ) {}

  /** Writes the fleet's manifests into a folder and applies those of the cluster, with the cloud's own credentials. */
  async apply(fleet: Fleet, folder: string, cloud?: OpenStackLab): Promise<void> {
    fleet.synth();
    const found = kustomizations(folder).clusters.find((one) => one.endsWith(`/${this.name}`));
    assert.ok(found !== undefined, `${folder} has ${this.name}`);
    await this.kubectl('apply', '-k', found);
    if (cloud === undefined) return;
    const from = `--from-file=clouds.yaml=${cloud.cloudsFile}`;
    await this.kubectl('create', 'secret', 'generic', 'lab-cloud-config', from);
  }

  /** Values of a path in the objects of a kind. */
  async values(kind: string, path: string): Promise<readonly string[]> {
    const text = await this.kubectl('get', kind, '-o', `jsonpath={.items[*]${path}}`);
    return text.split(' ').filter((value) => value !== '');
  }

  /** Specs of the objects of some kinds. */
  async specs(kinds: string): Promise<readonly unknown[]> {
    const { items }: { items: { spec: unknown }[] } = JSON.parse(
      await this.kubectl('get', kinds, '-o', 'json'),
    );
    return items.map(({ spec }) => spec);
  }

  /** Deletes the Cluster object and waits until everything of it is gone. */
  async delete(): Promise<void> {
    await this.kubectl('delete', 'cluster', this.name, '--timeout=300s');
  }

  /** Runs kubectl in the cluster's namespace; it has to succeed. */
  async kubectl(...args: string[]): Promise<string> {
    const result = await this.lab.kubectl(['-n', this.name, ...args]);
    assert.equal(result.code, 0, result.stderr);
    return result.stdout;
  }
}
