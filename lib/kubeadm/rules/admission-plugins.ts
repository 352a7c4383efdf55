/** Admission plugins that are enabled by default. */
export const USUAL_PLUGINS: readonly string[] = [
  'CertificateApproval',
  'CertificateSigning',
  'CertificateSubjectRestriction',
  'ClusterTrustBundleAttest',
  'DefaultIngressClass',
  'DefaultStorageClass',
  'DefaultTolerationSeconds',
  'LimitRanger',
  'MutatingAdmissionPolicy',
  'MutatingAdmissionWebhook',
  'NamespaceLifecycle',
  'NodeRestriction',
  'PersistentVolumeClaimResize',
  'PodSecurity',
  'PodTopologyLabels',
  'Priority',
  'ResourceQuota',
  'RuntimeClass',
  'ServiceAccount',
  'StorageObjectInUseProtection',
  'TaintNodesByCondition',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionWebhook',
];

/** Admission plugins of Kubernetes; newer ones can exist. */
export const KNOWN_PLUGINS: readonly string[] = [
  ...USUAL_PLUGINS,
  'AlwaysPullImages',
  'DenyServiceExternalIPs',
  'EventRateLimit',
  'ExtendedResourceToleration',
  'ImagePolicyWebhook',
  'LimitPodHardAntiAffinityTopology',
  'NamespaceAutoProvision',
  'NamespaceExists',
  'OwnerReferencesPermissionEnforcement',
  'PodNodeSelector',
  'PodTolerationRestriction',
];

/** Removed plugins, with the minor version that removed them. */
export const GONE_PLUGINS: Readonly<Record<string, number>> = {
  PodSecurityPolicy: 25,
  SecurityContextDeny: 30,
  PersistentVolumeLabel: 31,
};

/** Plugins that do nothing or do not start without a configuration. */
export const CONFIGURED_PLUGINS: readonly string[] = ['EventRateLimit', 'ImagePolicyWebhook'];

/** Plugins without which a cluster is not secure or does not work. */
export const NEEDED_PLUGINS: readonly string[] = [
  'NamespaceLifecycle',
  'NodeRestriction',
  'ServiceAccount',
];
