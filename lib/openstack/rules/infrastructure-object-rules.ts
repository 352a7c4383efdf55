import { isAddress } from '../../base/cidr';
import type { Fields } from '../../base/fields';
import { leaveOut } from '../../base/fix';
import { mapAt, mapsAt, valueAt } from '../../base/value-at';
import { isNewer, type ObjectSubject, objectRule } from '../../cluster/rules/object-rule';

const WEBHOOK = 'CAPO@v0.14.7:pkg/webhooks/openstackcluster_webhook.go';
const CONTROLLER = 'CAPO@v0.14.7:controllers/openstackcluster_controller.go';
const CRD = 'CAPO@v0.14.7:config/crd/bases/infrastructure.cluster.x-k8s.io_openstackclusters.yaml';
const GROUPS = 'CAPO@v0.14.7:pkg/cloud/services/networking/securitygroups.go';
const RULE_LISTS = [
  'allNodesSecurityGroupRules',
  'clusterNodesSecurityGroupRules',
  'controlPlaneNodesSecurityGroupRules',
  'workerNodesSecurityGroupRules',
] as const;
const REMOTES = ['remoteManagedGroups', 'remoteGroupID', 'remoteIPPrefix'] as const;
const MANAGED_BY = 'cluster.x-k8s.io/managed-by';

/** Rules on what an OpenStackCluster needs but a template can leave out. */
export const WHOLE_INFRASTRUCTURE_RULES = [
  objectRule({
    id: 'object-endpoint-missing',
    reason: 'Without a load balancer, host, floating IP or fixed IP, there is no endpoint.',
    source: CONTROLLER,
    check(spec, refuse) {
      if (isBalanced(spec) || !hasNoFloatingIP(spec)) return;
      const { host } = mapAt(spec, 'controlPlaneEndpoint');
      const fixed = spec.apiServerFixedIP ?? valueAt(spec, 'apiServer', 'fixedIP');
      if (host !== undefined || fixed !== undefined) return;
      refuse('spec.controlPlaneEndpoint.host', {
        given: undefined,
        allowed: 'an address or name, because nothing else leads to the API server',
        fix: 'add it, or enable the load balancer',
      });
    },
  }),
];

