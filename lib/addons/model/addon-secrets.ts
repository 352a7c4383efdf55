import {
  type ClusterSecret,
  RESOURCE_SET_SECRET_TYPE,
  usedSecret,
} from '../../secrets/model/cluster-secret';
import { isSecretKey } from '../../secrets/model/secret-key';
import { keyUse, type SecretUse } from '../../secrets/model/secret-use';
import type { AddonModel } from './addon';

/** Lists the Secrets of the management cluster that an addon needs, in the namespace of the cluster. */
export function addonSecrets(namespace: string, addon: AddonModel): readonly ClusterSecret[] {
  return [
    ...carriedSecrets(namespace, addon),
    ...chartSecrets(addon).map((use) => usedSecret(namespace, use)),
  ];
}

function carriedSecrets(
  namespace: string,
  { path, payload }: AddonModel,
): readonly ClusterSecret[] {
  return payload.flatMap((one): ClusterSecret[] => {
    if (one.kind !== 'existingSecret') return [];
    const { secretName: name, source, carries, facts } = one;
    const use = {
      path,
      prop: 'secretName',
      name,
      keys: carries === undefined ? [] : [`${carries.name}.yaml`],
      type: RESOURCE_SET_SECRET_TYPE,
      ...(source && { source }),
    };
    return [usedSecret(namespace, use, { ...(carries && { carries }), ...facts })];
  });
}

/** Lists the Secrets with which the management cluster accesses the registry of a chart. */
function chartSecrets({ path, helmChart }: AddonModel): readonly SecretUse[] {
  const { credentials, ca } = helmChart ?? {};
  const used: SecretUse[] = [];
  if (isSecretKey(credentials)) used.push(keyUse(path, 'credentials', credentials));
  if (isSecretKey(ca)) used.push(keyUse(path, 'ca', ca));
  return used;
}
