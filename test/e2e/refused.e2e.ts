import { strict as assert } from 'node:assert';
import { Providers, ValidationError, WorkloadCluster } from '../../constructs/index';
import type { Manifest } from '../../lib/base/manifest';
import { emitDocuments } from '../../lib/output/emit-yaml';
import { BROKEN_PROGRAMS, type BrokenProgram, type Refuser } from '../support/broken-programs';
import { type TestFleet, testFleet } from '../support/fleets';
import { inFolder } from '../support/in-folder';
import { type KubernetesLab, kubernetesOrSkip, startKubernetes } from '../support/lab';

const PROFILES = ['v1.10', 'v1.13'] as const;

for (const profile of PROFILES) {
  describe(`a broken program with ${profile}`, () => {
    let lab: KubernetesLab;

    before(async function () {
      this.timeout(0);
      await kubernetesOrSkip(this, profile);
      lab = await startKubernetes(profile, { controllers: true });
    });

    after(() => lab?.stop());

    for (const program of BROKEN_PROGRAMS) {
      const expected = program.refusedBy[profile];
      if (expected === undefined) continue;

      it(`that has ${program.what} is refused by ${spoken(expected)}`, async () => {
        const providers = Providers.stable(profile.slice(1));
        const ours = isRefusedByUs(program, providers);
        const servers = await isRefusedByServer(lab, program, providers);

        assert.equal(refuser(ours, servers), expected, `the server says: ${servers ?? 'yes'}`);
      });
    }
  });
}

function isRefusedByUs(program: BrokenProgram, providers: Providers): boolean {
  return inFolder((outdir) => {
    const test = testFleet({ outdir, providers });
    program.build(test);
    try {
      test.fleet.synth();
      return false;
    } catch (error) {
      assert.ok(error instanceof ValidationError, String(error));
      return true;
    }
  });
}

/** What the server says against the objects of a program that goes to it unchecked. */
async function isRefusedByServer(
  lab: KubernetesLab,
  program: BrokenProgram,
  providers: Providers,
): Promise<string | undefined> {
  const test = testFleet({ providers });
  program.build(test);
  const objects = forced(test);
  const namespaces = new Set(objects.map(({ metadata }) => metadata.namespace ?? metadata.name));
  for (const name of namespaces) await lab.kubectl(['create', 'namespace', name.toLowerCase()]);
  const documents = emitDocuments(objects.map(inLowerCaseNamespace));
  const options = ['--dry-run=server', '--validate=strict', '-f', '-'];
  const { code, stderr } = await lab.kubectl(['apply', ...options], documents);
  return code === 0 ? undefined : stderr;
}

function forced({ management }: TestFleet): Manifest[] {
  return management.node.children.flatMap((cluster) => {
    assert.ok(cluster instanceof WorkloadCluster);
    return cluster.renderModel(cluster.model()).map(({ object }) => object);
  });
}

/** A namespace has to be there before anything in it can be refused for its own sake. */
function inLowerCaseNamespace(object: Manifest): Manifest {
  const { namespace } = object.metadata;
  if (object.kind === 'Namespace' || namespace === undefined) return object;
  return { ...object, metadata: { ...object.metadata, namespace: namespace.toLowerCase() } };
}

function refuser(ours: boolean, servers: string | undefined): Refuser | 'nobody' {
  if (ours) return servers === undefined ? 'us' : 'both';
  return servers === undefined ? 'nobody' : 'server';
}

function spoken(expected: Refuser): string {
  if (expected === 'both') return 'us and by the server';
  return expected === 'us' ? 'us alone' : 'the server alone';
}
