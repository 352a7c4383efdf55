import { type RuleGroup, when } from '../../base/rule';
import type { BootstrapModel } from '../model/bootstrap';
import { IGNITION_CONFIG_RULES } from './ignition-config-rules';
import { IGNITION_RULES } from './ignition-rules';
import { NODE_DISK_RULES, NODE_MOUNT_RULES } from './node-disk-rules';
import { NODE_FILE_RULES } from './node-file-rules';
import { NODE_PROXY_RULES } from './node-proxy-rules';
import { NODE_SERVICE_RULES } from './node-service-rules';
import { NODE_COMMAND_RULES, NODE_CONTENT_RULES, NODE_TEMPLATE_RULES } from './node-text-rules';
import { MIRROR_RULES, TRUSTED_CA_RULES } from './node-trust-rules';
import { NODE_USER_RULES } from './node-user-rules';
import type { MachineSubject } from './subjects';

/** Rules on the bootstrap of machines. */
export const BOOTSTRAP_GROUPS: readonly RuleGroup<MachineSubject>[] = [
  given(({ files }) => files.length > 0, ...NODE_FILE_RULES, ...NODE_CONTENT_RULES),
  given(hasCommands, ...NODE_COMMAND_RULES),
  given(
    (bootstrap) => bootstrap.files.length > 0 || hasCommands(bootstrap),
    ...NODE_TEMPLATE_RULES,
  ),
  given(({ users }) => users.length > 0, ...NODE_USER_RULES),
  given(({ ntp, verbosity }) => (ntp ?? verbosity) !== undefined, ...NODE_SERVICE_RULES),
  given(({ mounts }) => mounts.length > 0, ...NODE_MOUNT_RULES),
  given(
    ({ mounts, diskSetup: { partitions, filesystems } }) =>
      mounts.length + partitions.length + filesystems.length > 0,
    ...NODE_DISK_RULES,
  ),
  given(({ proxy }) => proxy !== undefined, ...NODE_PROXY_RULES),
  given(({ registryMirrors }) => registryMirrors.length > 0, ...MIRROR_RULES),
  given(
    ({ registryMirrors, trustedCAs }) => registryMirrors.length + trustedCAs.length > 0,
    ...TRUSTED_CA_RULES,
  ),
  given(({ format }) => format.kind === 'ignition', ...IGNITION_RULES, ...IGNITION_CONFIG_RULES),
];

function given(
  applies: (bootstrap: BootstrapModel) => boolean,
  ...rules: RuleGroup<MachineSubject>['rules']
): RuleGroup<MachineSubject> {
  return when(({ machine }) => applies(machine.bootstrap), ...rules);
}

function hasCommands(bootstrap: BootstrapModel): boolean {
  const { bootCommands, preKubeadmCommands, postKubeadmCommands } = bootstrap;
  return bootCommands.length + preKubeadmCommands.length + postKubeadmCommands.length > 0;
}
