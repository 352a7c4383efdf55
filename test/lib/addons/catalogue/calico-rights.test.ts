import assert from 'node:assert/strict';
import { CalicoJob, type CalicoJobProps } from '../../../../constructs/addons/calico-job';
import { CalicoManifest } from '../../../../lib/addons/catalogue/calico-manifest';
import type { Manifest } from '../../../../lib/base/manifest';
import {
  AddonShelf,
  delivered,
  described,
  find,
  member,
} from '../../../constructs/addons/described';
import { RELEASED_CALICO } from '../../../support/calico';
import { type ApiRequest, allows } from '../../../support/rbac';

const RBAC = 'rbac.authorization.k8s.io';
const CRDS = 'apiextensions.k8s.io';
const OWN = 'kube-system';
const TEXT = `apiVersion: v1
kind: Namespace
metadata: {name: tigera-operator}
---
apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: ServiceAccount
    metadata: {name: tigera-operator, namespace: tigera-operator}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: installations.operator.tigera.io}
spec:
  group: operator.tigera.io
  names: {kind: Installation, plural: installations}
---
apiVersion: operator.tigera.io/v1
kind: Installation
metadata: {name: default}
---
apiVersion: other.example.org/v1
kind: Thing
metadata: {name: one}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: tigera-operator}
rules: []
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: tigera-binding}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-reader}
subjects: []
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: closed, namespace: kube-system}
spec: {}
---
# nothing
`;

function objects(props: Partial<CalicoJobProps> = {}): readonly Manifest[] {
  const all = { version: '3.30.2', manifest: RELEASED_CALICO, ...props };
  return delivered(described(new CalicoJob(new AddonShelf(), 'calico', all).addon));
}

const request = (verb: string, group: string, resource: string, name: string): ApiRequest => ({
  verb,
  group,
  resource,
  name,
  namespace: OWN,
});

describe('rights of the Job that installs Calico', () => {
  it('are bound to its own account alone', () => {
    const all = objects();
    const job = find(all, 'Job');
    const { name } = job.metadata;
    const subjects = [{ kind: 'ServiceAccount', name, namespace: OWN }];

    assert.equal(member(job, 'spec', 'template', 'spec', 'serviceAccountName'), name);
    for (const kind of ['ClusterRoleBinding', 'RoleBinding']) {
      const binding = find(all, kind);
      assert.equal(binding.metadata.name, name);
      assert.deepEqual(binding.subjects, subjects);
      assert.equal(member(binding, 'roleRef', 'name'), name);
    }
  });

  it('are those of what released manifests hold', () => {
    const all = objects();
    for (const [group, resource] of [
      [CRDS, 'customresourcedefinitions'],
      [RBAC, 'clusterroles'],
      [RBAC, 'clusterrolebindings'],
      ['', 'serviceaccounts'],
      ['', 'configmaps'],
      ['', 'services'],
      ['apps', 'daemonsets'],
      ['apps', 'deployments'],
      ['policy', 'poddisruptionbudgets'],
    ] as const) {
      for (const verb of ['get', 'create', 'patch']) {
        assert.ok(allows(all, request(verb, group, resource, 'calico-node')), resource);
        assert.ok(!allows(all, request('delete', group, resource, 'calico-node')), resource);
      }
    }
    for (const [group, resource] of [
      ['', 'secrets'],
      ['', 'nodes'],
      ['', 'pods'],
      ['admissionregistration.k8s.io', 'validatingwebhookconfigurations'],
    ] as const) {
      assert.ok(!allows(all, request('get', group, resource, 'any')), resource);
    }
    const elsewhere = { ...request('patch', 'apps', 'daemonsets', 'any'), namespace: 'default' };
    assert.ok(!allows(all, elsewhere));
  });

  it('are those of the objects that come with the Job, by their names', () => {
    const all = objects({ manifest: CalicoManifest.inline(TEXT) });
    const applied: readonly [string, string, string][] = [
      ['', 'namespaces', 'tigera-operator'],
      ['', 'serviceaccounts', 'tigera-operator'],
      [CRDS, 'customresourcedefinitions', 'installations.operator.tigera.io'],
      ['operator.tigera.io', 'installations', 'default'],
      ['other.example.org', 'things', 'one'],
      [RBAC, 'clusterroles', 'tigera-operator'],
      [RBAC, 'clusterrolebindings', 'tigera-binding'],
      ['networking.k8s.io', 'networkpolicies', 'closed'],
    ];
    for (const [group, resource, name] of applied) {
      for (const verb of ['get', 'create', 'patch']) {
        assert.ok(allows(all, request(verb, group, resource, name)), `${verb} ${resource}`);
      }
      assert.ok(!allows(all, request('patch', group, resource, 'another')), resource);
      assert.ok(!allows(all, request('delete', group, resource, name)), resource);
    }
    assert.ok(allows(all, request('escalate', RBAC, 'clusterroles', 'tigera-operator')));
    assert.ok(allows(all, request('bind', RBAC, 'clusterroles', 'cluster-reader')));
    assert.ok(!allows(all, request('bind', RBAC, 'clusterroles', 'cluster-admin')));
    assert.ok(!allows(all, request('patch', 'apps', 'daemonsets', 'calico-node')));
  });

  it('are more where the user says so', () => {
    const rule = { apiGroups: ['example.org'], resources: ['things'], verbs: ['create'] };
    assert.ok(allows(objects({ rights: [rule] }), request('create', 'example.org', 'things', 'a')));
    assert.ok(!allows(objects(), request('create', 'example.org', 'things', 'a')));
    assert.notEqual(
      find(objects({ rights: [rule] }), 'Job').metadata.name,
      find(objects(), 'Job').metadata.name,
    );
  });

  it('let it take away its own rights, and no others', () => {
    const all = objects({ manifest: CalicoManifest.inline(TEXT) });
    const { name } = find(all, 'Job').metadata;
    for (const [verb, resource] of [
      ['delete', 'rolebindings'],
      ['delete', 'roles'],
      ['get', 'clusterrolebindings'],
      ['patch', 'clusterroles'],
      ['delete', 'clusterrolebindings'],
    ] as const) {
      assert.ok(allows(all, request(verb, RBAC, resource, name)), `${verb} ${resource}`);
      assert.ok(!allows(all, request(verb, RBAC, resource, 'other')), `${verb} ${resource}`);
    }
    assert.ok(allows(all, request('delete', RBAC, 'clusterrolebindings', 'calico-installer')));
  });

  it('reach only the containers that ask the API server', () => {
    const spec = member(find(objects(), 'Job'), 'spec', 'template', 'spec');
    const all = [member(spec, 'initContainers'), member(spec, 'containers')].flat();
    const withToken = all.filter((one) =>
      JSON.stringify(member(one, 'volumeMounts')).includes('"name":"token"'),
    );

    assert.equal(member(spec, 'automountServiceAccountToken'), false);
    assert.deepEqual(
      withToken.map((one) => member(one, 'name')),
      ['wait-for-api-server', 'apply', 'end-rights'],
    );
  });
});
