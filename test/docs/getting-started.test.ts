import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Providers } from '../../constructs/index';
import type { InfrastructureName } from '../../lib/assembly/providers';
import { PEERS } from '../lab/peers';
import { DocPage, optionOf, shellCommands } from '../support/doc-page';
import { StartedProject, withDiff } from '../support/started-project';

const PAGE = new DocPage('getting-started.md');
const LAPTOP = '## Laptop';
const OPENSTACK = '## OpenStack';
const INIT_FLAGS: Readonly<Record<string, string>> = {
  'cluster-api': '--core',
  'kubeadm-bootstrap': '--bootstrap',
  'kubeadm-control-plane': '--control-plane',
  'cluster-api-docker': '--infrastructure',
  'cluster-api-openstack': '--infrastructure',
};

/** Commands of a path, in order. */
function commandsOf(heading: string): readonly (readonly string[])[] {
  return shellCommands(PAGE.section(heading));
}

/** Arguments of the only command of `capi-fleet` in a path that begins with a word. */
function capiFleetOf(heading: string, word: string): readonly string[] {
  const [found] = commandsOf(heading).filter(
    ([runner, name, first]) => runner === 'npx' && name === 'capi-fleet' && first === word,
  );
  assert.ok(found, `${heading} has no capi-fleet ${word}`);
  return found.slice(2);
}

/** Releases that manifests of a program are written for, by flags of `clusterctl init`. */
function releasesOf(program: string): Readonly<Record<string, string>> {
  const [, minor = '', kind = ''] =
    /Providers\.stable\('([\d.]+)', \{ infrastructure: \['(\w+)'\] \}\)/.exec(program) ?? [];
  const providers = Providers.stable(minor, { infrastructure: [kind as InfrastructureName] });
  const schemas = providers.tryProfile()?.schemas ?? [];
  return Object.fromEntries(
    schemas.map((schema) => {
      const [, name = '', release = ''] = /^(.*)-(v[\d.]+)$/.exec(schema) ?? [];
      return [INIT_FLAGS[name] ?? name, release];
    }),
  );
}

/** Releases that the page has `clusterctl init` install, by its flags. */
function installedBy(heading: string): Readonly<Record<string, string>> {
  const [init = []] = commandsOf(heading).filter(
    ([name, command]) => name === 'clusterctl' && command === 'init',
  );
  return Object.fromEntries(
    Object.values(INIT_FLAGS).map((flag) => [flag, optionOf(init, flag)?.split(':')[1] ?? '']),
  );
}

