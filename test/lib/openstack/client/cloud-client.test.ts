import assert from 'node:assert/strict';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { CloudClient } from '../../../../lib/openstack/client/cloud-client';
import { Answer, FakeCloud, PROJECT } from '../../../support/fake-cloud';
import { selfSigned } from '../../../support/self-signed';

const NETWORKS = '/network/v2.0/networks';

describe('CloudClient', () => {
  it('gets a token with a password', () =>
    FakeCloud.with({}, async (cloud) => {
      const client = await cloud.connect();

      assert.equal(client.projectId, PROJECT);
      assert.equal(client.userId, 'user-1');
      assert.deepEqual(cloud.logins, [
        {
          auth: {
            identity: {
              methods: ['password'],
              password: {
                user: { name: 'demo', domain: { name: 'Default' }, password: 'fake-password' },
              },
            },
            scope: { project: { name: 'demo', domain: { name: 'Default' } } },
          },
        },
      ]);
    }));

  it('gets a token with an application credential', () =>
    FakeCloud.with({}, async (cloud) => {
      await cloud.connect({
        auth: { application_credential_id: 'ac', application_credential_secret: 'fake-secret' },
      });

      assert.deepEqual(cloud.logins, [
        {
          auth: {
            identity: {
              methods: ['application_credential'],
              application_credential: { id: 'ac', secret: 'fake-secret' },
            },
          },
        },
      ]);
    }));

  it('names what credentials lack', () =>
    FakeCloud.with({}, async (cloud) => {
      await assert.rejects(cloud.connect({ auth: { username: 'demo', project_name: 'demo' } }), {
        message:
          'cloud demo of clouds.yaml: auth.password is missing\n' +
          '  allowed: user, password and project, or an application credential with its secret\n' +
          '  fix: add auth.password to clouds.yaml or secure.yaml, or export OS_PASSWORD',
      });
    }));

  it('says that Keystone refuses, without the secret', () =>
    FakeCloud.with(
      { tokenAnswer: { status: 401, body: { error: { message: 'no fake-password here' } } } },
      async (cloud) => {
        await assert.rejects(cloud.connect(), {
          message:
            `cloud demo of clouds.yaml: ${cloud.url}/identity/v3/auth/tokens answers 401: no *** here\n` +
            '  allowed: credentials that Keystone accepts, neither expired nor revoked\n' +
            '  fix: check user, password and project, or the application credential, with openstack token issue',
        });
      },
    ));

  it('says that nobody answers', async () => {
    const access = await FakeCloud.with({}, async (cloud) => cloud.access());

    await assert.rejects(CloudClient.connect(access), (error: Error) => {
      assert.match(
        error.message,
        /^cloud demo of clouds\.yaml: http:.*tokens cannot be reached: connect ECONNREFUSED/,
      );
      assert.match(error.message, /fix: check auth_url, interface and the route to the server/);
      return true;
    });
  });

  it('reads every page of a list, with the query of its links alone', () =>
    FakeCloud.with(
      {
        answers: {
          [`${NETWORKS}?limit=1`]: {
            networks: [{ id: 'a' }],
            networks_links: [
              { rel: 'next', href: 'http://inside.example.org/networks?limit=1&marker=a' },
            ],
          },
          [`${NETWORKS}?limit=1&marker=a`]: { networks: [{ id: 'b' }] },
          '/image/v2/images': { images: [{ id: 'c' }], next: '/v2/images?marker=c' },
          '/image/v2/images?marker=c': { images: [{ id: 'd' }] },
          '/dns/v2/zones': {
            zones: [{ id: 'e' }],
            links: { next: 'http://dns/v2/zones?marker=e' },
          },
          '/dns/v2/zones?marker=e': { zones: [{ id: 'f' }], links: {} },
        },
      },
      async (cloud) => {
        const client = await cloud.connect();

        assert.deepEqual(await client.list('network', '/networks?limit=1', 'networks'), [
          { id: 'a' },
          { id: 'b' },
        ]);
        assert.deepEqual(await client.list('image', '/images', 'images'), [
          { id: 'c' },
          { id: 'd' },
        ]);
        assert.deepEqual(await client.list('dns', '/zones', 'zones'), [{ id: 'e' }, { id: 'f' }]);
      },
    ));

  it('keeps to a number of requests at a time', () =>
    FakeCloud.with({ answers: { '/compute/limits': { limits: {} } }, delay: 5 }, async (cloud) => {
      const client = await cloud.connect();

      await Promise.all(Array.from({ length: 40 }, () => client.get('compute', '/limits')));

      assert.equal(cloud.most, 8);
      assert.equal(cloud.requests.length, 41);
    }));

  it('says which service the catalog lacks', () =>
    FakeCloud.with({ services: ['identity', 'compute'] }, async (cloud) => {
      const client = await cloud.connect({ region: 'RegionOne' });

      assert.equal(client.has('compute'), true);
      assert.equal(client.has('loadBalancer'), false);
      await assert.rejects(client.get('loadBalancer', '/lbaas/loadbalancers'), {
        message:
          'cloud demo of clouds.yaml: region RegionOne has no public endpoint for the service load-balancer\n' +
          '  allowed: a region of the catalog: RegionOne\n' +
          '  fix: set region_name and interface in clouds.yaml, or choose another cloud',
      });
    }));

  it('has no service of a wrong region', () =>
    FakeCloud.with({}, async (cloud) => {
      const client = await cloud.connect({ region: 'RegionTwo' });

      assert.equal(client.has('compute'), false);
      assert.deepEqual(client.regions, ['RegionOne']);
    }));

  it('takes the endpoints of the interface that is asked for', () =>
    FakeCloud.with({ answers: { '/admin/compute/limits': { limits: {} } } }, async (cloud) => {
      const client = await cloud.connect({ interface: 'admin' });

      assert.deepEqual(await client.get('compute', '/limits'), { limits: {} });
    }));

  it('names the role that Octavia asks for', () =>
    FakeCloud.with(
      {
        answers: {
          '/load-balancer/v2.0/lbaas/loadbalancers': new Answer(403, { faultstring: 'no role' }),
        },
      },
      async (cloud) => {
        const client = await cloud.connect();

        await assert.rejects(client.get('loadBalancer', '/lbaas/loadbalancers'), {
          message:
            `cloud demo of clouds.yaml: ${cloud.url}/load-balancer/v2.0/lbaas/loadbalancers answers 403: no role\n` +
            '  allowed: a user with the role load-balancer_member in the project\n' +
            '  fix: ask an administrator to run openstack role add --user USER --project PROJECT load-balancer_member',
        });
      },
    ));

  it('trusts the authority of clouds.yaml, and no other one', async () => {
    const { key, cert } = selfSigned();
    const server = createServer({ key, cert }, (_request, response) => {
      response.writeHead(201, { 'x-subject-token': 'fake-token' });
      response.end(JSON.stringify({ token: { project: { id: 'p' }, catalog: [] } }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const access = {
      origin: 'cloud demo of clouds.yaml',
      authUrl: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
      auth: { username: 'demo', password: 'fake-password', project_name: 'demo' },
      interface: 'public',
      verify: true,
    };

    try {
      assert.equal((await CloudClient.connect({ ...access, ca: cert })).projectId, 'p');
      assert.equal((await CloudClient.connect({ ...access, verify: false })).projectId, 'p');
      await assert.rejects(
        CloudClient.connect(access),
        /certificate[\s\S]*fix: set cacert in clouds.yaml to the file/,
      );
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
