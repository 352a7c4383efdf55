import type { NotProps, NotPropsByKind } from './not-prop';

const ONE_CLUSTER: NotProps = {
  fields: ['clusterSelector.matchExpressions'],
  why: 'An addon is of one cluster, which the label with its name selects.',
};

/** Fields of the kinds by which addons are delivered that no prop writes. */
export const ADDON_NOT_PROPS: NotPropsByKind = {
  ClusterResourceSet: [ONE_CLUSTER],
  HelmChartProxy: [
    ONE_CLUSTER,
    {
      fields: ['credentials.secret.namespace', 'tlsConfig.caSecret.namespace'],
      why: 'The provider looks in the namespace of the HelmChartProxy, in which the other Secrets of the cluster are.',
    },
    {
      fields: ['tlsConfig.insecureSkipTLSVerify'],
      why: 'Whoever answers for the registry could bring any chart; `ca` names who vouches for it.',
    },
    {
      fields: ['options.dependencyUpdate', 'options.upgrade.recreate'],
      why: 'The provider hands it to no operation of Helm.',
    },
    {
      fields: ['options.disableOpenAPIValidation'],
      why: 'It lets objects pass that the API server does not know, and fields of them get lost; values mend a chart instead.',
    },
    {
      fields: ['options.enableClientCache'],
      why: "It is about the memory of the provider's pod, and changes nothing in a cluster.",
    },
    {
      fields: ['options.install.includeCRDs'],
      why: 'CRDs would become a part of the release, and be deleted with it and every object of their kinds.',
    },
    {
      fields: ['options.options'],
      why: 'Notes of subcharts are for people at a terminal, and the provider shows them to nobody.',
    },
    {
      fields: ['options.uninstall'],
      why: 'A release that leaves the program leaves the cluster, and its history would stay for nobody.',
    },
    {
      fields: ['options.upgrade.force'],
      why: 'Helm would replace objects whole, and with them what controllers have filled in.',
    },
    {
      fields: ['options.upgrade.resetThenReuseValues', 'options.upgrade.reuseValues'],
      why: 'The program says all values; others would come back from an earlier release that nobody sees.',
    },
  ],
};
