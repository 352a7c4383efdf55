import { execFile } from 'node:child_process';
import { getOrganization, getProject, getRootDirectory, getStack, log } from '@pulumi/pulumi';
import { type StateResource, stateResources } from '../../provision/stack-state';

const MOST_BYTES = 1024 * 1024 * 1024;

/**
 * Reads what the stack of the program holds, by the command `pulumi`: the engine tells a program nothing of it.
 *
 * @returns Undefined where the command is missing, or cannot read the stack; a warning says so.
 */
export function readState(): Promise<readonly StateResource[] | undefined> {
  const stack = stackName();
  const options = { cwd: getRootDirectory(), maxBuffer: MOST_BYTES };
  return new Promise((resolve) => {
    execFile('pulumi', ['stack', 'export', '--stack', stack], options, (error, stdout) => {
      const exported = error === null ? parsed(stdout) : undefined;
      if (exported === undefined) {
        log.warn('what exists was not compared with the stack, as pulumi stack export failed');
        resolve(undefined);
      } else resolve(stateResources(Reflect.get(exported, 'deployment'), ['openstack']));
    });
  });
}

/** Name of the stack, in full where the engine tells the organization, as programs in other folders need it. */
function stackName(): string {
  try {
    return `${getOrganization()}/${getProject()}/${getStack()}`;
  } catch {
    return getStack();
  }
}

function parsed(text: string): object | undefined {
  try {
    return Object(JSON.parse(text));
  } catch {
    return undefined;
  }
}
