import { sorted } from '../../base/fields';
import type { Manifest } from '../../base/manifest';
import type { ClusterModel } from '../../cluster/model/cluster';
import { KEEP_ANNOTATIONS, metadata } from '../../cluster/render/metadata';
import type { CredentialsModel } from '../model/credentials';

/** Label by which `clusterctl move` takes an object along that has no owner. */
export const MOVE_LABEL = 'clusterctl.cluster.x-k8s.io/move';

/** Secret with credentials that the user wants written in plain text. */
export function renderCredentials(
  cluster: ClusterModel,
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

/**
 * Data of a Secret, in base64.
 *
 * `stringData` would read better, but the API server keeps only what it makes of it: an apply could not remove a key
 * again, and every comparison with the repository would show a difference.
 */
export function secretData(
  texts: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const data: Record<string, string> = {};
  for (const [key, text] of Object.entries(texts)) data[key] = Buffer.from(text).toString('base64');
  return sorted(data);
}
