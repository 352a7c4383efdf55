import assert from 'node:assert/strict';
import { FloatingIPPool } from '../../../constructs';
import { DrainBehavior, Providers, type WorkloadCluster } from '../../../constructs/index';
import { ValidationError } from '../../../lib/base/errors';
import { otherwiseBut, testFleet } from '../../support/fleets';
import { numericPlaces } from '../../support/numeric-props';
import { ZERO_ROWS, type ZeroProgram } from './zero-rows';

describe('a zero', () => {
  it('is decided on for every number and duration of the typings', () => {
    assert.deepEqual(Object.keys(ZERO_ROWS).sort(), numericPlaces());
  });

  for (const [place, row] of Object.entries(ZERO_ROWS)) {
    if ('elsewhere' in row) continue;
    it(`${'refused' in row ? 'is refused' : 'arrives'} as ${place}`, () => {
      for (const release of row.releases ?? ['1.10', '1.14']) {
        const found = outcome(row, release);

        if ('refused' in row) assert.ok(found.rules.includes(row.refused), found.rules.join());
        else assert.match(found.text, row.lands);
      }
    });
  }
});

/** Rules that refuse a program, or the text of its manifests. */
function outcome(program: ZeroProgram, release: string) {
  const flavors = {
    large: { cpus: 8, memory: '16Gi', disk: '40Gi', ...program.flavor },
    small: { cpus: 2, memory: '4Gi', disk: '20Gi' },
  };
  const infrastructure = [
    'openstack',
    ...(program.on === undefined ? [] : [program.on.kind]),
  ] as const;
  const test = testFleet({
    providers: Providers.stable(release, { infrastructure, helmAddonProvider: true }),
    cloud: { flavors },
  });
  if (program.on !== undefined) {
    return rendered(program.on.cluster(test.management, test.fleet));
  }
  const installed = ['cloud-controller-manager', 'cluster-autoscaler'] as const;
  const own = installed.filter((part) => program.addon?.name.endsWith(part));
  const cluster = test.cluster('prod', {
    installedOtherwise: otherwiseBut(...own),
    ...program.cluster,
  });
  if (program.pool !== undefined) cluster.addNodePool('own', { flavor: 'small', ...program.pool });
  if (program.addon !== undefined) cluster.addAddon(program.addon);
  if (program.drainOrder !== undefined) {
    cluster.addDrainRule('own', { behavior: DrainBehavior.drain(program.drainOrder) });
  }
  if (program.floatingIPs !== undefined) {
    new FloatingIPPool(cluster, 'own', { maxIPs: program.floatingIPs });
  }
  return rendered(cluster);
}

function rendered(cluster: WorkloadCluster) {
  try {
    const objects = cluster.render().map(({ object }) => object);
    return { rules: [], text: JSON.stringify(objects) };
  } catch (error) {
    if (!(error instanceof ValidationError)) throw error;
    return { rules: error.issues.map(({ rule }) => rule), text: error.message };
  }
}
