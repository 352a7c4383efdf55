import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cloudAccess } from '../../../../lib/openstack/client/cloud-access';
import type { WantedEntry } from '../../../../lib/openstack/client/clouds-file';
import { inFolder } from '../../../support/in-folder';

const CLOUDS = `clouds:
  demo:
    auth:
      auth_url: https://keystone.example.org:5000/v3/
      username: demo
      project_name: demo
    region_name: RegionOne
    interface: internalURL
  other: {}
`;

describe('cloudAccess', () => {
  it('reads an entry of clouds.yaml, with what secure.yaml adds', () =>
    inFolder((folder) => {
      writeFileSync(join(folder, 'clouds.yaml'), CLOUDS);
      writeFileSync(
        join(folder, 'secure.yaml'),
        'clouds: { demo: { auth: { password: fake-password } } }',
      );

      assert.deepEqual(cloudAccess({ entry: 'demo' }, {}, folder), {
        origin: `cloud demo of ${join(folder, 'clouds.yaml')}`,
        authUrl: 'https://keystone.example.org:5000',
        auth: {
          auth_url: 'https://keystone.example.org:5000/v3/',
          username: 'demo',
          project_name: 'demo',
          password: 'fake-password',
        },
        region: 'RegionOne',
        regionFrom: `region_name of cloud demo of ${join(folder, 'clouds.yaml')}`,
        interface: 'internal',
        verify: true,
      });
    }));

  it('finds OS_CLOUD in the file that OS_CLIENT_CONFIG_FILE names', () =>
    inFolder((folder) => {
      const file = join(folder, 'mine.yaml');
      writeFileSync(file, CLOUDS);

      const access = cloudAccess(
        undefined,
        { OS_CLOUD: 'demo', OS_CLIENT_CONFIG_FILE: file },
        '/nowhere',
      );

      assert.equal(access.origin, `cloud demo of ${file}`);
    }));

  it('finds the file of the user', () =>
    inFolder((home) => {
      mkdirSync(join(home, '.config/openstack'), { recursive: true });
      writeFileSync(join(home, '.config/openstack/clouds.yaml'), CLOUDS);

      const access = cloudAccess({ entry: 'demo' }, { HOME: home }, '/nowhere');

      assert.equal(access.region, 'RegionOne');
    }));

  it('reads certificates, and whether they are verified', () =>
    inFolder((folder) => {
      const cacert = join(folder, 'ca.pem');
      writeFileSync(cacert, 'fake certificates');
      writeFileSync(
        join(folder, 'clouds.yaml'),
        `clouds: { demo: { auth: { auth_url: https://k }, cacert: ${cacert}, verify: false } }`,
      );

      const { ca, verify } = cloudAccess({ entry: 'demo' }, {}, folder);

      assert.deepEqual({ ca, verify }, { ca: 'fake certificates', verify: false });
    }));

  it('reads variables when no cloud is named', () => {
    const access = cloudAccess(
      {},
      {
        OS_AUTH_URL: 'http://keystone.example.org/identity',
        OS_USERNAME: 'demo',
        OS_PASSWORD: 'fake-password',
        OS_TENANT_NAME: 'demo',
        OS_USER_DOMAIN_NAME: 'Default',
        OS_REGION_NAME: 'RegionTwo',
        OS_INSECURE: 'true',
        HOME: '/nowhere',
      },
    );

    assert.equal(access.origin, 'the environment');
    assert.equal(access.auth.project_name, 'demo');
    assert.deepEqual(
      { authUrl: access.authUrl, region: access.region, verify: access.verify },
      { authUrl: 'http://keystone.example.org/identity', region: 'RegionTwo', verify: false },
    );
  });

  it('names the places of clouds.yaml where there is none', () =>
    inFolder((folder) => {
      assert.throws(
        () => cloudAccess({ entry: 'demo' }, { OS_CLIENT_CONFIG_FILE: join(folder, 'no') }),
        {
          message:
            `cloud "demo": there is no clouds.yaml\n  allowed: one of ${join(folder, 'no')}\n` +
            '  fix: export OS_CLIENT_CONFIG_FILE=path/to/clouds.yaml',
        },
      );
    }));

  it('names the entries that there are', () =>
    inFolder((folder) => {
      writeFileSync(join(folder, 'clouds.yaml'), CLOUDS);

      assert.throws(() => cloudAccess({ entry: 'demmo' }, {}, folder), {
        message:
          `${join(folder, 'clouds.yaml')}: there is no cloud "demmo"\n  allowed: demo, other\n` +
          '  fix: export OS_CLOUD=demo',
      });
      assert.throws(() => cloudAccess({ entry: 'other' }, {}, folder), {
        message:
          `cloud other of ${join(folder, 'clouds.yaml')}: auth_url is missing\n` +
          '  allowed: the URL of Keystone\n  fix: add auth.auth_url',
      });
    }));

  it('quotes nothing of a file that is not YAML', () =>
    inFolder((folder) => {
      writeFileSync(join(folder, 'clouds.yaml'), 'clouds:\n  demo:\n  password: "fake-secret\n');

      assert.throws(
        () => cloudAccess({ entry: 'demo' }, {}, folder),
        (error: Error) =>
          /line \d+ is not YAML/.test(error.message) && !error.message.includes('fake-secret'),
      );
    }));

  it('names a file of certificates that cannot be read', () =>
    inFolder((folder) => {
      writeFileSync(
        join(folder, 'clouds.yaml'),
        'clouds: { demo: { auth: { auth_url: https://k }, cacert: missing.pem } }',
      );

      assert.throws(() => cloudAccess({ entry: 'demo' }, {}, folder), {
        message:
          `cloud demo of ${join(folder, 'clouds.yaml')}: cacert is "missing.pem", which cannot be read (ENOENT)\n` +
          '  allowed: a file with certificates in PEM\n  fix: correct cacert',
      });
    }));

  it('proposes the entry whose name is closest, and never simply the first', () =>
    inFolder((folder) => {
      const file = join(folder, 'clouds.yaml');
      const fixOf = (wanted: WantedEntry, environment = {}) => {
        try {
          cloudAccess(wanted, environment, folder);
          return undefined;
        } catch (error) {
          return /fix: (.*)/.exec(String(error))?.[1];
        }
      };
      writeFileSync(file, 'clouds: { admin: {}, lab-eu: {}, lab-us: {} }');

      assert.equal(fixOf({}, { OS_CLOUD: 'lab-us2' }), 'export OS_CLOUD=lab-us');
      assert.equal(
        fixOf({}, { OS_CLOUD: 'office' }),
        'export OS_CLOUD=NAME, with one of these names',
      );
      assert.equal(fixOf({ cloud: 'lab-eu' }, { OS_CLOUD: '' }), 'export OS_CLOUD=lab-eu');
      assert.equal(fixOf({ cloud: 'lab-eu' }), 'export OS_CLOUD=lab-eu');
      assert.equal(
        fixOf({ entry: 'lab-uss', choose: (entry) => `--entry x=${entry}` }),
        '--entry x=lab-us',
      );
    }));

  it('says that OS_CLOUD is empty, with what it could be', () =>
    inFolder((folder) => {
      writeFileSync(join(folder, 'clouds.yaml'), CLOUDS);

      assert.throws(() => cloudAccess({}, { OS_CLOUD: '', HOME: '/nowhere' }, folder), {
        message:
          `the environment: OS_CLOUD is empty\n  allowed: an entry of ${join(folder, 'clouds.yaml')}: demo, other\n` +
          '  fix: export OS_CLOUD=NAME, with one of these names',
      });
    }));

  it('takes the region of the variable before that of the entry, as Pulumi does', () =>
    inFolder((folder) => {
      writeFileSync(join(folder, 'clouds.yaml'), CLOUDS);

      const access = cloudAccess({ entry: 'demo' }, { OS_REGION_NAME: 'RegionTwo' }, folder);

      assert.deepEqual([access.region, access.regionFrom], ['RegionTwo', 'OS_REGION_NAME']);
    }));

  it('asks for a cloud where nothing is said', () => {
    assert.throws(() => cloudAccess({}, { HOME: '/nowhere' }, '/nowhere'), {
      message:
        'the environment: OS_CLOUD and OS_AUTH_URL are missing\n' +
        '  allowed: an entry of a clouds.yaml, or the variables OS_* with credentials\n' +
        '  fix: export OS_CLOUD=NAME',
    });
  });
});
