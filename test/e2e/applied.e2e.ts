import { strict as assert } from 'node:assert';
import { join } from 'node:path';

import { type KubernetesLab, type LabProfile, labOrSkip, startKubernetes } from '../support/lab';
import { joinCluster, names, provideInfrastructure, until } from '../support/lab-stand-in';

const PROFILES: readonly LabProfile[] = ['v1.10', 'v1.13'];

interface Owned {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string }[];
  };
}

for (const profile of PROFILES) {
  describe(`cluster under the controllers of ${profile}`, () => {
    const namespace = 'default';
    const cluster = 'demo';
    let lab: KubernetesLab;

    before(async function () {
      this.timeout(0);
      const folder = labOrSkip(this);
      lab = await startKubernetes(profile, { controllers: true, openStack: false });
      const example = profile === 'v1.10' ? 'v1beta1.yaml' : 'v1beta2.yaml';
      await kubectl('apply', '-f', join(folder, 'kubernetes/examples', example));
    });

    after(() => lab?.stop());

    it('makes the Cluster the owner of what belongs to it', async () => {
      const kinds =
        'openstackcluster,kubeadmcontrolplane,machinedeployment,openstackmachinetemplate';
      const all = () => owners(`${kinds},kubeadmconfigtemplate`);

      await until(async () => ((await all()).includes('none') ? '' : 'owned'), 'owners');

      assert.deepEqual([...new Set(await all())], [`Cluster/${cluster}`]);
    });

    it('makes the first machine of the control plane', async () => {
      await provideInfrastructure(lab, namespace);
      const selector = `-l=cluster.x-k8s.io/control-plane,cluster.x-k8s.io/cluster-name=${cluster}`;
      const find = () => get('machines', selector, '{.items[*].metadata.ownerReferences[*].kind}');

      assert.equal(await until(find, 'machine'), 'KubeadmControlPlane');
    });

    it('becomes available once its machine has joined', async () => {
      const server = async () => (await names(lab, namespace, 'openstackmachines'))[0] ?? '';
      await until(server, 'server');
      await provideInfrastructure(lab, namespace);
      const provisioned = () => get('machines', '-A', '{.items[0].spec.providerID}');
      await until(provisioned, 'provider id');
      await joinCluster(lab, namespace, cluster);
      const condition = '{.status.conditions[?(@.type=="ControlPlaneInitialized")].status}';

      const status = await until(
        async () => ((await get('cluster', cluster, condition)) === 'True' ? 'True' : ''),
        'control plane',
      );

      assert.equal(status, 'True');
    });

    it('gets its addons, whose carriers belong to the ClusterResourceSets', async () => {
      const path = '{.spec.bindings[*].resources[*].applied}';
      const sets = await names(lab, namespace, 'clusterresourcesets');
      const applied = async () => {
        const states = (await get('clusterresourcesetbinding', cluster, path)).split(' ');
        return states.length >= sets.length && states.every((state) => state === 'true')
          ? 'all'
          : '';
      };
      await until(applied, 'bindings');

      const carriers = await owners('configmap,secret', 'ClusterResourceSet');

      assert.equal(carriers.length >= sets.length, true);
      assert.deepEqual(carriers.sort(), sets.map((name) => `ClusterResourceSet/${name}`).sort());
    });

    it('goes away in order when the Cluster is deleted', async () => {
      await kubectl('delete', '-n', namespace, 'cluster', cluster, '--timeout=90s');

      for (const kind of ['kubeadmcontrolplanes', 'machinedeployments', 'machines']) {
        assert.deepEqual(await names(lab, namespace, kind), [], kind);
      }
      const templates = async () =>
        (await names(lab, namespace, 'openstackmachinetemplates')).length === 0 ? 'gone' : '';
      assert.equal(await until(templates, 'templates'), 'gone');
    });

    async function kubectl(...args: string[]): Promise<string> {
      const result = await lab.kubectl(args);
      assert.equal(result.code, 0, result.stderr);
      return result.stdout;
    }

    async function get(kind: string, what: string, path: string): Promise<string> {
      const args = ['get', '-n', namespace, kind, what, '-o', `jsonpath=${path}`];
      return (await lab.kubectl(args)).stdout;
    }

    /** Owners of all objects of some kinds, `none` for each that has none. */
    async function owners(kinds: string, only?: string): Promise<string[]> {
      const list: { items: Owned[] } = JSON.parse(
        await kubectl('get', '-n', namespace, kinds, '-o', 'json'),
      );
      const text = list.items.flatMap(({ metadata }) =>
        (metadata.ownerReferences ?? [undefined]).map((owner) =>
          owner === undefined ? 'none' : `${owner.kind}/${owner.name}`,
        ),
      );
      return only === undefined ? text : text.filter((owner) => owner.startsWith(`${only}/`));
    }
  });
}
