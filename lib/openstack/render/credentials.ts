import type { Manifest } from '../../base/manifest';
import { KEEP_ANNOTATIONS, metadata } from '../../cluster/render/metadata';
import { MOVE_LABEL, secretData } from '../../secrets/render/secret-data';
import type { OpenStackCluster } from '../model/cluster';
import type { CredentialsModel } from '../model/credentials';

/** Renders the Secret of plaintext credentials. */
export function renderCredentials(
  cluster: OpenStackCluster,
  credentials: Extract<CredentialsModel, { kind: 'plaintext' }>,
): Manifest {
  const { secretName, cloudsYaml, caCertificate } = credentials;
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: metadata(cluster, secretName, { [MOVE_LABEL]: 'true' }, KEEP_ANNOTATIONS),
    type: 'Opaque',
    data: secretData({
      'clouds.yaml': cloudsYaml,
      ...(caCertificate === undefined ? {} : { cacert: caCertificate }),
    }),
  };
}
