import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkCluster, checkRendering } from '../../../lib/assembly/check-cluster';
import type { RenderedObject } from '../../../lib/assembly/render-cluster';
import { renderCluster } from '../../../lib/assembly/render-cluster';
import { isMap } from '../../../lib/base/is-map';
import { UNORDERED_LISTS } from '../../../lib/cluster/render/unordered';
import { PLAIN_BOOTSTRAP } from '../../../lib/kubeadm/model/bootstrap';
import { ClusterNetwork } from '../../../lib/openstack/model/network';
import { NetworkLookup } from '../../../lib/openstack/model/network-lookup';
import { emitDocuments } from '../../../lib/output/emit-yaml';
import { bundledSets } from '../../../lib/schema/generated/index.generated';
import type { SchemaData } from '../../../lib/schema/schema-data';
import { clusterModel, controlPlaneModel, PROFILES, poolModel } from '../../support/models';
import type { AssembledCluster } from '../../support/openstack-cluster';
import {
  randomProgram,
  tryBuild,
  tryRender,
  type Versions,
} from '../../support/random/random-program';
import { randomRuns } from '../../support/random/random-runs';

const OLDEST: Versions = ['1.10', '0.12'];
const TEMPLATES = ['OpenStackMachineTemplate', 'KubeadmConfigTemplate'];
const RENDERED =
  /^(infrastructure|bootstrap|controlplane)\.cluster\.x-k8s\.io\/v1beta\d\/(OpenStackCluster|OpenStackMachineTemplate|KubeadmConfigTemplate|KubeadmControlPlane)$/;
/** Lists of a model whose order means nothing. */
const SETS = new Set([
  'additionalPorts',
  'allowedAddressPairs',
  'allocationPools',
  'allowedCidrs',
  'certSANs',
  'cipherSuites',
  'externalRouterIPs',
  'failureDomains',
  'groups',
  'ignorePreflightErrors',
  'noProxy',
  'nodePortAddresses',
  'preAllocatedFloatingIPs',
  'registryMirrors',
  'securityGroups',
  'sshAuthorizedKeys',
  'tags',
  'tagsAny',
  'trustedCAs',
]);

const SORTED_IN_TEXTS = [
  'allocationPools',
  'cipherSuites',
  'externalRouterIPs',
  'groups',
  'ignorePreflightErrors',
  'noProxy',
  'nodePortAddresses',
  'preAllocatedFloatingIPs',
  'registryMirrors',
  'trustedCAs',
];
const POOLS = [
  { start: '10.0.0.9', end: '10.0.0.20' },
  { start: '10.0.0.40', end: '10.0.0.60' },
] as const;

describe('names of templates', () => {
  it('are the same in every version of Cluster API and of the provider', () => {
    let compared = 0;
    fc.assert(
      fc.property(randomProgram({ versions: OLDEST, gates: false }), (given) => {
        const program = {
          ...given,
          cluster: { ...given.cluster, templateNames: 'hashed' },
        } as const;
        const names = PROFILES.map((versions) => tryRender(program, versions))
          .filter((objects) => objects !== undefined)
          .map(templateNamesOf);
        compared += Math.max(0, names.length - 1);

        for (const some of names) assert.deepEqual(some, names[0]);
      }),
      randomRuns(100),
    );

    assert.ok(compared > 100, `${compared} pairs`);
  });

  it('depend on no order that means nothing, and nor do the bytes of any object', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        fc
          .constantFrom(...PROFILES)
          .chain((versions) =>
            fc.tuple(fc.constant(versions), randomProgram({ versions, gates: false })),
          ),
        ([versions, program]) => {
          const model = tryBuild(program, versions)?.model();
          if (model === undefined || model.templateNames === 'hashed-0.1') return;
          if (checkCluster(model).length > 0 || checkRendering(model).length > 0) return;
          compared += 1;

          assert.deepEqual(texts(reversed(model) as AssembledCluster), texts(model));
        },
      ),
      randomRuns(150),
    );

    assert.ok(compared > 75, `${compared} programs`);
  });

  for (const name of SORTED_IN_TEXTS) {
    it(`depend on no order of ${name}, unless they are those of 0.1`, () => {
      const model = withLists();

      assert.notDeepEqual(reversed(model, '', new Set([name])), model);
      assert.deepEqual(
        texts(reversed(model, '', new Set([name])) as AssembledCluster),
        texts(model),
      );
      const kept = { ...model, templateNames: 'hashed-0.1' } as const;
      assert.notDeepEqual(
        texts(reversed(kept, '', new Set([name])) as AssembledCluster),
        texts(kept),
      );
    });
  }

  for (const name of ['endpoints', 'servers', 'users']) {
    it(`depend on the order of ${name}, which means something`, () => {
      const model = withLists();

      assert.notDeepEqual(
        texts(reversed(model, '', new Set([name])) as AssembledCluster),
        texts(model),
      );
    });
  }

  it('go with pools of addresses by their numbers', () => {
    const [first, second] = POOLS;
    const written = texts(withLists()).join('');

    assert.ok(written.indexOf(`start: ${first.start}`) > 0);
    assert.ok(written.indexOf(`start: ${first.start}`) < written.indexOf(`start: ${second.start}`));
  });
});

