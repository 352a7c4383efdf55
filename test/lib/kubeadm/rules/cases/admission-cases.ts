import type { PodSecurityDefaults } from '../../../../../lib/cluster/model/pod-security';
import type { AdmissionSettings } from '../../../../../lib/kubeadm/model/admission';
import { profile } from '../../../../support/models';
import type { AssembledCluster } from '../../../../support/openstack-cluster';
import { type RuleCase, withControlPlane } from '../../../assembly/rule-case';

const LIMIT = { apiVersion: 'eventratelimit.admission.k8s.io/v1alpha1', kind: 'Configuration' };
const OLD = { profile: profile('1.10'), kubernetesVersion: '1.29.4' };

/** Examples of rules on admission. */
export const ADMISSION_CASES: readonly RuleCase[] = [
  {
    rule: 'admission-plugin-name',
    broken: admitting({
      enablePlugins: ['AlwaysPullImage', 'SecurityContextDeny', 'pod-selector'],
    }),
    sound: admitting({ enablePlugins: ['AlwaysPullImages', 'SomethingBrandNew'] }),
    says: `mothership/demo/control-plane: admission.enablePlugins is "AlwaysPullImage"
  allowed: an admission plugin of this Kubernetes version
  fix: write "AlwaysPullImages"
mothership/demo/control-plane: admission.enablePlugins is "SecurityContextDeny"
  allowed: an admission plugin of this Kubernetes version
  fix: leave it out
mothership/demo/control-plane: admission.enablePlugins is "pod-selector"
  allowed: an admission plugin of this Kubernetes version
  fix: write "PodNodeSelector"`,
  },
  {
    rule: 'admission-plugin-name',
    broken: admitting({ disablePlugins: ['PodSecurityPolicy'] }, OLD),
    sound: admitting({ enablePlugins: ['SecurityContextDeny'] }, OLD),
    says: `mothership/demo/control-plane: admission.disablePlugins is "PodSecurityPolicy"
  allowed: an admission plugin of this Kubernetes version
  fix: leave it out`,
  },
  {
    rule: 'admission-plugin-twice',
    broken: admitting({ enablePlugins: ['Priority'], disablePlugins: ['Priority'] }),
    sound: admitting({ enablePlugins: ['AlwaysPullImages'], disablePlugins: ['Priority'] }),
    says: `mothership/demo/control-plane: admission.disablePlugins is "Priority"
  allowed: plugins that are not in enablePlugins
  fix: leave it out of one of the two lists`,
  },
  {
    rule: 'admission-plugin-needed',
    broken: admitting({ disablePlugins: ['NodeRestriction', 'PodSecurity'], podSecurity: {} }),
    sound: admitting({ disablePlugins: ['PodSecurity'] }),
    says: `mothership/demo/control-plane: admission.disablePlugins is "NodeRestriction"
  allowed: plugins other than "NamespaceLifecycle", "NodeRestriction", "ServiceAccount", "PodSecurity"
  fix: leave it out
mothership/demo/control-plane: admission.disablePlugins is "PodSecurity"
  allowed: plugins other than "NamespaceLifecycle", "NodeRestriction", "ServiceAccount", "PodSecurity"
  fix: leave it out`,
  },
  {
    rule: 'admission-configuration',
    broken: admitting({ enablePlugins: ['EventRateLimit'] }),
    sound: admitting({
      enablePlugins: ['EventRateLimit'],
      configurations: { EventRateLimit: LIMIT },
    }),
    says: `mothership/demo/control-plane: admission.configurations.EventRateLimit is missing
  allowed: a configuration for the plugin
  fix: add it, or remove EventRateLimit from enablePlugins`,
  },
  {
    rule: 'admission-configuration',
    broken: admitting({
      podSecurity: {},
      configurations: { EventRateLimit: LIMIT, PodSecurity: { kind: 'PodSecurityConfiguration' } },
    }),
    says: `mothership/demo/control-plane: admission.configurations is "EventRateLimit"
  allowed: enabled plugins, each configured in only one place
  fix: add "EventRateLimit" to enablePlugins, or leave it out
mothership/demo/control-plane: admission.configurations is "PodSecurity"
  allowed: enabled plugins, each configured in only one place
  fix: use podSecurity instead`,
  },
  {
    rule: 'pod-security-words',
    broken: secured({ version: '1.32.4' }),
    sound: secured({ warn: 'restricted', version: 'v1.32' }),
    says: `mothership/demo/control-plane: admission.podSecurity.version is "1.32.4"
  allowed: "latest", or a minor version such as "v1.32"
  fix: write "v1.32"`,
  },
  {
    rule: 'pod-security-system',
    broken: secured({ enforce: 'baseline', exemptNamespaces: ['storage'] }),
    sound: secured({ enforce: 'restricted' }),
    says: `mothership/demo/control-plane: admission.podSecurity.exemptNamespaces is ["storage"]
  allowed: namespaces including "kube-system" when "baseline" is enforced
  fix: add "kube-system"`,
  },
  {
    rule: 'admission-plugin-name',
    broken: admitting(
      { enablePlugins: ['PersistentVolumeLabel'] },
      { ...OLD, kubernetesVersion: '1.31.0' },
    ),
    sound: admitting(
      { enablePlugins: ['PersistentVolumeLabel'] },
      { ...OLD, kubernetesVersion: '1.30.9' },
    ),
    says: `mothership/demo/control-plane: admission.enablePlugins is "PersistentVolumeLabel"
  allowed: an admission plugin of this Kubernetes version
  fix: leave it out`,
  },
  {
    rule: 'pod-security-exemptions',
    broken: secured({
      exemptNamespaces: ['kube-system', 'My_Storage', 'kube-system'],
      exemptUsernames: ['admin', ''],
      exemptRuntimeClasses: ['kata', 'kata'],
    }),
    sound: secured({
      exemptNamespaces: ['kube-system', 'storage'],
      exemptUsernames: ['system:serviceaccount:ci:builder'],
      exemptRuntimeClasses: ['kata.qemu'],
    }),
    says: `mothership/demo/control-plane: admission.podSecurity.exemptNamespaces[1] is "My_Storage"
  allowed: names of namespaces, without duplicates
  fix: write "my-storage"
mothership/demo/control-plane: admission.podSecurity.exemptNamespaces[2] is "kube-system"
  allowed: names of namespaces, without duplicates
  fix: leave it out
mothership/demo/control-plane: admission.podSecurity.exemptUsernames[1] is ""
  allowed: names of users, without duplicates
  fix: leave it out
mothership/demo/control-plane: admission.podSecurity.exemptRuntimeClasses[1] is "kata"
  allowed: names of runtime classes, without duplicates
  fix: leave it out`,
  },
];

function admitting(
  admission: AdmissionSettings,
  rest: Partial<AssembledCluster> = {},
): RuleCase['broken'] {
  return withControlPlane({ admission }, rest);
}

function secured(podSecurity: PodSecurityDefaults): RuleCase['broken'] {
  return admitting({ podSecurity });
}
