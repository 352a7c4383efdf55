import assert from 'node:assert/strict';
import { emptyCloud } from '../../../support/cloud-contents';
import { Answer, type FakeCloudOptions, PROJECT } from '../../../support/fake-cloud';
import { controlPlaneModel, poolModel } from '../../../support/models';
import { demo, issuesOf } from '../../../support/preflight-issues';

function limits(
  absolute: Readonly<Record<string, number>>,
  more: Readonly<Record<string, unknown>> = {},
): FakeCloudOptions {
  return { answers: emptyCloud({ '/compute/limits': { limits: { absolute } }, ...more }) };
}

describe('preflight on quotas', () => {
  it('says how much is missing, for which cluster, and what to ask for', async () => {
    const given = limits({ maxTotalCores: 24, totalCoresUsed: 10 });

    assert.deepEqual(await issuesOf(given), [
      'homelab: quota of cores is "24, of which 10 are used"\n' +
        '  allowed: 30 or more, because 20 more are needed with every pool at its largest size and during a rollout: mothership/demo 20\n' +
        `  fix: ask an administrator to run openstack quota set --cores 30 ${PROJECT}, or make pools smaller`,
    ]);
  });

  it('speaks of pools only where machines take some', async () => {
    const none = { limit: 0, used: 0, reserved: 0 };
    const quota = { floatingip: none, port: none };
    const answers = emptyCloud({ [`/network/v2.0/quotas/${PROJECT}/details`]: { quota } });

    const [ports = '', addresses] = await issuesOf({ answers });

    assert.match(ports, /with every pool at its largest.*\n.*, or make pools smaller$/);
    assert.equal(
      addresses,
      'homelab: quota of floatingIPs is "0, of which 0 are used"\n' +
        '  allowed: 1 or more, because 1 more is needed: mothership/demo 1\n' +
        `  fix: ask an administrator to run openstack quota set --floating-ips 1 ${PROJECT}, or delete unused floating IPs, listed by openstack floating ip list --status DOWN`,
    );
  });

  it('leaves servers out that are there already', async () => {
    const servers = [
      { name: 'demo-control-plane-x7k2p' },
      { name: 'demo-workers-abcde-fghij' },
      { name: 'demo-workers-abcde-klmno' },
      { name: 'demo-workers-of-mine-and-others' },
    ];
    const there = { '/compute/servers/detail': { servers } };

    assert.deepEqual(await issuesOf(limits({ maxTotalCores: 24, totalCoresUsed: 16 }, there)), []);
  });

  it('leaves servers out whose names were too long and cut', async () => {
    const name = 'c'.repeat(50);
    const pools = [poolModel({ replicas: 2, deploymentName: `${name}-workers` })];
    const used = { maxTotalCores: 24, totalCoresUsed: 16 };
    const issuesWith = (...names: readonly string[]) => {
      const servers = names.map((one) => ({ name: one }));
      const given = limits(used, { '/compute/servers/detail': { servers } });
      return issuesOf({ ...given, cluster: demo({ name, pools }) });
    };
    const [first, second] = [`${name}-controlx7k2p`, `${name}-workersabcde`];

    assert.deepEqual(await issuesWith(first, second, `${name}-workersfghij`), []);
    assert.equal((await issuesWith(first, second, `${name}-workersfghij-2`)).length, 1);
  });

  it('leaves resources out that are there already, whoever made them', async () => {
    const quota = { [`/network/v2.0/quotas/${PROJECT}/details`]: details(1, 1) };
    const networks = (name: string) => ({
      '/network/v2.0/networks': { networks: [{ id: 'n', name }] },
    });
    const managed = demo({
      network: {
        kind: 'managed',
        nodeCidr: '10.8.0.0/24',
        dnsNameservers: [],
        allocationPools: [],
      },
    });

    assert.deepEqual(
      await issuesOf({ answers: emptyCloud({ ...quota, ...networks('mothership-demo') }) }),
      [],
    );
    assert.deepEqual(
      await issuesOf({
        cluster: managed,
        answers: emptyCloud({ ...quota, ...networks('k8s-clusterapi-cluster-demo-demo') }),
      }),
      [],
    );
    assert.match(
      String(await issuesOf({ answers: emptyCloud({ ...quota, ...networks('another') }) })),
      /^homelab: quota of networks is "1, of which 1 is used"\n {2}allowed: 2 or more, because 1 more is/,
    );
  });

  it('holds every service to its limits', async () => {
    const none = { limit: 0, used: 0, reserved: 0 };
    const quota = { port: none, floatingip: none, security_group_rule: none };
    const answers = emptyCloud({
      [`/network/v2.0/quotas/${PROJECT}/details`]: { quota },
      [`/load-balancer/v2.0/lbaas/quotas/${PROJECT}`]: { quota: { load_balancer: 0 } },
      '/volumev3/limits': { limits: { absolute: { maxTotalVolumes: 1, totalVolumesUsed: 1 } } },
    });
    const controlPlane = controlPlaneModel({ rootVolume: { sizeGiB: 10 } });

    const issues = await issuesOf({ answers, cluster: demo({ controlPlane, pools: [] }) });

    assert.deepEqual(
      issues.map((issue) => /quota set --([a-z-]+) (\d+)/.exec(issue)?.slice(1)),
      [
        ['volumes', '5'],
        ['ports', '7'],
        ['floating-ips', '1'],
        ['secgroup-rules', '12'],
        ['loadbalancer', '1'],
      ],
    );
  });

  it('does not mind a quota that others have gone beyond, when nothing is to come', async () => {
    const quota = { floatingip: { limit: 1, used: 2, reserved: 0 } };
    const answers = emptyCloud({ [`/network/v2.0/quotas/${PROJECT}/details`]: { quota } });
    const endpoint = { kind: 'external', host: 'api.example.org' } as const;

    assert.deepEqual(await issuesOf({ answers, cluster: demo({ endpoint }) }), []);
  });

  it('holds server groups to their limit, whichever pools join them', async () => {
    const pools = [
      poolModel({ replicas: 6, serverGroup: { id: 'g' } }),
      poolModel({ name: 'more', replicas: 4, serverGroup: { id: 'g' } }),
      poolModel({ name: 'others', replicas: 9, serverGroup: { id: 'h' } }),
    ];

    assert.deepEqual(
      await issuesOf({ ...limits({ maxServerGroupMembers: 10 }), cluster: demo({ pools }) }),
      [
        'mothership/demo/workers: serverGroup is "12 servers during a rollout"\n' +
          '  allowed: at most 10 servers in a group\n' +
          `  fix: ask an administrator to run openstack quota set --server-group-members 12 ${PROJECT}, or leave out serverGroup`,
      ],
    );
  });

  it('does without numbers that Neutron does not tell', async () => {
    const answers = emptyCloud({
      [`/network/v2.0/quotas/${PROJECT}/details`]: new Answer(403, {}),
    });

    assert.deepEqual(await issuesOf({ answers }), []);
  });
});

function details(limit: number, used: number) {
  return { quota: { network: { limit, used, reserved: 0 } } };
}
