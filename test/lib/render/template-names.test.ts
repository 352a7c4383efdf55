import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ClusterModel } from '../../../lib/model/cluster';
import { isMap } from '../../../lib/model/is-map';
import type { RenderedObject } from '../../../lib/render/render-cluster';
import { renderCluster } from '../../../lib/render/render-cluster';
import { UNORDERED_LISTS } from '../../../lib/render/unordered';
import { checkCluster, checkRendering } from '../../../lib/rules/check-cluster';
import { bundledSets } from '../../../lib/schema/generated/index.generated';
import type { SchemaData } from '../../../lib/schema/schema-data';
import { emitDocuments } from '../../../lib/synth/emit-yaml';
import { PROFILES } from '../../support/models';
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
  'allowedCidrs',
  'certSANs',
  'failureDomains',
  'securityGroups',
  'sshAuthorizedKeys',
  'tags',
  'tagsAny',
]);

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

          assert.deepEqual(texts(reversed(model) as ClusterModel), texts(model));
        },
      ),
      randomRuns(150),
    );

    assert.ok(compared > 75, `${compared} programs`);
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

function texts(model: ClusterModel): readonly string[] {
  return renderCluster(model, { emitDocuments }).map(({ object }) => emitDocuments([object]));
}

function reversed(value: unknown, name = ''): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => reversed(item));
    return isSet(name, value) ? items.reverse() : items;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, reversed(member, key)]),
  );
}

/** Rules of security groups are a set, and those of audit policies are not. */
function isSet(name: string, [first]: readonly unknown[]): boolean {
  return name === 'rules' ? isMap(first) && 'scope' in first : SETS.has(name);
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
