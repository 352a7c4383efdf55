import assert from 'node:assert/strict';
import { Providers } from '../../constructs/index';
import { allRules } from '../../lib/assembly/table';
import { CLUSTER_API_RELEASES } from '../../lib/cluster/model/profile';
import { OPENSTACK_PROVIDER } from '../../lib/openstack/releases';
import { PEERS } from '../lab/peers';
import { DocPage, optionOf, shellCommands } from '../support/doc-page';

const PAGE = new DocPage('upgrading.md');

describe('docs/upgrading.md', () => {
  it('has the range of Kubernetes of every Cluster API', () => {
    const wanted = Object.entries(CLUSTER_API_RELEASES).map(
      ([minor, { oldest, newest }]) => `| ${minor} | ${oldest} to ${newest} |`,
    );

    assert.deepEqual(PAGE.rows('Kubernetes by Cluster API', wanted), wanted);
  });

  it('has the API version and the OpenStack provider of every Cluster API', () => {
    const { tested } = OPENSTACK_PROVIDER;
    const wanted = Object.entries(CLUSTER_API_RELEASES).map(
      ([minor, { core }]) => `| ${minor} | ${core} | ${tested[minor]} |`,
    );

    assert.deepEqual(PAGE.rows('providers by Cluster API', wanted), wanted);
  });

  it('upgrades to the releases that the program then names', () => {
    const [apply = []] = shellCommands(PAGE.text).filter((words) => words[2] === 'apply');
    const [, minor = ''] = /Providers\.stable\('([\d.]+)'\)/.exec(PAGE.text) ?? [];
    const release = (flag: string) => optionOf(apply, flag)?.split(':')[1];
    const releases = Providers.stable(minor).tryProfile()?.schemas ?? [];

    assert.deepEqual(
      [
        `cluster-api-${release('--core')}`,
        `kubeadm-bootstrap-${release('--bootstrap')}`,
        `kubeadm-control-plane-${release('--control-plane')}`,
        `cluster-api-openstack-${release('--infrastructure')}`,
      ],
      releases,
    );
  });

  it('installs the release of ORC that the tests of this repository run', () => {
    const [, release] =
      /openstack-resource-controller\/releases\/download\/(v[\d.]+)\//.exec(PAGE.text) ?? [];

    assert.ok(PEERS.some(({ name }) => name === `openstack-resource-controller-${release}`));
  });

  it('names a window in which two releases support the same Kubernetes', () => {
    const [, from = '', to = '', oldest, newest] =
      /From ([\d.]+) to ([\d.]+) all\s+clusters must be at ([\d.]+) to ([\d.]+)\./.exec(
        PAGE.text,
      ) ?? [];

    assert.equal(CLUSTER_API_RELEASES[to]?.oldest, oldest);
    assert.equal(CLUSTER_API_RELEASES[from]?.newest, newest);
  });

  it('names rules that exist', () => {
    const ids = new Set(allRules().map(({ id }) => id));
    const named = [...PAGE.text.matchAll(/rule `([\w-]+)`/g)];

    assert.ok(named.length > 2);
    for (const [, id = ''] of named) assert.ok(ids.has(id), id);
  });
});
