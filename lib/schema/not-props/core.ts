import { below, type NotProps, type NotPropsByKind, REFERENCE_FIELDS } from './not-prop';

const DERIVED_SELECTOR: NotProps = {
  fields: ['selector.matchExpressions'],
  why: 'The selector is derived from names, for which labels with values are enough.',
};

/** Fields of Cluster API's own kinds that no prop writes. */
export const CORE_NOT_PROPS: NotPropsByKind = {
  Cluster: [
    ...below('controlPlaneRef', REFERENCE_FIELDS),
    ...below('infrastructureRef', REFERENCE_FIELDS),
    {
      fields: ['topology'],
      why: 'A cluster is written as the objects that a topology would make, so that every field is seen and checked before it is applied.',
    },
    {
      fields: ['controlPlaneEndpoint'],
      why: 'Cluster API copies the endpoint from the object of the infrastructure, in which the prop `endpoint` is written.',
    },
  ],
  MachineDeployment: [
    ...below('template.spec.bootstrap.configRef', REFERENCE_FIELDS),
    ...below('template.spec.infrastructureRef', REFERENCE_FIELDS),
    DERIVED_SELECTOR,
    {
      fields: ['template.spec.bootstrap.dataSecretName'],
      why: 'Machines start from a KubeadmConfig, and Cluster API then sets the name of the Secret itself.',
    },
    {
      fields: ['template.spec.providerID'],
      why: 'The infrastructure provider sets it in each Machine once there is a server.',
    },
    {
      fields: ['progressDeadlineSeconds'],
      why: 'Cluster API reads it nowhere, and v1beta2 has dropped it.',
    },
    {
      fields: ['revisionHistoryLimit'],
      why: 'Old MachineSets are kept for rollbacks, which Git does here; v1beta2 has dropped it.',
    },
  ],
  MachineHealthCheck: [
    DERIVED_SELECTOR,
    {
      fields: ['remediationTemplate', 'remediation.templateRef'],
      why: 'Machines are remediated by Cluster API, in the way that every provider knows.',
    },
  ],
  MachineDrainRule: [
    {
      fields: ['machines[].clusterSelector.matchExpressions', 'machines[].selector.matchLabels'],
      why: 'A rule is of one cluster and of the pools in `pools`, from which both selectors are derived.',
    },
  ],
};
