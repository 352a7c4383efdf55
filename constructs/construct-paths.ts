import type { ApiObject } from 'cdk8s';

/** Construct paths of the written objects, by object name. */
export class ConstructPaths {
  private readonly resources: Record<string, { readonly path: string }> = {};

  /** Adds one object. */
  add(name: string, path: string): void {
    this.resources[name] = { path };
  }

  /** Adds the user's constructs. */
  addAll(objects: readonly ApiObject[]): void {
    for (const object of objects) this.add(object.name, object.node.path);
  }

  /** Returns the text in the format of cdk8s. */
  text(): string {
    return JSON.stringify({ version: '1.0.0', resources: this.resources });
  }
}
