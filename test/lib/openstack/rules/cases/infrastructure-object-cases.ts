import { VERSIONS } from '../../../../support/patched-objects';
import type { ObjectCase } from '../../../assembly/cases/object-cases';

const KEY = 'infrastructure';
const ON = 'of OpenStackCluster demo';
const GROUPS = 'spec managedSecurityGroups';
const BALANCER = 'spec apiServerLoadBalancer';
const NEWER = VERSIONS.newest();
const PORT = { name: 'a', direction: 'ingress' };
const TWICE = [{ ...PORT, remoteGroupID: 'b', remoteIPPrefix: '192.0.2.0/24' }];
const HOST = ['spec controlPlaneEndpoint', { host: '198.51.100.7', port: 6443 }] as const;
const NO_FLOATING_IP = ['spec disableAPIServerFloatingIP', true] as const;

/** Examples of rules on the OpenStackCluster. */
export const INFRASTRUCTURE_OBJECT_CASES: readonly ObjectCase[] = [
  ...[
    ['allNodesSecurityGroupRules', VERSIONS.usual()] as const,
    ['controlPlaneNodesSecurityGroupRules', VERSIONS.usual()] as const,
    ['workerNodesSecurityGroupRules', VERSIONS.usual()] as const,
    ['clusterNodesSecurityGroupRules', NEWER] as const,
  ].map(
    ([list, profile]): ObjectCase => ({
      rule: 'object-rule-remote',
      key: KEY,
      profile,
      broken: [
        [
          `${GROUPS} ${list}`,
          [
            { ...PORT, remoteGroupID: 'b' },
            { ...PORT, remoteIPPrefix: '192.0.2.0/24', remoteManagedGroups: ['worker'] },
          ],
        ],
      ],
      sound: [[`${GROUPS} ${list}`, [{ ...PORT, remoteManagedGroups: ['worker'] }, PORT]]],
      says: `mothership/demo: spec.managedSecurityGroups.${list}[1] ${ON} is ["remoteManagedGroups","remoteIPPrefix"]
  allowed: one of remoteManagedGroups, remoteGroupID and remoteIPPrefix
  fix: write one rule for each peer`,
    }),
  ),
  {
    rule: 'object-rule-remote',
    key: KEY,
    broken: [
      ['kind', 'OpenStackClusterTemplate'],
      [
        'spec',
        { template: { spec: { managedSecurityGroups: { workerNodesSecurityGroupRules: TWICE } } } },
      ],
    ],
    sound: [
      ['kind', 'OpenStackClusterTemplate'],
      ['spec', { template: { spec: { disableAPIServerFloatingIP: true } } }],
    ],
    says: `mothership/demo: spec.template.spec.managedSecurityGroups.workerNodesSecurityGroupRules[0] of OpenStackClusterTemplate demo is ["remoteGroupID","remoteIPPrefix"]
  allowed: one of remoteManagedGroups, remoteGroupID and remoteIPPrefix
  fix: write one rule for each peer`,
  },
  {
    rule: 'object-rule-bastion',
    key: KEY,
    broken: [
      [`${GROUPS} workerNodesSecurityGroupRules`, [{ ...PORT, remoteManagedGroups: ['bastion'] }]],
      ['spec bastion', { enabled: false }],
    ],
    sound: [
      [`${GROUPS} workerNodesSecurityGroupRules`, [{ ...PORT, remoteManagedGroups: ['bastion'] }]],
      ['spec bastion', { spec: { flavor: 'small' } }],
    ],
    says: `mothership/demo: spec.managedSecurityGroups.workerNodesSecurityGroupRules[0].remoteManagedGroups ${ON} is ["bastion"]
  allowed: "controlplane" and "worker" without a bastion
  fix: leave "bastion" out, or enable a bastion`,
  },
  {
    rule: 'object-bastion',
    key: KEY,
    broken: [
      ['spec bastion', { floatingIP: '192.0.2.7' }],
      ['spec disableExternalNetwork', true],
      NO_FLOATING_IP,
    ],
    sound: [['spec bastion', { floatingIP: '192.0.2.7', enabled: false }]],
    says: `mothership/demo: spec.bastion.spec ${ON} is missing
  allowed: the flavor and image of the bastion
  fix: add them, or write enabled: false
mothership/demo: spec.bastion.floatingIP ${ON} is "192.0.2.7"
  allowed: none without an external network
  fix: leave it out, or set externalNetwork on the cloud`,
  },
  {
    rule: 'object-external-network-off',
    key: KEY,
    broken: [['spec disableExternalNetwork', true]],
    sound: [['spec disableExternalNetwork', true], NO_FLOATING_IP],
    says: `mothership/demo: spec.disableAPIServerFloatingIP ${ON} is missing
  allowed: no floating IP for the API server without an external network
  fix: write endpoint: ApiEndpoint.managed({ floatingIP: FloatingIP.none() }), or set externalNetwork on the cloud`,
  },
  {
    rule: 'object-external-network-off',
    key: KEY,
    profile: NEWER,
    broken: [['spec enableExternalNetwork', false]],
    sound: [
      ['spec enableExternalNetwork', false],
      ['spec apiServer enableFloatingIP', false],
    ],
    says: `mothership/demo: spec.apiServer.enableFloatingIP ${ON} is missing
  allowed: no floating IP for the API server without an external network
  fix: write endpoint: ApiEndpoint.managed({ floatingIP: FloatingIP.none() }), or set externalNetwork on the cloud`,
  },
  {
    rule: 'object-balancer-subnets',
    key: KEY,
    broken: [[`${BALANCER} subnets`, [{ id: '1' }, { filter: { name: 'a' } }]]],
    sound: [
      [`${BALANCER} subnets`, [{ id: '1' }]],
      [`${BALANCER} network`, { id: '2' }],
    ],
    says: `mothership/demo: spec.apiServerLoadBalancer.subnets ${ON} is [{"id":"1"},{"filter":{"name":"a"}}]
  allowed: subnets together with their network
  fix: add network, or leave subnets out
mothership/demo: spec.apiServerLoadBalancer.subnets[1] ${ON} is {"filter":{"name":"a"}}
  allowed: a subnet by its ID
  fix: write { id: "…" }`,
  },
  {
    rule: 'object-balancer-subnets',
    key: KEY,
    profile: NEWER,
    broken: [['spec apiServer managedLoadBalancer subnets', [{ id: '1' }]]],
    says: `mothership/demo: spec.apiServer.managedLoadBalancer.subnets ${ON} is [{"id":"1"}]
  allowed: subnets together with their network
  fix: add network, or leave subnets out`,
  },
  {
    rule: 'object-endpoint-name',
    key: KEY,
    broken: [['spec controlPlaneEndpoint', { host: 'api.example.org', port: 6443 }]],
    sound: [HOST],
    says: `mothership/demo: spec.controlPlaneEndpoint.host ${ON} is "api.example.org"
  allowed: an address, or no host, with a load balancer of the provider
  fix: add the name to certSANs of the control plane, or write endpoint: ApiEndpoint.external({ host })`,
  },
  {
    rule: 'object-endpoint-floating-ip',
    key: KEY,
    broken: [HOST, [`${BALANCER} enabled`, false]],
    sound: [HOST, [BALANCER, undefined], NO_FLOATING_IP],
    says: `mothership/demo: spec.disableAPIServerFloatingIP ${ON} is missing
  allowed: no floating IP of the provider with controlPlaneEndpoint.host
  fix: write disableAPIServerFloatingIP: true, as endpoint: ApiEndpoint.external({ host }) does`,
  },
  {
    rule: 'object-endpoint-floating-ip',
    key: KEY,
    profile: NEWER,
    broken: [HOST, ['spec apiServer', {}]],
    sound: [HOST, ['spec apiServer', { enableFloatingIP: false }]],
    says: `mothership/demo: spec.apiServer.enableFloatingIP ${ON} is missing
  allowed: no floating IP of the provider with controlPlaneEndpoint.host
  fix: write enableFloatingIP: false, as endpoint: ApiEndpoint.external({ host }) does`,
  },
  {
    rule: 'object-endpoint-missing',
    key: KEY,
    broken: [[BALANCER, undefined], NO_FLOATING_IP],
    sound: [[BALANCER, undefined], NO_FLOATING_IP, ['spec apiServerFixedIP', '']],
    says: `mothership/demo: spec.controlPlaneEndpoint.host ${ON} is missing
  allowed: an address or name, because nothing else leads to the API server
  fix: add it, or enable the load balancer`,
  },
  {
    rule: 'object-endpoint-missing',
    key: KEY,
    profile: NEWER,
    broken: [['spec apiServer', { enableFloatingIP: false }]],
    sound: [['spec apiServer', { enableFloatingIP: false, fixedIP: '10.8.0.5' }]],
    says: `mothership/demo: spec.controlPlaneEndpoint.host ${ON} is missing
  allowed: an address or name, because nothing else leads to the API server
  fix: add it, or enable the load balancer`,
  },
  {
    rule: 'object-managed-by',
    key: KEY,
    broken: [['metadata annotations cluster.x-k8s.io/managed-by', 'terraform']],
    sound: [['metadata annotations example.org/managed-by', 'us']],
    says: `mothership/demo: metadata.annotations["cluster.x-k8s.io/managed-by"] ${ON} is "terraform"
  allowed: an OpenStackCluster that the provider manages
  fix: leave the annotation out`,
  },
];
