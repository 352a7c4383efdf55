import type { OpenStackMachine } from './machine';
import type { OpenStackPool } from './node-pool';

/** Server fields by which a cloud knows what servers are. */
export type ServerMarks = Pick<
  OpenStackMachine,
  'tags' | 'serverMetadata' | 'schedulerHints' | 'configDrive'
>;

/** Server fields of a pool, with what follows from its kind where the user says nothing else. */
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
