import type { Issue } from '../errors';
import type { Manifest } from '../model/addon';
import { featureText } from '../rules/feature-file-rules';
import type { SchemaFinding } from '../schema/explain';

/** Identifier of the rule that texts which features put together fit into a file. */
const FILE_SIZE_RULE = 'feature-file-size';

const MOST_TEXT = 10_240;
const CONTENT = /^spec\.(?:kubeadmConfigSpec|template\.spec)\.files\[(\d+)\]\.content$/;

/** Says by the prop what a schema says of a file that a feature has made too long. */
export function tooLongText(
  path: string,
  { spec }: Manifest,
  { field, given }: SchemaFinding,
): Issue | undefined {
  const index = CONTENT.exec(field)?.[1];
  if (index === undefined || typeof given !== 'string' || given.length <= MOST_TEXT)
    return undefined;
  const config = member(spec, 'kubeadmConfigSpec') ?? member(member(spec, 'template'), 'spec');
  const file = member(member(member(config, 'files'), index), 'path');
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

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