describe('docs/getting-started.md, laptop', function () {
  this.timeout(300_000);
  const project = new StartedProject();
  let written = '';

  before(() => {
    const { code, text } = project.init(capiFleetOf(LAPTOP, 'init'));
    assert.equal(code, 0, text);
    written = project.read('clusters.ts');
  });
  after(() => project.remove());

  it('shows the program that init writes', () => {
    assert.equal(PAGE.block('clusters.ts', 'ts', written), written);
  });

  it('installs the releases that the program is written for', () => {
    const releases = releasesOf(written);

    assert.equal(Object.keys(releases).length, 4);
    assert.deepEqual(installedBy(LAPTOP), releases);
  });

  it('shows what synth prints', () => {
    const { code, text } = project.capiFleet([...capiFleetOf(LAPTOP, 'synth'), '--no-type-check']);

    assert.equal(code, 0, text);
    assert.equal(PAGE.block('output of synth', 'text', text), text);
  });

  it('has a program that passes check, with its types, before and after it is changed', () => {
    const check = capiFleetOf(LAPTOP, 'check');
    const before = project.capiFleet([...check, '--no-type-check']);
    const [, diff = ''] = /```diff\n([\s\S]*?)```/.exec(PAGE.section(LAPTOP)) ?? [];
    project.write('clusters.ts', withDiff(written, diff));
    const after = project.capiFleet(check);

    assert.equal(before.code, 0, before.text);
    assert.equal(after.code, 0, after.text);
    assert.match(after.text, /^1 cluster, \d+ objects: no mistakes$/m);
    assert.doesNotMatch(after.text, /types are not checked/);
    assert.equal(project.capiFleet(['synth', '--no-type-check']).code, 0);
  });

  it('names files that exist by then', () => {
    const blocks = [...PAGE.text.matchAll(/^<!-- ([\w.]+\.yaml) -->$/gm)].map(([, name]) => name);
    const commands = commandsOf(LAPTOP);
    const saved = commands.flatMap((words) => optionOf(words, '-o') ?? []);
    const named = commands.flatMap((words) =>
      ['-f', '-k', '--config', '--kubeconfig'].flatMap((option) => optionOf(words, option) ?? []),
    );

    assert.ok(named.length > 8);
    for (const file of named) {
      const exists = existsSync(join(project.folder, file));
      assert.ok(exists || blocks.includes(file) || saved.includes(file), file);
    }
  });

  it('lists the files of the manifests', () => {
    const rows = [...PAGE.section(LAPTOP).matchAll(/^\| `(manifests\/.*?)` \|/gm)];

    assert.equal(rows.length, 4);
    for (const [, file = ''] of rows) assert.ok(existsSync(join(project.folder, file)), file);
  });

  it('names objects that the manifests have', () => {
    const objects = project.objects();
    const namesOf = (kind: string) =>
      objects.filter((one) => one.kind === kind).map(({ metadata }) => metadata.name);
    const names = commandsOf(LAPTOP).flatMap((words) => {
      const text = words.join(' ');
      const inside = text.includes('--kubeconfig first.kubeconfig');
      const [, cluster] =
        /^(?:clusterctl describe|kubectl -n \w+ delete) cluster (\S+)/.exec(text) ??
        /^npx capi-fleet kubeconfig (\S+)/.exec(text) ??
        [];
      const [, deployment] = inside ? [] : (/ deployment\/(\S+)/.exec(text) ?? []);
      const namespace = inside ? undefined : optionOf(words, '-n');
      return [
        ...(cluster === undefined ? [] : [['Cluster', cluster]]),
        ...(deployment === undefined ? [] : [['Deployment', deployment]]),
        ...(namespace === undefined ? [] : [['Namespace', namespace]]),
      ];
    });

    assert.deepEqual(new Set(names.map(([kind]) => kind)).size, 3);
    for (const [kind = '', name = ''] of names) {
      assert.ok(namesOf(kind).includes(name), `${kind} ${name}`);
    }
  });

  it('has a Job that only the added pool takes', () => {
    const job = PAGE.block('batch.yaml', 'yaml') ?? '';
    const [, key = '', value = ''] = /nodeSelector:\n +(\S+): (\S+)/.exec(job) ?? [];
    const [, added = ''] = /```diff\n([\s\S]*?)```/.exec(PAGE.section(LAPTOP)) ?? [];

    assert.ok(added.includes(`labels: { '${key}': '${value}' }`), `${key}: ${value}`);
  });
});

describe('docs/getting-started.md, OpenStack', function () {
  this.timeout(120_000);
  const project = new StartedProject();

  before(() => {
    const { code, text } = project.init(capiFleetOf(OPENSTACK, 'init'));
    assert.equal(code, 0, text);
  });
  after(() => project.remove());

  it('installs the releases that the program is written for', () => {
    assert.deepEqual(installedBy(OPENSTACK), releasesOf(project.read('clusters.ts')));
  });

  it('installs the release of ORC that the tests of this repository run', () => {
    const [, release] =
      /openstack-resource-controller\/releases\/download\/(v[\d.]+)\//.exec(PAGE.text) ?? [];

    assert.ok(PEERS.some(({ name }) => name === `openstack-resource-controller-${release}`));
  });

  it('creates every Secret that the fleet needs', () => {
    const { code, text } = project.capiFleet(['secrets', '--json']);
    assert.equal(code, 0, text);
    const { secrets } = JSON.parse(text);
    const created = commandsOf(OPENSTACK)
      .map((words) => words.join(' '))
      .filter((command) => command.includes(' create secret generic '));

    assert.equal(secrets.length, 2);
    for (const { namespace, name, type } of secrets) {
      const [command = ''] = created.filter((one) => one.includes(` generic ${name} `));
      assert.ok(command.startsWith(`kubectl -n ${namespace} `), name);
      if (type !== undefined) assert.ok(command.includes(`--type=${type}`), name);
    }
  });

  it('applies the folder that the program writes', () => {
    const applied = commandsOf(OPENSTACK).flatMap((words) => optionOf(words, '-k') ?? []);
    const { code, text } = project.capiFleet(['synth', '--no-type-check']);

    assert.equal(code, 0, text);
    assert.deepEqual(new Set(applied).size, 1);
    assert.ok(existsSync(join(project.folder, applied[0] ?? '', 'kustomization.yaml')));
  });

  it('names the image that the program boots from', () => {
    const [, image = ''] =
      /MachineImage\.fromName\('(.*?)'\)/.exec(project.read('clusters.ts')) ?? [];
    const [, version = ''] = /kubernetesVersion: '(.*?)'/.exec(project.read('clusters.ts')) ?? [];

    assert.ok(PAGE.text.includes(`openstack image create ${image} `), image);
    assert.ok(PAGE.text.includes(`'${image}': { source:`), image);
    assert.ok(PAGE.text.includes(`"kubernetes_semver": "v${version}"`), version);
  });
});
