import type { OpenStackMachine } from './machine';
import type { OpenStackPool } from './node-pool';

/** Server fields by which a cloud recognizes special servers. */
export type ServerMarks = Pick<
  OpenStackMachine,
  'tags' | 'serverMetadata' | 'schedulerHints' | 'configDrive'
>;

/** Adds the fields of preemptible and Windows servers to those of a pool; the user's values take precedence. */
export function markedServers(
  { preemptible, os }: Pick<OpenStackPool, 'preemptible' | 'os'>,
  own: ServerMarks,
): ServerMarks {
  const { tags, serverMetadata, schedulerHints } = own;
  const configDrive = own.configDrive ?? (os === 'windows' ? true : undefined);
  if (preemptible === undefined) return { tags, serverMetadata, schedulerHints, configDrive };
  const hints = { ...preemptible.schedulerHints, ...schedulerHints };
  return {
    tags: [...tags, ...preemptible.tags.filter((tag) => !tags.includes(tag))],
    serverMetadata: { ...preemptible.serverMetadata, ...serverMetadata },
    schedulerHints: Object.keys(hints).length === 0 ? undefined : hints,
    configDrive,
  };
}
