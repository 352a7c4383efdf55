import type { Issue } from '../base/errors';
import { fieldPlace, type PlacedObject } from '../cluster/rules/object-set-rule';
import { mostUserDataBytes } from '../kubeadm/model/user-data';
import { bootstrapFindings, type FieldFinding } from '../kubeadm/rules/bootstrap-data';
import { expressionIssues } from '../kubeadm/rules/issuer-expressions';
import type { AssembledCluster } from './model';

export { mostUserDataBytes } from '../kubeadm/model/user-data';
export { userDataBytes } from '../kubeadm/rules/bootstrap-data';
export { tooLongText } from '../kubeadm/rules/derived-texts';

/** Identifier of the rule that no two files of a machine have the same path, whatever they are derived from. */
const FILE_RULE = 'object-file-unique';

/** Identifier of the rule that bootstrap data fits into the user data of a server. */
const USER_DATA_RULE = 'object-user-data';

/**
 * Finds mistakes in the bootstrap data of machines that are made from an object.
 *
 * @param cluster Cluster of the object; absent for an object of the user's own chart.
 */
export function bootstrapIssues(
  at: PlacedObject,
  cluster?: Pick<AssembledCluster, 'surroundings'>,
): readonly Issue[] {
  const most = cluster && (mostUserDataBytes(cluster.surroundings) ?? Number.POSITIVE_INFINITY);
  const { size, files } = bootstrapFindings(at.object, most);
  const placed =
    (rule: string) =>
    ({ field, ...finding }: FieldFinding): Issue => ({
      ...fieldPlace(at, field),
      ...finding,
      rule,
    });
  return [...size.map(placed(USER_DATA_RULE)), ...files.map(placed(FILE_RULE))];
}

/** Finds mistakes in texts of a control plane that only their consumer can parse. */
export function controlPlaneTextIssues({ controlPlane }: AssembledCluster): readonly Issue[] {
  return expressionIssues(controlPlane);
}
