import { strict as assert } from 'node:assert';
import { rmSync } from 'node:fs';

import { type KubernetesLab, type LabProfile, labOrSkip, startKubernetes } from '../support/lab';
import { type ExampleTree, kustomizations, synthExample } from '../support/lab-examples';
import { joinCluster, names, provideInfrastructure, until } from '../support/lab-stand-in';

const PROFILES: readonly LabProfile[] = ['v1.10', 'v1.13'];
const CLUSTER = 'capi-ubuntu-openstack';
const NAMESPACE = CLUSTER;
const CAPI = 'cluster.x-k8s.io';
// Cluster API looks again a minute after it could not reach the cluster.
const MINUTES = 150;
const OWNED =
  'openstackcluster,kubeadmcontrolplane,machinedeployment,openstackmachinetemplate,kubeadmconfigtemplate';

interface Living {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly ownerReferences?: readonly { readonly kind: string; readonly name: string }[];
  };
  readonly spec: {
    readonly resources?: readonly { readonly kind: string; readonly name: string }[];
  };
}

// The tests of a profile are the life of one cluster, in order. The OpenStack provider is played by
// the test, and nothing boots: a second API server stands in for the workload cluster.
for (const profile of PROFILES) {
  describe(`homelab under the controllers of ${profile}`, () => {
    let lab: KubernetesLab;
    let tree: ExampleTree;
    let folder: string;
    let workloadKubeconfig: string;

    before(async function () {
      this.timeout(0);
      labOrSkip(this);
      tree = await synthExample('homelab', profile);
      assert.equal(tree.result.code, 0, tree.result.stderr);
      folder = kustomizations(tree.out).management[0] ?? '';
      lab = await startKubernetes(profile, { controllers: true, openStack: false });
      await kubectl('apply', '-k', folder);
      await createCredentials();
    });

    after(async () => {
      await lab?.stop();
      if (tree !== undefined) rmSync(tree.work, { recursive: true, force: true });
    });

    it('makes the Cluster the owner of what belongs to it', async () => {
      const all = async () => (await list(OWNED)).flatMap(owners);
      await until(async () => ((await all()).includes('none') ? '' : 'owned'), 'owners');

      assert.deepEqual([...new Set(await all())], [`Cluster/${CLUSTER}`]);
    });

    it('leaves the size of autoscaled pools to the autoscaler, from zero on', async () => {
      const sizes = await get('machinedeployments', '{.items[*].spec.replicas}');

      assert.equal(sizes, '0 0');
    });

    it('makes the first machine of the control plane', async () => {
      await provideInfrastructure(lab, NAMESPACE);
      const path = '{.items[*].metadata.ownerReferences[*].kind}';
      const owner = await until(() => get('machines', path, `${CAPI}/control-plane`), 'a machine');

      assert.equal(owner, 'KubeadmControlPlane');
    });

    it('is initialised once that machine has joined', async () => {
      await until(
        async () => (await names(lab, NAMESPACE, 'openstackmachines')).join(),
        'a server',
      );
      await provideInfrastructure(lab, NAMESPACE);
      await until(() => get('machines', '{.items[0].spec.providerID}'), 'a provider id');
      workloadKubeconfig = await joinCluster(lab, NAMESPACE, CLUSTER);
      const path = '{.items[0].status.conditions[?(@.type=="ControlPlaneInitialized")].status}';

      await until(
        async () => (await get('clusters', path)).replace('False', ''),
        'a control plane',
      );
    });

    it('gets its addons', async () => {
      await until(everyAddon, 'every addon', MINUTES);

      assert.equal((await installed('jobs')).length, 1);
      assert.deepEqual(await installed('daemonsets'), ['openstack-cloud-controller-manager']);
    });

    it('gives what carries the addons to the ClusterResourceSets', async () => {
      const carriers = (await list('configmaps,secrets')).flatMap(({ kind, metadata }) =>
        (metadata.ownerReferences ?? [])
          .filter((owner) => owner.kind === 'ClusterResourceSet')
          .map((owner) => `${kind}/${metadata.name} ${owner.name}`),
      );

      assert.deepEqual(carriers.sort(), (await resources()).sort());
    });

    // Sets that are applied at the same time overwrite each other's record now and then.
    it('takes its addons a second time when the record of the first is lost', async () => {
      await kubectl('delete', '-n', NAMESPACE, 'clusterresourcesetbinding', CLUSTER);

      await until(everyAddon, 'every addon', MINUTES);
    });

    it('gets another Job for another version of Calico', async () => {
      const edit = [`'3.30.2'`, `'3.30.3'`] as const;
      const newer = await synthExample('homelab', profile, edit);
      assert.equal(newer.result.code, 0, newer.result.stderr);
      await kubectl('apply', '-k', kustomizations(newer.out).management[0] ?? '');
      rmSync(newer.work, { recursive: true });

      await until(async () => (await installed('jobs'))[1] ?? '', 'a second Job', MINUTES);
    });

    it('goes away in order when the Cluster is deleted', async () => {
      await kubectl('delete', '-n', NAMESPACE, 'cluster', CLUSTER, '--timeout=200s');

      for (const kind of ['kubeadmcontrolplanes', 'machinedeployments', 'machines']) {
        assert.deepEqual(await names(lab, NAMESPACE, kind), [], kind);
      }
      const templates = async () =>
        (await names(lab, NAMESPACE, 'openstackmachinetemplates')).length === 0 ? 'gone' : '';
      await until(templates, 'no templates');
    });

    it('leaves nothing behind once its folder is deleted too', async () => {
      await kubectl('delete', '-k', folder, '--ignore-not-found', '--timeout=200s');

      const result = await lab.kubectl(['get', 'namespace', NAMESPACE]);
      assert.match(result.stderr, /not found/);
    });

    /** Names of the objects of a kind that the addons have put into the workload cluster. */
    async function installed(kinds: string): Promise<string[]> {
      const text = await kubectl(
        ...['--kubeconfig', workloadKubeconfig, 'get', '-n', 'kube-system', kinds],
        ...['-o', 'jsonpath={.items[*].metadata.name}'],
      );
      return text.split(' ').filter((name) => name !== '');
    }

    /** What the sets deliver: kind and name of each carrier, and its set. */
    async function resources(): Promise<string[]> {
      return (await list('clusterresourcesets')).flatMap(({ metadata, spec }) =>
        (spec.resources ?? []).map(({ kind, name }) => `${kind}/${name} ${metadata.name}`),
      );
    }

    /** `all` as soon as every resource of every set counts as applied. */
    async function everyAddon(): Promise<string> {
      const path = '{.items[0].spec.bindings[*].resources[*].applied}';
      const states = (await get('clusterresourcesetbindings', path)).split(' ');
      const applied = states.filter((state) => state === 'true').length;
      return applied === (await resources()).length ? 'all' : '';
    }

    /** Secrets that the user has made, to which the manifests only refer. */
    async function createCredentials(): Promise<void> {
      const sets = await list('clusterresourcesets');
      const there = await names(lab, NAMESPACE, 'secrets');
      const wanted = sets
        .flatMap(({ spec }) => spec.resources ?? [])
        .filter(({ kind, name }) => kind === 'Secret' && !there.includes(name));
      const manifest =
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: stand-in, namespace: default}\n';
      for (const { name } of wanted) {
        const type = `--type=addons.${CAPI}/resource-set`;
        const data = `--from-literal=credentials.yaml=${manifest}`;
        await kubectl('create', '-n', NAMESPACE, 'secret', 'generic', name, type, data);
      }
    }

    async function kubectl(...args: string[]): Promise<string> {
      const result = await lab.kubectl(args);
      assert.equal(result.code, 0, result.stderr);
      return result.stdout;
    }

    async function get(kinds: string, path: string, selector = ''): Promise<string> {
      const output = ['-o', `jsonpath=${path}`];
      return (await lab.kubectl(['get', '-n', NAMESPACE, kinds, '-l', selector, ...output])).stdout;
    }

    async function list(kinds: string): Promise<readonly Living[]> {
      const text = await kubectl('get', '-n', NAMESPACE, kinds, '-o', 'json');
      const { items }: { items: Living[] } = JSON.parse(text);
      return items;
    }
  });
}

/** Owners of an object, or `none`. */
function owners({ metadata }: Living): string[] {
  const { ownerReferences = [] } = metadata;
  if (ownerReferences.length === 0) return ['none'];
  return ownerReferences.map(({ kind, name }) => `${kind}/${name}`);
}
