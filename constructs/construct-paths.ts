import type { ApiObject } from 'cdk8s';

/** Construct paths of the objects that are written, by the names of the objects. */
export class ConstructPaths {
  private readonly resources: Record<string, { readonly path: string }> = {};

  /** Remembers one object. */
  add(name: string, path: string): void {
    this.resources[name] = { path };
  }

  /** Remembers constructs of the user. */
  addAll(objects: readonly ApiObject[]): void {
    for (const object of objects) this.add(object.name, object.node.path);
  }

  /** Text in the form of cdk8s. */
  text(): string {
    return JSON.stringify({ version: '1.0.0', resources: this.resources });
  }
}
