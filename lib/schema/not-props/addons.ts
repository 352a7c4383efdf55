import type { NotProps, NotPropsByKind } from './not-prop';

const NOT_YET: NotProps['why'] = 'Not yet.';
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
      fields: [
        'credentials',
        'options.atomic',
        'options.dependencyUpdate',
        'options.disableHooks',
        'options.disableOpenAPIValidation',
        'options.enableClientCache',
        'options.install.includeCRDs',
        'options.options',
        'options.skipCRDs',
        'options.takeOwnership',
        'options.timeout',
        'options.uninstall',
        'options.upgrade',
        'options.wait',
        'options.waitForJobs',
        'tlsConfig',
      ],
      why: NOT_YET,
    },
  ],
};
