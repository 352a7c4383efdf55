import assert from 'node:assert/strict';
import { Addon } from '../../../../../constructs/index';
import { podViolations } from '../../../../../lib/addons/rules/pod-security/evaluate-pod';
import { checkCluster } from '../../../../../lib/assembly/check-cluster';
import { checkObjectSet } from '../../../../../lib/assembly/check-object';
import type { Manifest } from '../../../../../lib/base/manifest';
import type { PodSecurityLevel } from '../../../../../lib/cluster/model/pod-security';
import { podSecurityLabels } from '../../../../../lib/cluster/model/pod-security';
import { described, PLAINTEXT } from '../../../../constructs/addons/described';
import { addonModel, clusterModel, controlPlaneModel } from '../../../../support/models';
import { LOCKED, POD_BREACHES, lockedPod as pod } from '../../../../support/pod-breaches';
import { podsIn } from '../../../../support/pods';
import { rendered } from '../../../../support/rendering';

const fields = (level: PodSecurityLevel, spec: object, version = 'latest') =>
  podViolations({ level, version }, { ...spec }).map(({ field }) => field);

describe('levels of the Pod Security Standards', () => {
  it('all admit a pod that needs no rights', () => {
    for (const level of ['privileged', 'baseline', 'restricted'] as const) {
      assert.deepEqual(fields(level, pod()), []);
    }
  });

  for (const [level, spec, field] of POD_BREACHES) {
    it(`do not admit ${field} from ${level} on`, () => {
      assert.deepEqual(fields('privileged', spec), []);
      assert.deepEqual(fields('baseline', spec), level === 'baseline' ? [field] : []);
      assert.ok(fields('restricted', spec).includes(field));
    });
  }

  it('take what the pod says for its containers', () => {
    const { runAsNonRoot, seccompProfile, ...own } = LOCKED;
    const spec = {
      securityContext: { runAsNonRoot, seccompProfile },
      containers: [{ name: 'web', securityContext: own }],
    };
    assert.deepEqual(fields('restricted', spec), []);
  });

  it('ask nothing of Linux alone where a pod is for Windows', () => {
    const spec = { os: { name: 'windows' }, containers: [{ name: 'web' }] };
    assert.deepEqual(fields('restricted', spec), ['securityContext.runAsNonRoot']);
  });

  it('look at annotations of AppArmor', () => {
    const key = 'container.apparmor.security.beta.kubernetes.io/web';
    const policy = { level: 'baseline', version: 'latest' } as const;
    assert.deepEqual(podViolations(policy, pod(), { [key]: 'runtime/default' }), []);
    assert.equal(podViolations(policy, pod(), { [key]: 'unconfined' }).length, 1);
  });

  it('leave hosts of probes alone before Kubernetes 1.34', () => {
    const spec = pod({}, { readinessProbe: { tcpSocket: { host: '10.0.0.1' } } });
    assert.deepEqual(fields('restricted', spec, 'v1.33'), []);
    assert.equal(fields('restricted', spec, 'v1.34').length, 1);
  });
});

describe('namespaces', () => {
  it('of clusters admit the pods that the library puts there, and no open ones', () => {
    const addons = [described(Addon.clusterAutoscaler())];
    const objects = [...rendered(clusterModel({ addons })).values()];
    const namespace = objects.find(({ kind }) => kind === 'Namespace');
    const [autoscaler, ...others] = podsIn(objects);

    assert.deepEqual(namespace?.metadata.labels, {
      'capi-fleet/cluster': 'demo',
      ...podSecurityLabels('restricted', 'v1.34'),
    });
    assert.equal(autoscaler?.title, 'Deployment demo/demo-autoscaler');
    assert.deepEqual(others, []);
    assert.deepEqual(fields('restricted', autoscaler.pod), []);
  });

  it("are looked at together with the pods of a cluster, the user's own included", () => {
    const { profile } = clusterModel();
    const namespace = space('restricted');
    const web: Manifest = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'web', namespace: 'shop' },
      spec: pod({ privileged: true }),
    };
    const issuesOf = (...objects: readonly Manifest[]) =>
      checkObjectSet({ profile, objects: objects.map((object) => ({ path: 'demo', object })) });

    assert.deepEqual(
      issuesOf(namespace, web).map(({ rule }) => rule),
      ['object-pod-security'],
    );
    assert.deepEqual(issuesOf(space('privileged'), web), []);
    assert.deepEqual(issuesOf(web), []);
  });

  it('of texts count for pods of texts', () => {
    const text = [space('baseline'), workload({ hostPID: true })]
      .map((object) => JSON.stringify(object))
      .join('\n---\n');
    assert.deepEqual(rulesFor(text), ['addon-pod-security']);
    assert.deepEqual(rulesFor(text.replace('"hostPID":true', '"hostPID":false')), []);
    assert.deepEqual(rulesFor(text.replaceAll('baseline', 'privileged')), []);
  });

  it('without a level of their own have that of the API server, but for exempt ones', () => {
    const text = JSON.stringify(workload({ hostPID: true }));
    const enforce = 'baseline';

    assert.deepEqual(rulesFor(text, { enforce }), ['addon-pod-security']);
    assert.deepEqual(rulesFor(text, { enforce, exemptNamespaces: ['kube-system', 'shop'] }), []);
    assert.deepEqual(rulesFor(text, { enforce: 'privileged' }), []);
    assert.deepEqual(rulesFor(text), []);
  });

  it('of the operator of NVIDIA admit drivers', () => {
    const [part] = described(Addon.nvidiaGpuOperator(), { credentials: PLAINTEXT }).payload;
    assert.ok(part?.kind === 'configMap');
    assert.deepEqual(part.entries[0]?.documents, [
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'gpu-operator', labels: podSecurityLabels('privileged', 'latest') },
      },
    ]);
  });
});

function space(level: PodSecurityLevel): Manifest {
  const labels = podSecurityLabels(level, 'latest');
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels } };
}

function workload(spec: object): Manifest {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { template: { spec: pod({}, {}, spec) } },
  };
}

/** Rules on Pod Security that a manifest breaks in a cluster whose API server has some defaults. */
function rulesFor(
  documents: string,
  podSecurity?: { enforce: PodSecurityLevel; exemptNamespaces?: string[] },
) {
  const addons = [
    addonModel({
      payload: [{ kind: 'configMap', suffix: '', entries: [{ key: 'objects', documents }] }],
    }),
  ];
  const controlPlane = controlPlaneModel(podSecurity && { admission: { podSecurity } });
  return checkCluster(clusterModel({ addons, controlPlane }))
    .map(({ rule }) => rule)
    .filter((rule) => rule.includes('pod-security'));
}
