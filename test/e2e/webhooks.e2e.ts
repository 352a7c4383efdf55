import { strict as assert } from 'node:assert';
import type { AssembledCluster } from '../../lib/assembly/model';
import { providerOfCluster } from '../../lib/assembly/provider-registry';
import { allRules } from '../../lib/assembly/table';
import type { Manifest } from '../../lib/base/manifest';
import { GROUPS } from '../../lib/cluster/render/context';
import { RULE_CASES } from '../lib/assembly/cases/index';
import { type Checked, FinishedObject } from '../lib/assembly/rule-case';
import { type KubernetesLab, kubernetesOrSkip, startKubernetes } from '../support/lab';
import { LabApi } from '../support/lab-api';
import { at, rendered } from '../support/rendering';

/** Sources of rules on the providers whose webhooks run. */
const OURS = /^CAP[AV]@/;
/** What the API server refuses by the schemas, or has the webhooks refuse. */
const SERVERS = /:(?:webhooks|internal\/webhooks|config\/[\w/]*crd|api\/.*(?<!defaults\.go)$)/;
const NAMESPACE = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'demo' } };

describe('examples of rules on vSphere and AWS', () => {
  let lab: KubernetesLab;
  let api: LabApi;

  before(async function () {
    this.timeout(0);
    await kubernetesOrSkip(this);
    lab = await startKubernetes('v1.13', { controllers: true, openStack: false });
    api = new LabApi(lab.kubeconfig);
    await api.create(NAMESPACE, { dryRun: false });
  });

  after(async () => {
    api?.close();
    await lab?.stop();
  });

  for (const { id, source } of allRules().filter((rule) => OURS.test(rule.source))) {
    const cases = RULE_CASES.filter(({ rule }) => rule === id);
    const sound = cases.flatMap((one) => (one.sound === undefined ? [] : objectsOf(one.sound)));
    if (sound.length === 0) continue;

    it(`that ${id} takes are taken`, async () => {
      for (const object of sound) assert.equal(await refusal(object), undefined);
    });

    // Models are left out: what they are rendered to may have nothing left that a server could refuse.
    const broken = cases.flatMap((one) =>
      one.broken instanceof FinishedObject ? [one.broken] : [],
    );
    if (!SERVERS.test(source) || broken.length === 0) continue;

    it(`that ${id} refuses are refused`, async () => {
      for (const { object } of broken) assert.notEqual(await refusal(object), undefined);
    });
  }

  /** What the server says against an object, or against the machine that would be made from it. */
  async function refusal(object: Manifest): Promise<string | undefined> {
    for (const one of [object, ...madeFrom(object)]) {
      const { status, body } = await api.create(one, { dryRun: true });
      if (status !== 201) return `${one.kind}: ${String(at(body, ['message']))}`;
    }
    return undefined;
  }
});

/** Objects of a provider, of which the server has the schemas and the webhooks. */
function objectsOf(checked: Checked): readonly Manifest[] {
  if (checked instanceof FinishedObject) return [checked.object];
  if (Array.isArray(checked)) return checked.flatMap(objectsOf);
  if (!isCluster(checked)) return [];
  const shared = providerOfCluster(checked).sharedObjects?.(checked) ?? [];
  const objects = [...rendered(checked).values(), ...shared];
  return objects
    .filter(({ apiVersion }) => apiVersion.startsWith(`${GROUPS.infrastructure}/`))
    .map(inOneNamespace);
}

function inOneNamespace(object: Manifest): Manifest {
  if (object.metadata.namespace === undefined) return object;
  return { ...object, metadata: { ...object.metadata, namespace: NAMESPACE.metadata.name } };
}

function isCluster(checked: Checked): checked is AssembledCluster {
  return 'cloud' in checked && 'pools' in checked;
}

function madeFrom({ kind, spec, ...rest }: Manifest): readonly Manifest[] {
  if (!kind.endsWith('MachineTemplate')) return [];
  const machine = kind.replace(/Template$/, '');
  return [{ ...rest, kind: machine, spec: at(spec, ['template', 'spec']) }];
}
