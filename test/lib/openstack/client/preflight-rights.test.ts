import assert from 'node:assert/strict';
import { emptyCloud } from '../../../support/cloud-contents';
import { PROJECT } from '../../../support/fake-cloud';
import { cloudModel } from '../../../support/models';
import type { AssembledCluster } from '../../../support/openstack-cluster';
import { demo, issuesOf } from '../../../support/preflight-issues';
import { provisionedNetwork } from '../../../support/provisioned';

const roles = (...names: string[]) => ({ roles: names.map((name) => ({ name })) });

function withCredential(more: { readonly roles?: readonly string[] } = {}): AssembledCluster {
  return demo({
    credentials: {
      kind: 'applicationCredential',
      secretName: 'demo-cloud-config',
      cloudName: 'openstack',
      ...more,
    },
  });
}

describe('preflight on rights', () => {
  it('refuses to make credentials with a restricted one', async () => {
    const token = { ...roles('member'), application_credential: { id: 'a', restricted: true } };

    assert.deepEqual(await issuesOf({ token, cluster: withCredential() }), [
      'mothership/demo: credentials is "an application credential to create"\n' +
        '  allowed: an existing one, because cloud demo of clouds.yaml is a restricted application credential, which cannot create others\n' +
        '  fix: sign in with a password, or with a credential from openstack application credential create --unrestricted, or write CloudCredentials.fromSecret(…)',
    ]);
    assert.deepEqual(await issuesOf({ token }), []);
    const unrestricted = { ...token, application_credential: { id: 'a', restricted: false } };
    assert.deepEqual(await issuesOf({ token: unrestricted, cluster: withCredential() }), []);
  });

  it('refuses roles of credentials that the user lacks', async () => {
    const cluster = withCredential({ roles: ['member', 'load-balancer_member'] });

    assert.deepEqual(await issuesOf({ token: roles('member', 'reader'), cluster }), [
      'mothership/demo: credentials.roles is ["load-balancer_member"]\n' +
        '  allowed: roles that the user has in the project: member, reader\n' +
        '  fix: leave them out, or sign in as a user who has them',
    ]);
  });

  it('refuses users who may only look', async () => {
    assert.deepEqual(await issuesOf({ token: roles('reader') }), [
      'homelab: roles of the user is ["reader"]\n' +
        '  allowed: also the role member, because these can only read resources\n' +
        `  fix: ask an administrator to run openstack role add --user user-1 --project ${PROJECT} member`,
    ]);
    const token = roles('member', 'load-balancer_observer');
    assert.deepEqual(await issuesOf({ token }), [
      'homelab: roles of the user is ["member","load-balancer_observer"]\n' +
        '  allowed: also the role load-balancer_member, because these can only read load balancers\n' +
        `  fix: ask an administrator to run openstack role add --user user-1 --project ${PROJECT} load-balancer_member`,
    ]);
  });

  it('takes roles that it does not know, and administrators', async () => {
    assert.deepEqual(await issuesOf({ token: roles('creator') }), []);
    assert.deepEqual(await issuesOf({ token: roles('admin', 'reader') }), []);
  });

  it('refuses a virtual address on a network of another project', async () => {
    const virtualIp = { kind: 'virtualIp', address: '10.8.0.250', image: 'kube-vip' } as const;
    const cluster = demo({
      network: {
        kind: 'adopted',
        network: { filter: { name: 'floor' } },
        subnets: [{ filter: { name: 'floor' } }],
      },
      endpoint: { ...virtualIp, floatingIP: { kind: 'none' } },
    });
    const floor = (project: string) =>
      emptyCloud({
        '/network/v2.0/networks?name=floor': {
          networks: [{ id: 'floor', name: 'floor', project_id: project }],
        },
      });

    assert.deepEqual(await issuesOf({ cluster, answers: floor(PROJECT) }), []);
    assert.deepEqual(await issuesOf({ cluster, answers: floor('other') }), [
      'mothership/demo: network is "floor"\n' +
        '  allowed: a network of the project, because only its owner may choose a virtual IP on it\n' +
        '  fix: choose such a network, or write ApiEndpoint.loadBalancer() or ApiEndpoint.external({ host })',
    ]);
  });

  it('refuses a router of another project', async () => {
    const cluster = demo({ network: provisionedNetwork({ router: { id: 'edge' } }) });
    const routers = [{ id: 'edge', name: 'edge', project_id: 'other' }];
    const answers = emptyCloud({ '/network/v2.0/routers?id=edge': { routers } });

    assert.deepEqual(await issuesOf({ cluster, answers }), [
      'mothership/demo: router is "edge"\n' +
        '  allowed: a router of the project, because only its owner may attach subnets\n' +
        '  fix: leave it out to get a new router',
    ]);
    assert.deepEqual(await issuesOf({ cluster: demo({ cloud: cloudModel() }), answers }), []);
  });
});
