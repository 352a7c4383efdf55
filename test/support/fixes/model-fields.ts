import { CLUSTER_RANGE_DEFAULTS } from '../../../lib/cluster/model/cluster-ranges';
import { AUDIT_LOG_DEFAULTS } from '../../../lib/kubeadm/model/audit';
import { PLAIN_BOOTSTRAP } from '../../../lib/kubeadm/model/bootstrap';
import { KMS_DEFAULTS } from '../../../lib/kubeadm/model/encryption';
import { ADDRESS_POOL_DEFAULTS } from '../../../lib/vsphere/model/network';

/** Props whose fields in a model have other names, with all that they may have. */
const FIELDS: readonly (readonly [prop: RegExp, ...fields: string[]])[] = [
  [/^network\.(podCidrs|serviceCidrs|serviceDomain)/, '$1'],
  [/^(labels|annotations)/, 'nodeLabels', 'deploymentAnnotations'],
  [/^autoscale\.(\w+)Time$/, 'autoscale.$1Seconds'],
  [/^kubelet\.evictionMaxPodGracePeriod$/, 'kubelet.evictionMaxPodGraceSeconds'],
  [/^(kubelet\.evictionSoft\[.*?\])\.gracePeriod$/, '$1.graceSeconds'],
  [/^(kubelet\.evictionSoft\[.*?\])$/, '$1.threshold'],
  [/^(\w.*)\.from$/, '$1.peer.cidr', '$1.peer.groups', '$1.peer.id'],
  [/^(securityGroups\.rules\[.*?\])\.ports$/, '$1.portRangeMin'],
  [/^(nodes|nodesIPv6|pods|podsIPv6|services|servicesIPv6)\b/, 'pools.$1'],
  [/^clusters\b/, 'numbers'],
  [/^audit\.policy\.(name|key)$/, 'audit.policy.secret.$1'],
  [/^encryption\.(name|key)$/, 'encryption.secret.$1'],
  [/^authentication\.(\w+)/, 'authentication.oidc.$1'],
  [/^credentials\.(secretRef|namespaceSelector)/, 'credentials.identity.$1'],
  [/^credentials\.(store|refreshSeconds)$/, 'credentials.source.$1'],
  [/^credentials$/, 'facts.etcdTask.secretName'],
  [/^(additionalBlockDevices\[.*?\])\.(type|availabilityZone)$/, '$1.storage.$2'],
  [/^encapsulation$/, 'cni.encapsulation'],
  [/^schedule$/, 'facts.etcdTask.schedule'],
  [/^timeout$/, 'facts.etcdTask.timeoutSeconds'],
  [/^(endpoint|bucket|prefix|certificateAuthority|retentionDays)$/, 'facts.etcdTask.store.$1'],
  [/^(repository|version|releaseName|namespace|chart|values)/, 'helmChart.$1'],
  [/^(maxHistory|credentials|ca\b)/, 'helmChart.$1'],
  [/^timeout$/, 'helmChart.timeoutSeconds'],
  [/^(image|images\.\w+|etcdImage|rcloneImage)$/, 'images["$1"]'],
  [/^clusterName$/, 'facts.cloudControllerName', 'facts.volumeClusterName'],
  [
    /^(placement\.kubeconfigSecret|credentialsSecret|credentials)$/,
    'payload[0].secretName',
    'payload[1].secretName',
  ],
  [/^credentials\.namespaceSelector/, 'credentials.identity.namespaceSelector'],
  [/^cloudConf\b/, 'facts.cloudConf.given'],
  [/^identity\.(secretName|identityName)$/, 'identity.name'],
  [/^endpoint\.(network|subnetId)$/, 'endpoint.vipNetwork', 'endpoint.vipSubnetId'],
  [/^providers\.(\w+)/, 'model.$1'],
  [/^(flavors|instanceTypes|serverTypes|vmSizes)\b/, 'sizes'],
  [/^identity\.(name|namespace)$/, 'identity.ref.$1'],
  [
    /^identity\.(roleArn|durationSeconds|secretName|tenantId|clientId|path)$/,
    'identity.written.$1',
  ],
  [/^(instanceType|serverType|vmSize)$/, 'size'],
  [/^machineIdentity\b/, 'identity'],
  [/^osDisk\b/, 'rootVolume'],
  [/^securityGroups\.(controlPlane|nodes)$/, 'securityGroups.ids.$1'],
  [/^(bastion\.)?flavor$/, '$1size'],
  [/^(datacenter|datastore|storagePolicyName|folder|resourcePool)$/, 'placement.$1'],
  [/^zones(?=\[|$)/, 'zones.zones'],
  [/^((?:network\.)?devices\[\d+\])\.pools/, '$1.addresses.pools'],
  [/^diskGiB$/, 'rootVolume.sizeGiB'],
  [/^network\.subnetCidrBlock$/, 'network.nodeCidr'],
];

/** Fields without which what they are in is nothing. */
export const ONLY_FIELDS: readonly string[] = ['rootVolume.sizeGiB'];

/** Props that no model has by their own names. */
const RENAMED: readonly (readonly [prop: RegExp, field: string])[] = [
  [/^machineAnnotations/, 'annotations'],
  [/^topology$/, 'volumeTopology'],
  [/^wait$/, 'helmChart.wait'],
  [/^(additionalBlockDevices\[.*?\])\.(type|availabilityZone)$/, '$1.storage.$2'],
];

/** Fields in which a prop may stand, its own name first. */
export function fieldsOf(prop: string): readonly string[] {
  const renamed = RENAMED.filter(([pattern]) => pattern.test(prop));
  if (renamed.length > 0) return renamed.map(([pattern, field]) => prop.replace(pattern, field));
  const others = FIELDS.flatMap(([pattern, ...fields]) =>
    pattern.test(prop) ? fields.map((field) => prop.replace(pattern, field)) : [],
  );
  return [prop, ...others, `${prop}Seconds`, `${prop}Milliseconds`];
}

/** What models have where a prop is left out, by the last words of its field; nothing for others. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  podCidrs: CLUSTER_RANGE_DEFAULTS.podCidrs,
  serviceCidrs: CLUSTER_RANGE_DEFAULTS.serviceCidrs,
  serviceDomain: CLUSTER_RANGE_DEFAULTS.serviceDomain,
  'endpoint.additionalPorts': [],
  'endpoint.zones': [],
  'endpoint.outbound.addresses': 1,
  'nodeOutbound.addresses': 1,
  dnsServers: [],
  machineIdentity: { kind: 'none' },
  'endpoint.allowedCidrs': [],
  'credentials.cloudName': 'openstack',
  'identity.cloudName': 'openstack',
  'network.portSecurity': true,
  'network.zoneLimit': 3,
  'instanceMetadata.hopLimit': 1,
  'publicNetwork.enableIPv4': true,
  instanceProfile: 'nodes.cluster-api-provider-aws.sigs.k8s.io',
  'healthCheck.nodeStartupTimeoutSeconds': 600,
  capacity: {},
  'network.name': 'derived',
  name: 'derived',
  'encryption.timeoutSeconds': KMS_DEFAULTS.timeoutSeconds,
  'bootstrap.format': PLAIN_BOOTSTRAP.format,
  'bootstrap.format.containerLinuxConfig': {},
  'audit.log.path': AUDIT_LOG_DEFAULTS.path,
  'network.dnsNameservers': [],
  'facts.etcdTask.store.retentionDays': 30,
  'facts.etcdTask.store.prefix': 'demo/',
  tags: [],
  securityGroups: [],
  'bastion.securityGroups': [],
  apiServerPort: 6443,
  'facts.etcdTask.schedule': '30 3 * * 0',
  'ports[].fixedIPs': [],
  'ports[].securityGroups': [],
  'ports[].allowedAddressPairs': [],
  'network.devices[].addresses.pools[].apiGroup': ADDRESS_POOL_DEFAULTS.apiGroup,
  'network.devices[].addresses.pools[].kind': ADDRESS_POOL_DEFAULTS.kind,
  taints: [],
  certSANs: [],
};

/** What a model has in a field whose prop is left out. */
export function defaultOf(field: string): unknown {
  return DEFAULTS[field.replace(/\[\d+\]/g, '[]')];
}
