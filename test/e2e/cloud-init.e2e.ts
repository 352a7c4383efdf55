import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { parse, parseAllDocuments } from 'yaml';
import { checkObject } from '../../lib/assembly/check-object';
import { isMap } from '../../lib/base/is-map';
import { BARE_TEXTS } from '../lib/kubeadm/rules/cases/cloud-config-object-cases';
import { kubernetesOrSkip } from '../support/lab';
import { profile } from '../support/models';
import { randomProgram, tryRender, type Versions } from '../support/random/random-program';
import { randomRuns } from '../support/random/random-runs';
import {
  type BootstrapConfig,
  bootstrapConfigs,
  buildRenderer,
  renderBootstrap,
} from '../support/rendered-bootstrap';

const VERSIONS: Versions = ['1.13', '0.14'];
const PROGRAMS = 500;
const LEAST = 200;
/** cloud-init reads YAML 1.1, in which words such as `no` are no texts. */
const OLDER = { version: '1.1' } as const;
/** Names of cloud-init for fields of the API. */
const NAMES: Readonly<Record<string, string>> = {
  homeDir: 'homedir',
  primaryGroup: 'primary_group',
  sshAuthorizedKeys: 'ssh_authorized_keys',
  replaceFS: 'replace_fs',
  extraOpts: 'extra_opts',
};
const SECTIONS: Readonly<Record<string, string>> = {
  files: 'write_files',
  'ntp.servers': 'ntp',
  'diskSetup.partitions': 'disk_setup',
  'diskSetup.filesystems': 'fs_setup',
};

describe("configurations for cloud-init and the bootstrap provider's own template", () => {
  before(async function () {
    this.timeout(0);
    await kubernetesOrSkip(this);
    await buildRenderer();
  });

  it('of random legal programs are read as they were written', async function () {
    this.timeout(0);
    const configs: BootstrapConfig[] = [];
    fc.assert(
      fc.property(randomProgram({ versions: VERSIONS, gates: false }), (program) => {
        const objects = tryRender(program, VERSIONS) ?? [];
        const versions = profile(...VERSIONS);
        const all = objects
          .filter(
            ({ path, object }) => checkObject({ path, object, profile: versions }).length === 0,
          )
          .flatMap(({ object }) => bootstrapConfigs(object));
        configs.push(...all.filter(({ format }) => format !== 'ignition'));
      }),
      randomRuns(PROGRAMS),
    );

    const results = await renderBootstrap(configs);

    results.forEach(({ text, error }, index) => {
      const config = configs[index] ?? {};
      assert.equal(error, undefined, `${error}: ${JSON.stringify(config)}`);
      assertRead(text ?? '', config);
    });
    console.log(`      ${configs.length} configurations`);
    assert.ok(configs.length > LEAST);
  });

  for (const [field, bad, good, place] of BARE_TEXTS) {
    it(`break where the rule says so: ${field}${place}`, async () => {
      const [broken, sound] = await renderBootstrap([configOf(field, bad), configOf(field, good)]);

      assert.equal(isRead(sound?.text ?? '', field, good), true, sound?.text ?? sound?.error);
      assert.equal(isRead(broken?.text ?? '', field, bad), false, broken?.text);
    });
  }
});

/** Asserts that files, commands and kubeadm's own configuration come out as they went in. */
function assertRead(text: string, config: BootstrapConfig): void {
  assert.match(text, /^## template: jinja\n#cloud-config\n/);
  const read: unknown = parse(text, OLDER);
  assert.ok(isMap(read));
  const written = listOf(read.write_files);
  for (const file of listOf(config.files)) {
    const one = written.find(({ path }) => path === file.path);
    assert.equal(String(one?.content).trimEnd(), String(file.content).trimEnd(), String(file.path));
    assert.equal(one?.owner, file.owner);
  }
  const users = listOf(read.users);
  listOf(config.users).forEach((user, index) => {
    for (const name of ['name', 'groups', 'shell', 'sudo']) {
      // The library's YAML 1.1 has two letters for truths that cloud-init's does not have.
      if (/^[yn]$/i.test(String(user[name]))) continue;
      assert.equal(users[index]?.[name], user[name], `users[${index}].${name}`);
    }
  });
  const commands = Array.isArray(read.runcmd) ? read.runcmd : [];
  for (const command of (config.preKubeadmCommands ?? []) as string[]) {
    assert.ok(commands.includes(command), command);
  }
  const kubeadm = written.find(({ path }) => String(path).startsWith('/run/kubeadm/kubeadm'));
  for (const document of parseAllDocuments(String(kubeadm?.content))) {
    assert.deepEqual(document.errors, []);
  }
}

/** Tells whether the value of a field is in what cloud-init reads, as it was given. */
function isRead(text: string, field: string, given: unknown): boolean {
  let read: unknown;
  try {
    read = parse(text, OLDER);
  } catch {
    return false;
  }
  const section = isMap(read) ? read[SECTIONS[field] ?? field] : undefined;
  if (section === undefined) return false;
  if (field === 'ntp.servers') return same(isMap(section) ? section.servers : undefined, given);
  const [item] = given as readonly unknown[];
  if (field === 'diskSetup.partitions') {
    const { device } = item as { readonly device: string };
    return isMap(section) && typeof device === 'string' && hasTextKey(text, device);
  }
  const [one] = Array.isArray(section) && field !== 'files' ? section : listOf(section).slice(0, 1);
  if (!isMap(item)) return same(one, item);
  if (!isMap(one)) return false;
  return Object.entries(item).every(([key, value]) => {
    const isNumber = field === 'diskSetup.filesystems' && key !== 'device';
    return same(one[NAMES[key] ?? key], value, isNumber);
  });
}

/** Tells whether a key of `disk_setup` is a text, which the parsed map does not say. */
function hasTextKey(text: string, device: string): boolean {
  const keys: unknown = parse(text, { ...OLDER, mapAsMap: true });
  const disks = keys instanceof Map ? keys.get('disk_setup') : undefined;
  return disks instanceof Map && [...disks.keys()].includes(device);
}

function same(read: unknown, given: unknown, lenient = false): boolean {
  if (Array.isArray(given)) {
    return (
      Array.isArray(read) &&
      read.length === given.length &&
      given.every((value, index) => String(value) === String(read[index]))
    );
  }
  return lenient ? String(read) === String(given) : read === given;
}

function configOf(field: string, value: unknown): BootstrapConfig {
  const [outer = '', inner] = field.split('.');
  if (field === 'files')
    return { files: listOf(value).map((one) => ({ path: '/a', content: 'x', ...one })) };
  if (field === 'users') return { users: listOf(value).map((one) => ({ name: 'ops', ...one })) };
  if (inner === 'partitions') {
    return { diskSetup: { partitions: listOf(value).map((one) => ({ layout: true, ...one })) } };
  }
  if (inner === 'filesystems') {
    const usual = { device: '/dev/vdb', filesystem: 'ext4', label: 'data' };
    return { diskSetup: { filesystems: listOf(value).map((one) => ({ ...usual, ...one })) } };
  }
  return inner === undefined ? { [outer]: value } : { [outer]: { [inner]: value, enabled: true } };
}

function listOf(list: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(list) ? list.filter(isMap) : [];
}
