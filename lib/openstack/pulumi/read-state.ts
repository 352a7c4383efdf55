import { execFile } from 'node:child_process';
import { getOrganization, getProject, getRootDirectory, getStack, log } from '@pulumi/pulumi';
import { masked } from '../../base/masking/mask';
import { type StateResource, stateResources } from '../../provision/stack-state';

const MOST_BYTES = 1024 * 1024 * 1024;

/** A backend of files may be read while the engine writes to it. */
const MOST_TRIES = 3;

/**
 * Reads what the stack of the program holds with the command `pulumi`, because the engine does not tell the program.
 *
 * @returns Undefined, with a warning that says why, if the command is missing or cannot read the stack.
 */
export async function readState(): Promise<readonly StateResource[] | undefined> {
  let reason = '';
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const exported = await exportStack(stackName());
    if (typeof exported === 'object') {
      return stateResources(Reflect.get(exported, 'deployment'), ['openstack']);
    }
    reason = exported;
  }
  await log.warn(
    `existing resources were not compared with the stack, because pulumi stack export failed: ${masked(reason)}`,
  );
  return undefined;
}

/** State of a stack, or the reason why it cannot be read. */
function exportStack(stack: string): Promise<object | string> {
  const options = { cwd: getRootDirectory(), maxBuffer: MOST_BYTES };
  return new Promise((resolve) => {
    execFile('pulumi', ['stack', 'export', '--stack', stack], options, (error, stdout, stderr) => {
      if (error !== null) resolve(stderr.trim() || error.message);
      else resolve(parsed(stdout) ?? 'it printed no JSON');
    });
  });
}

/** Returns the name of the stack, with organization and project if known, as programs in other folders need them. */
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