describe('lists whose order means nothing', () => {
  it('are all those that the definitions declare as sets', () => {
    const declared = Object.entries(bundledSets)
      .filter(([release]) => /^(cluster-api-openstack|kubeadm)/.test(release))
      .flatMap(([, load]) => setsIn(load()));

    assert.ok(declared.length > 0);
    assert.deepEqual(
      [...new Set(declared)].filter((name) => !UNORDERED_LISTS.has(name)),
      [],
    );
  });
});

function templateNamesOf(objects: readonly RenderedObject[]): readonly string[] {
  return objects
    .filter(({ object }) => TEMPLATES.includes(object.kind))
    .map(({ object }) => object.metadata.name);
}

function texts(model: AssembledCluster): readonly string[] {
  return renderCluster(model, { emitDocuments }).map(({ object }) => emitDocuments([object]));
}

function reversed(value: unknown, name = '', sets: ReadonlySet<string> = SETS): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => reversed(item, '', sets));
    return isSet(name, value, sets) ? items.reverse() : items;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, reversed(member, key, sets)]),
  );
}

/** Cluster with two items in every list that is sorted in texts, or whose order means something. */
function withLists(): AssembledCluster {
  const bootstrap = {
    ...PLAIN_BOOTSTRAP,
    proxy: { httpProxy: 'http://proxy.example:3128', noProxy: ['a.example', 'b.example'] },
    registryMirrors: ['docker.io', 'quay.io'].map((registry) => ({
      registry,
      endpoints: [{ url: 'https://one.example' }, { url: 'https://two.example' }],
    })),
    trustedCAs: ['a', 'b'].map((name) => ({ kind: 'named', name, content: name }) as const),
    users: ['a', 'b'].map((name) => ({ name, groups: ['x', 'y'] })),
    ntp: { servers: ['a.example', 'b.example'] },
  };
  const network = ClusterNetwork.managed({
    nodeCidr: '10.0.0.0/24',
    allocationPools: POOLS,
    externalRouterIPs: [
      { subnet: NetworkLookup.fromName('a') },
      { subnet: NetworkLookup.fromName('b') },
    ],
  });
  return clusterModel({
    network: network.model,
    controlPlane: controlPlaneModel({
      bootstrap,
      kubeadm: { ignorePreflightErrors: ['Mem', 'NumCPU'] },
      tls: { cipherSuites: ['TLS_A', 'TLS_B'] },
      kubeProxy: { kind: 'configured', nodePortAddresses: ['10.0.0.0/8', '192.0.2.0/24'] },
    }),
    pools: [poolModel({ bootstrap })],
    floatingIPPools: [
      {
        name: 'e',
        path: 'x',
        reclaimPolicy: 'Retain',
        preAllocatedFloatingIPs: ['203.0.113.2', '203.0.113.3'],
      },
    ],
  });
}

/** Rules of security groups are a set, and those of audit policies are not. */
function isSet(
  name: string,
  [first]: readonly unknown[],
  sets: ReadonlySet<string> = SETS,
): boolean {
  if (name === 'rules') return sets === SETS && isMap(first) && 'scope' in first;
  return sets.has(name);
}

function setsIn({ kinds, nodes }: SchemaData): readonly string[] {
  const visit = (index: number | undefined): readonly string[] => {
    const node = index === undefined ? undefined : nodes[index];
    if (node === undefined) return [];
    return [
      ...Object.entries(node.fields ?? {}).flatMap(([name, field]) =>
        nodes[field]?.set === true ? [name] : visit(field),
      ),
      ...visit(node.items),
      ...visit(node.values),
    ];
  };
  return Object.entries(kinds)
    .filter(([kind]) => RENDERED.test(kind))
    .flatMap(([, root]) => {
      const spec = nodes[root]?.fields?.spec;
      return visit(spec);
    });
}
