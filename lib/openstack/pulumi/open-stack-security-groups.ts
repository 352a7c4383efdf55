import type { ComponentResourceOptions, Output } from '@pulumi/pulumi';
import type { FirewallRule } from '../plan/firewall';
import { planSecurityGroups } from '../plan/security-groups-plan';
import { PlannedComponent } from './planned-component';

/** Arguments of {@link OpenStackSecurityGroups}. */
export interface OpenStackSecurityGroupsArgs {
  /** Rules of both groups; without rules, no traffic gets in or out. */
  readonly rules: readonly FirewallRule[];
  /**
   * Name of the control plane's group.
   *
   * @default - the component's name with `-control-plane`
   */
  readonly controlPlaneName?: string;
  /**
   * Name of the workers' group.
   *
   * @default - the component's name with `-workers`
   */
  readonly workersName?: string;
  /**
   * Tags of the groups.
   *
   * @default - no tags
   */
  readonly tags?: readonly string[];
}

/** Security groups of a control plane and of workers, with a separate resource for each rule. */
export class OpenStackSecurityGroups extends PlannedComponent {
  /** ID of the control plane's group. */
  readonly controlPlaneGroupId: Output<string>;
  /** ID of the workers' group. */
  readonly workersGroupId: Output<string>;

  constructor(name: string, args: OpenStackSecurityGroupsArgs, options?: ComponentResourceOptions) {
    const names = {
      'control-plane': args.controlPlaneName ?? `${name}-control-plane`,
      workers: args.workersName ?? `${name}-workers`,
    };
    const items = planSecurityGroups(name, { names, rules: args.rules, tags: args.tags ?? [] });
    super('OpenStackSecurityGroups', name, items, {}, options);
    this.controlPlaneGroupId = this.attribute(name, 'control-plane', 'id');
    this.workersGroupId = this.attribute(name, 'workers', 'id');
    this.registerOutputs({
      controlPlaneGroupId: this.controlPlaneGroupId,
      workersGroupId: this.workersGroupId,
    });
  }
}