/** Rules on OpenStackClusters and their templates. */
export const INFRASTRUCTURE_OBJECT_RULES = [
  objectRule({
    id: 'object-rule-remote',
    reason:
      'A firewall rule has one peer; the webhook of older providers checks only the rules of all nodes, and Neutron rejects the others.',
    source: WEBHOOK,
    check(spec, refuse) {
      for (const [field, rule] of firewallRules(spec)) {
        const given = REMOTES.filter((remote) => rule[remote] !== undefined);
        if (given.length < 2) continue;
        refuse(field, {
          given,
          allowed: 'one of remoteManagedGroups, remoteGroupID and remoteIPPrefix',
          fix: 'write one rule for each peer',
        });
      }
    },
  }),
  objectRule({
    id: 'object-rule-bastion',
    reason: 'The security group of a bastion exists only while the bastion is enabled.',
    source: GROUPS,
    check(spec, refuse) {
      if (hasBastion(spec)) return;
      for (const [field, rule] of firewallRules(spec)) {
        const groups = rule.remoteManagedGroups;
        if (!Array.isArray(groups) || !groups.includes('bastion')) continue;
        refuse(`${field}.remoteManagedGroups`, {
          given: groups,
          allowed: '"controlplane" and "worker" without a bastion',
          fix: 'leave "bastion" out, or enable a bastion',
        });
      }
    },
  }),
  objectRule({
    id: 'object-bastion',
    reason: 'A bastion is created like a machine, and is reached through the external network.',
    source: CRD,
    check(spec, refuse) {
      const { floatingIP, spec: machine } = mapAt(spec, 'bastion');
      if (hasBastion(spec) && machine === undefined) {
        refuse('spec.bastion.spec', {
          given: undefined,
          allowed: 'the flavor and image of the bastion',
          fix: 'add them, or write enabled: false',
        });
      }
      if (floatingIP === undefined || !hasNoExternalNetwork(spec)) return;
      refuse('spec.bastion.floatingIP', {
        given: floatingIP,
        allowed: 'none without an external network',
        fix: leaveOut({ or: 'set externalNetwork on the cloud' }),
      });
    },
  }),
  objectRule({
    id: 'object-external-network-off',
    reason: 'A floating IP is allocated from an external network, which is disabled.',
    source: CRD,
    check(spec, refuse, subject) {
      if (!hasNoExternalNetwork(spec) || hasNoFloatingIP(spec)) return;
      refuse(floatingIPField(subject), {
        given: undefined,
        allowed: 'no floating IP for the API server without an external network',
        fix: 'write endpoint: ApiEndpoint.managed({ floatingIP: FloatingIP.none() }), or set externalNetwork on the cloud',
      });
    },
  }),
  objectRule({
    id: 'object-balancer-subnets',
    reason:
      'The provider reads the subnets of a load balancer only by ID, and only together with a network.',
    source: CONTROLLER,
    check(spec, refuse, subject) {
      const balancer = balancerOf(spec);
      const subnets = mapsAt(balancer, 'subnets');
      if (balancer === undefined || subnets.length === 0) return;
      if (balancer.network === undefined) {
        refuse(`${balancerField(subject)}.subnets`, {
          given: subnets.map(([subnet]) => subnet),
          allowed: 'subnets together with their network',
          fix: 'add network, or leave subnets out',
        });
      }
      for (const [subnet, index] of subnets) {
        if (subnet.id !== undefined) continue;
        refuse(`${balancerField(subject)}.subnets[${index}]`, {
          given: subnet,
          allowed: 'a subnet by its ID',
          fix: 'write { id: "…" }',
        });
      }
    },
  }),
  objectRule({
    id: 'object-endpoint-name',
    reason:
      'The provider overwrites the host with the address of its load balancer, which the webhook then rejects forever.',
    source: CONTROLLER,
    check(spec, refuse) {
      const { host } = mapAt(spec, 'controlPlaneEndpoint');
      if (!isBalanced(spec) || typeof host !== 'string' || isAddress(host)) return;
      refuse('spec.controlPlaneEndpoint.host', {
        given: host,
        allowed: 'an address, or no host, with a load balancer of the provider',
        fix: 'add the name to certSANs of the control plane, or write endpoint: ApiEndpoint.external({ host })',
      });
    },
  }),
  objectRule({
    id: 'object-endpoint-floating-ip',
    reason:
      'Even with a given endpoint, the provider creates a floating IP with the address of the host, unless it is disabled.',
    source: CONTROLLER,
    check(spec, refuse, subject) {
      const { host } = mapAt(spec, 'controlPlaneEndpoint');
      if (isBalanced(spec) || host === undefined || hasNoFloatingIP(spec)) return;
      refuse(floatingIPField(subject), {
        given: undefined,
        allowed: 'no floating IP of the provider with controlPlaneEndpoint.host',
        fix: `write ${isNewer(subject) ? 'enableFloatingIP: false' : 'disableAPIServerFloatingIP: true'}, as endpoint: ApiEndpoint.external({ host }) does`,
      });
    },
  }),
  objectRule({
    id: 'object-managed-by',
    reason:
      'The provider ignores an object with this annotation, and nothing else creates the cluster.',
    source: CONTROLLER,
    check(_spec, refuse, { object }) {
      const given = object.metadata.annotations?.[MANAGED_BY];
      if (given === undefined) return;
      refuse(`metadata.annotations[${JSON.stringify(MANAGED_BY)}]`, {
        given,
        allowed: 'an OpenStackCluster that the provider manages',
        fix: leaveOut({ begins: 'leave the annotation out' }),
      });
    },
  }),
];

function firewallRules(spec: Fields): readonly [string, Fields][] {
  return RULE_LISTS.flatMap((list) =>
    mapsAt(spec, 'managedSecurityGroups', list).map(([rule, index]): [string, Fields] => [
      `spec.managedSecurityGroups.${list}[${index}]`,
      rule,
    ]),
  );
}

function hasBastion(spec: Fields): boolean {
  return spec.bastion !== undefined && valueAt(spec, 'bastion', 'enabled') !== false;
}

function hasNoExternalNetwork(spec: Fields): boolean {
  return spec.disableExternalNetwork === true || spec.enableExternalNetwork === false;
}

/** Tells whether the API server gets no floating IP. */
export function hasNoFloatingIP(spec: Fields): boolean {
  if (spec.disableAPIServerFloatingIP === true) return true;
  return valueAt(spec, 'apiServer', 'enableFloatingIP') === false;
}

function floatingIPField(subject: ObjectSubject): string {
  return isNewer(subject) ? 'spec.apiServer.enableFloatingIP' : 'spec.disableAPIServerFloatingIP';
}

/** Returns the load balancer of the API server, in either API version. */
export function balancerOf(spec: Fields): Fields | undefined {
  const balancer = spec.apiServerLoadBalancer ?? valueAt(spec, 'apiServer', 'managedLoadBalancer');
  return balancer === undefined ? undefined : mapAt(balancer);
}

/** Returns the field path of the API server's load balancer. */
export function balancerField(subject: ObjectSubject): string {
  return isNewer(subject) ? 'spec.apiServer.managedLoadBalancer' : 'spec.apiServerLoadBalancer';
}

/** Tells whether the provider creates a load balancer for the API server. */
export function isBalanced(spec: Fields): boolean {
  const balancer = balancerOf(spec);
  return balancer !== undefined && balancer.enabled !== false;
}
