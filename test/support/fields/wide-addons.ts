import { Duration } from 'cdk8s';
import { Addon, CloudCredentials } from '../../../constructs/index';
import { otherwiseBut } from '../fleets';
import { sealedValue } from '../secret-sources';
import type { WideProgram } from './wide-program';

/** Programs that write the fields of addons and of what Secrets are made from. */
export const WIDE_ADDONS: readonly WideProgram[] = [
  {
    cluster: (cluster) => {
      const wide = cluster('charted', {
        installedOtherwise: otherwiseBut('cloud-controller-manager'),
        credentials: CloudCredentials.fromExternalSecret({
          store: 'vault',
          data: {
            'clouds.yaml': {
              key: 'clouds/prod',
              property: 'yaml',
              version: '3',
              decodingStrategy: 'Base64',
            },
          },
        }),
      });
      wide.addAddon(Addon.openStackCloudControllerManager());
      wide.addAddon(
        Addon.helmChart('chart', {
          chart: 'demo',
          repository: 'oci://charts.example/stable',
          version: '1.2.3',
          values: { replicas: 2 },
          wait: true,
          waitForJobs: true,
          atomic: true,
          timeout: Duration.minutes(5),
          skipCRDs: true,
          disableHooks: true,
          takeOwnership: true,
          cleanupOnFail: true,
          maxHistory: 3,
          credentials: { name: 'registry', key: 'config.json' },
          ca: { name: 'registry', key: 'ca.crt' },
        }),
      );
      wide.addAddon(
        Addon.helmChart('plain', {
          chart: 'plain',
          repository: 'https://charts.example/stable',
          version: '1.2.3',
        }),
      );
      return wide;
    },
  },
  {
    cluster: (cluster) =>
      cluster('extracted', {
        credentials: CloudCredentials.fromExternalSecret({
          store: 'vault',
          extract: {
            key: 'clouds/prod',
            property: 'yaml',
            version: '3',
            decodingStrategy: 'Base64',
          },
        }),
      }),
  },
  {
    cluster: (cluster) =>
      cluster('sealed', {
        credentials: CloudCredentials.fromSealedSecret({
          encryptedData: { 'clouds.yaml': sealedValue() },
        }),
      }),
  },
];
