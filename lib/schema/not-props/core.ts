import { below, type NotProps, type NotPropsByKind, REFERENCE_FIELDS } from './not-prop';

const DERIVED_SELECTOR: NotProps = {
  fields: ['selector.matchExpressions'],
  why: 'The selector is derived from names, for which matching label values is enough.',
};

/** Fields of Cluster API core kinds that no prop writes. */
export const CORE_NOT_PROPS: NotPropsByKind = {
  Cluster: [
    ...below('controlPlaneRef', REFERENCE_FIELDS),
    ...below('infrastructureRef', REFERENCE_FIELDS),
    {
      fields: ['topology'],
      why: 'The library writes the objects that a topology would generate, so that every field is visible and checked before it is applied.',
    },
    {
      fields: ['controlPlaneEndpoint'],
      why: 'Cluster API copies the endpoint from the infrastructure cluster, to which the prop `endpoint` is written.',
    },
  ],
  MachineDeployment: [
    ...below('template.spec.bootstrap.configRef', REFERENCE_FIELDS),
    ...below('template.spec.infrastructureRef', REFERENCE_FIELDS),
    DERIVED_SELECTOR,
    {
      fields: ['template.spec.bootstrap.dataSecretName'],
      why: 'Machines bootstrap from a KubeadmConfig, and Cluster API then sets the Secret name itself.',
    },
    {
      fields: ['template.spec.providerID'],
      why: 'The infrastructure provider sets it in each Machine once its server exists.',
    },
    {
      fields: ['progressDeadlineSeconds'],
      why: 'Cluster API never reads it, and v1beta2 removed it.',
    },
    {
      fields: ['revisionHistoryLimit'],
      why: 'Old MachineSets are kept for rollbacks, which are done with Git here; v1beta2 removed it.',
    },
  ],
  MachineHealthCheck: [
    DERIVED_SELECTOR,
    {
      fields: ['remediationTemplate', 'remediation.templateRef'],
      why: 'Cluster API remediates machines itself, in a way that works with every provider.',
    },
  ],
  MachineDrainRule: [
    {
      fields: ['machines[].clusterSelector.matchExpressions', 'machines[].selector.matchLabels'],
      why: 'A rule applies to one cluster and to the pools in `pools`, from which both selectors are derived.',
    },
  ],
};
