import type { NotProps, NotPropsByKind } from './not-prop';

const ONE_CLUSTER: NotProps = {
  fields: ['clusterSelector.matchExpressions'],
  why: 'An addon belongs to one cluster, which is selected by the label with its name.',
};

/** Fields of addon delivery kinds that no prop writes. */
export const ADDON_NOT_PROPS: NotPropsByKind = {
  ClusterResourceSet: [ONE_CLUSTER],
  HelmChartProxy: [
    ONE_CLUSTER,
    {
      fields: ['credentials.secret.namespace', 'tlsConfig.caSecret.namespace'],
      why: 'The provider reads the Secret from the namespace of the HelmChartProxy, where the other Secrets of the cluster are.',
    },
    {
      fields: ['tlsConfig.insecureSkipTLSVerify'],
      why: 'Anyone who impersonates the registry could serve any chart; `ca` names the CA that signs its certificate.',
    },
    {
      fields: ['options.dependencyUpdate', 'options.upgrade.recreate'],
      why: 'The provider does not pass it to any Helm operation.',
    },
    {
      fields: ['options.disableOpenAPIValidation'],
      why: 'It accepts objects that the API server does not recognize, and their fields get lost; values can correct a chart instead.',
    },
    {
      fields: ['options.enableClientCache'],
      why: "It affects the memory of the provider's pod, and changes nothing in a cluster.",
    },
    {
      fields: ['options.install.includeCRDs'],
      why: 'CRDs would become part of the release; deleting it would delete them and every object of their kinds.',
    },
    {
      fields: ['options.options'],
      why: 'Notes of subcharts are for people at a terminal, and the provider does not show them.',
    },
    {
      fields: ['options.uninstall'],
      why: 'A release that is removed from the program is removed from the cluster, and nobody would use its history.',
    },
    {
      fields: ['options.upgrade.force'],
      why: 'Helm would replace whole objects, including the fields that controllers have set.',
    },
    {
      fields: ['options.upgrade.resetThenReuseValues', 'options.upgrade.reuseValues'],
      why: 'The program states all values; these options would bring back values of an earlier release that nobody sees.',
    },
  ],
};
