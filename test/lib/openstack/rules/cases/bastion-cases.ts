import type { BastionModel } from '../../../../../lib/openstack/model/bastion';
import { bastionModel } from '../../../../support/bastion';
import { cloudModel } from '../../../../support/models';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import { provisionedCluster } from '../../../../support/provisioned';
import { cluster, onCloud, type RuleCase } from '../../../assembly/rule-case';

const GROUP = { filter: { name: 'ssh' } };
const AT_ENDPOINT = { kind: 'address', address: '203.0.113.7' } as const;
const { sshKeyName: _key, ...WITHOUT_KEY } = bastionModel();

/** Examples of rules on bastions. */
export const BASTION_CASES: readonly RuleCase[] = [
  {
    rule: 'flavor-known',
    broken: bastion({ size: 'm1.k8s-workr' }),
    sound: cluster({ bastion: WITHOUT_KEY }),
    says: `mothership/demo: bastion.flavor is "m1.k8s-workr"
  allowed: a flavor of homelab: "m1.k8s-master", "m1.k8s-worker", "g1.gpu"
  fix: write "m1.k8s-worker", or add "m1.k8s-workr" to the flavors of homelab`,
  },
  {
    rule: 'bastion-zone',
    broken: inZone('zone-3'),
    sound: inZone('zone-2'),
    says: `mothership/demo: bastion.availabilityZone is "zone-3"
  allowed: a failure domain of homelab: "zone-1", "zone-2"
  fix: write "zone-1", or add "zone-3" to the failureDomains of homelab`,
  },
  {
    rule: 'bastion-zone',
    broken: bastion({ availabilityZone: ' ' }),
    sound: bastion({ availabilityZone: 'nova' }),
    says: `mothership/demo: bastion.availabilityZone is " "
  allowed: the name of an availability zone
  fix: leave it out`,
  },
  {
    rule: 'bastion-floating-ip',
    broken: onCloud(
      { externalNetwork: { kind: 'none' } },
      { bastion: bastionModel({ floatingIP: '203.0.113.9' }) },
    ),
    sound: onCloud({ externalNetwork: { kind: 'none' } }, { bastion: bastionModel() }),
    says: `mothership/demo: bastion.floatingIP is "203.0.113.9"
  allowed: none; homelab has no external network
  fix: leave it out, or set externalNetwork on homelab`,
  },
  {
    rule: 'bastion-floating-ip',
    broken: bastion({ floatingIP: '203.0.113.9:22' }),
    sound: bastion({ floatingIP: '203.0.113.9' }),
    says: `mothership/demo: bastion.floatingIP is "203.0.113.9:22"
  allowed: an IPv4 address
  fix: write "203.0.113.9"`,
  },
  {
    rule: 'bastion-floating-ip',
    broken: bastion({ floatingIP: '2001:db8::9' }),
    says: `mothership/demo: bastion.floatingIP is "2001:db8::9"
  allowed: an IPv4 address
  fix: write a floating IP of the project, such as "203.0.113.10"`,
  },
  {
    rule: 'bastion-floating-ip-own',
    broken: bastion({ floatingIP: AT_ENDPOINT.address }, balanced()),
    sound: bastion({ floatingIP: '203.0.113.8' }, balanced()),
    says: `mothership/demo: bastion.floatingIP is "203.0.113.7"
  allowed: an address other than that of the endpoint
  fix: leave it out to have one allocated`,
  },
  {
    rule: 'bastion-security-groups',
    broken: provisionedCluster({ bastion: bastionModel() }),
    sound: provisionedCluster({ bastion: bastionModel({ securityGroups: [GROUP] }) }),
    says: `mothership/demo: bastion.securityGroups is []
  allowed: at least one security group, because the groups of the cluster are provisioned
  fix: write NetworkLookup.fromName('…') with the name of a group that allows SSH`,
  },
];

function bastion(
  part: Partial<BastionModel>,
  rest: Partial<AssembledCluster> = {},
): AssembledCluster {
  return cluster({ bastion: bastionModel(part), ...rest });
}

function balanced(): Partial<AssembledCluster> {
  return {
    endpoint: {
      kind: 'managed',
      allowedCidrs: [],
      additionalPorts: [],
      floatingIP: AT_ENDPOINT,
    },
  };
}

function inZone(availabilityZone: string): AssembledCluster {
  const cloud = cloudModel({ failureDomains: ['zone-1', 'zone-2'] });
  return bastion({ availabilityZone }, { cloud });
}
