import {
  ComponentResource,
  type ComponentResourceOptions,
  type CustomResource,
  type Input,
  type Output,
  output,
} from '@pulumi/pulumi';
import type { ComponentKind, PlanItem } from '../plan/plan';
import { PlanWalker } from './plan-walker';

/** Returns the type of a component in a stack. It must never change, because that would replace everything in it. */
export function componentType(kind: ComponentKind): string {
  return `capi-fleet:index:${kind}`;
}

/** Group of resources that a preview shows as one. */
export class PlannedGroup extends ComponentResource {
  constructor(kind: ComponentKind, name: string, options: ComponentResourceOptions = {}) {
    super(componentType(kind), name, {}, options);
  }
}

/** Component that creates the resources of its own plan. */
export abstract class PlannedComponent extends PlannedGroup {
  private readonly walker: PlanWalker;

  constructor(
    kind: ComponentKind,
    name: string,
    items: readonly PlanItem[],
    inputs: Readonly<Record<string, Input<unknown>>>,
    options?: ComponentResourceOptions,
  ) {
    super(kind, name, options);
    this.walker = new PlanWalker({ parentOf: () => this, inputs });
    for (const item of items) this.walker.take(item);
  }

  /** Returns a resource of the component by the last part of its name. */
  protected made(name: string, of: string): CustomResource {
    return this.walker.resource(`${of}/${name}`);
  }

  /** Returns a string attribute of a resource. */
  protected attribute(of: string, name: string, attribute: string): Output<string> {
    return output(Reflect.get(this.made(name, of), attribute)).apply(String);
  }
}
