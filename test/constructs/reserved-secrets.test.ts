import assert from 'node:assert/strict';
import { ApiObject } from 'cdk8s';
import { type ControlPlaneProps, Etcd, ValidationError } from '../../constructs/index';
import type { OpenStackCloud } from '../../constructs/openstack/open-stack-cloud';
import { formatIssue } from '../../lib/base/errors';
import { type TestFlavor, testFleet } from '../support/fleets';
import { inFolder } from '../support/in-folder';

const PLAIN = { flavor: 'large' } as const;
const ENDPOINTS = ['https://etcd.example.org:2379'];

describe('Secrets of names that Cluster API uses', () => {
  it('are refused', () => {
    assert.deepEqual(mistakes(PLAIN, 'prod-kubeconfig', 'other-ca'), [
      `mothership/prod: metadata.name of Secret prod-kubeconfig is "prod-kubeconfig"
  allowed: a name other than "prod-kubeconfig", "prod-ca", "prod-etcd", "prod-proxy", "prod-sa", "prod-apiserver-etcd-client"
  fix: use another name, or list it as your own CA in certificates.authorities of the control plane, in a namespace that exists before the cluster`,
    ]);
  });

  it('are the user’s where the program says so', () => {
    const authorities = { cluster: 'prod-ca' };
    const own = { ...PLAIN, certificates: { authorities } };
    const etcd = Etcd.external({ endpoints: ENDPOINTS });

    assert.deepEqual(mistakes(own, 'prod-ca', 'prod-kubeconfig'), []);
    assert.equal(mistakes(own, 'prod-sa').length, 1);
    assert.deepEqual(mistakes({ ...PLAIN, etcd }, 'prod-etcd', 'prod-apiserver-etcd-client'), []);
  });

  it('are another cluster’s in another namespace', () => {
    const other = { metadata: { name: 'prod-ca', namespace: 'elsewhere' } };

    assert.deepEqual(mistakes(PLAIN, other), []);
  });
});

type Secret = string | { readonly metadata: { readonly name: string; readonly namespace: string } };

function mistakes(
  controlPlane: ControlPlaneProps<OpenStackCloud<TestFlavor>>,
  ...secrets: Secret[]
): string[] {
  const found: string[] = [];
  inFolder((outdir) => {
    const { fleet, cluster } = testFleet({ outdir });
    const prod = cluster('prod', { controlPlane, namespace: 'clusters' });
    secrets.forEach((secret, index) => {
      const metadata = typeof secret === 'string' ? { name: secret } : secret.metadata;
      new ApiObject(prod, `secret-${index}`, { apiVersion: 'v1', kind: 'Secret', metadata });
    });
    try {
      fleet.synth();
    } catch (error) {
      if (!(error instanceof ValidationError)) throw error;
      found.push(...error.issues.map(formatIssue));
    }
  });
  return found;
}
