import type { Issue } from '../../base/errors';
import type { Manifest } from '../../base/manifest';
import { mapsAt } from '../../base/value-at';
import type { SchemaFinding } from '../../schema/explain';
import { MOST_TEXT } from '../model/bootstrap';
import { featureText } from './feature-file-rules';
import { kubeadmConfigOf } from './kubeadm-config';

/** Identifier of the rule that texts which features put together fit into a file. */
const FILE_SIZE_RULE = 'feature-file-size';

const CONTENT = /^(.+)\.files\[(\d+)\]\.content$/;

/** Says by the prop what a schema says of a file that a feature has made too long. */
export function tooLongText(
  path: string,
  object: Manifest,
  { field, given }: SchemaFinding,
): Issue | undefined {
  const [, way, index] = CONTENT.exec(field) ?? [];
  const [ownWay, config] = kubeadmConfigOf(object) ?? [];
  if (way === undefined || way !== ownWay) return undefined;
  if (typeof given !== 'string' || given.length <= MOST_TEXT) return undefined;
  const file = mapsAt(config, 'files').find(([, place]) => place === Number(index))?.[0].path;
  const text = typeof file === 'string' ? featureText(file) : undefined;
  if (text === undefined) return undefined;
  return {
    path,
    prop: text.prop,
    given: `${given.length} characters`,
    allowed: `at most ${MOST_TEXT} characters of YAML, which ${file} has room for`,
    fix: text.fix,
    rule: FILE_SIZE_RULE,
  };
}
