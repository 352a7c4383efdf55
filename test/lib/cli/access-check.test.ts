import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AccessCheck } from '../../../lib/cli/access-check';
import type { FleetStack } from '../../../lib/cli/fleet-stacks';
import type { StackValues } from '../../../lib/cli/stack-values';
import { FakeCloud, type FakeCloudOptions } from '../../support/fake-cloud';
import { inFolderUntil } from '../../support/in-folder';

interface Tried {
  readonly cloud?: FakeCloudOptions;
  readonly environment?: Readonly<Record<string, string>>;
  readonly values?: StackValues;
  readonly stacks?: readonly FleetStack[];
  readonly authUrl?: string;
}

/** Messages for stacks whose clouds are tried one after the other, and the number of logins. */
function tried({
  cloud = {},
  environment = { OS_CLOUD: 'rented' },
  values = {},
  stacks = [stack('a')],
  authUrl,
}: Tried): Promise<readonly [messages: readonly string[], logins: number]> {
  return FakeCloud.with(cloud, (fake) =>
    inFolderUntil(async (folder) => {
      const url = authUrl ?? `${fake.url}/identity`;
      const auth = `{ auth_url: ${url}, username: u, password: fake-password, project_name: p }`;
      writeFileSync(join(folder, 'clouds.yaml'), `clouds: { rented: { auth: ${auth} }, x: {} }`);
      const check = new AccessCheck(folder, environment);
      const messages: string[] = [];
      for (const one of stacks) {
        await check.check(one, values).catch((error: Error) => messages.push(error.message));
      }
      const plain = messages.map((text) =>
        text.replaceAll(fake.url, 'URL').replaceAll(join(folder, 'clouds.yaml'), 'FILE'),
      );
      return [plain, fake.logins.length];
    }),
  );
}

function stack(name: string, region?: string): FleetStack {
  const cloud = { name: 'rented', path: 'rented', ...(region === undefined ? {} : { region }) };
  return { name, path: `mothership/${name}`, config: {}, isCloud: false, planned: [], cloud };
}

describe('AccessCheck', () => {
  it('signs in once for stacks of one cloud', async () => {
    assert.deepEqual(await tried({ stacks: [stack('a'), stack('b')] }), [[], 1]);
  });

  it('says of a password that is wrong where it stands', async () => {
    const body = { error: { message: 'The request you have made requires authentication.' } };

    assert.deepEqual(await tried({ cloud: { tokenAnswer: { status: 401, body } } }), [
      [
        'cloud rented of FILE: URL/identity/v3/auth/tokens answers 401: The request you have made requires authentication.\n' +
          '  allowed: credentials that Keystone accepts, neither expired nor revoked\n' +
          '  fix: check user, password and project, or the application credential, with openstack token issue',
      ],
      1,
    ]);
  });

  it('says of an entry that there is none, with the closest one', async () => {
    assert.deepEqual(await tried({ environment: { OS_CLOUD: 'rentd' } }), [
      ['FILE: there is no cloud "rentd"\n  allowed: rented, x\n  fix: export OS_CLOUD=rented'],
      0,
    ]);
    assert.deepEqual(await tried({ environment: { OS_CLOUD: '' } }), [
      [
        'the environment: OS_CLOUD is empty\n  allowed: an entry of FILE: rented, x\n  fix: export OS_CLOUD=rented',
      ],
      0,
    ]);
  });

  it('says of entries in the configuration how they are set', async () => {
    const key = 'capi-fleet:cloudEntries';
    const [[byStack]] = await tried({ values: { [key]: '{"rented":"rentd"}' } });
    const [[byProvider]] = await tried({ values: { 'openstack:cloud': 'rentd' } });

    assert.match(
      String(byStack),
      /fix: pulumi config set --path capi-fleet:cloudEntries.rented rented$/,
    );
    assert.match(String(byProvider), /fix: pulumi config set openstack:cloud rented$/);
  });

  it('says where a region came from that the cloud does not have', async () => {
    const cloud = { regions: ['RegionOne', 'RegionTwo'] };
    const environment = { OS_CLOUD: 'rented', OS_REGION_NAME: 'RegionTow' };
    const [[ofVariable]] = await tried({ cloud, environment });
    const [[ofConfig]] = await tried({ cloud, values: { 'openstack:region': 'RegionOn' } });
    const entries = { 'capi-fleet:cloudEntries': '{"rented":"rented"}' };
    const [[ofProgram]] = await tried({ cloud, values: entries, stacks: [stack('a', 'two')] });

    assert.equal(
      ofVariable,
      'rented: region is "RegionTow"\n' +
        '  allowed: a region of the catalog with public endpoints: RegionOne, RegionTwo\n' +
        '  fix: set OS_REGION_NAME to RegionTwo',
    );
    assert.match(String(ofConfig), /fix: set openstack:region of the stack to RegionOne$/);
    assert.match(
      String(ofProgram),
      /fix: set region of the OpenStackCloud rented to one of these$/,
    );
  });

  it('says of a Keystone that cannot be reached whose URL it is', async () => {
    const [[message]] = await tried({ authUrl: 'http://127.0.0.1:9/identity' });

    assert.match(
      String(message),
      /^cloud rented of FILE: http:\/\/127\.0\.0\.1:9\/identity\/v3\/auth\/tokens cannot be reached: connect ECONNREFUSED/,
    );
  });

  it('leaves credentials in the configuration to Pulumi, and clouds that are not to be looked at', async () => {
    const environment = {};
    const ofPulumi = { 'openstack:authUrl': 'https://keystone.example.org' };

    assert.deepEqual(await tried({ environment, values: ofPulumi }), [[], 0]);
    assert.deepEqual(await tried({ environment, values: { 'capi-fleet:preflight': 'false' } }), [
      [],
      0,
    ]);
  });
});
