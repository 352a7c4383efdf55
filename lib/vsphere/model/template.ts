/** Options of {@link VmTemplate.linkedClone}. */
export interface LinkedCloneOptions {
  /**
   * Snapshot of the template that machines hang on.
   *
   * @default - the current one
   * @see VSphereMachineTemplate.spec.template.spec.snapshot (infrastructure.cluster.x-k8s.io)
   */
  readonly snapshot?: string;
}

/** Template that machines are cloned from, as plain data. */
export interface VmTemplateModel {
  /** Name or inventory path of the template. */
  readonly template: string;
  /** Whether machines get disks of their own, or hang on a snapshot of the template. */
  readonly cloneMode: 'fullClone' | 'linkedClone';
  /** Snapshot that machines hang on; absent for the current one, or none. */
  readonly snapshot?: string;
}

/** Template of a vCenter that machines are cloned from, and how. */
export class VmTemplate {
  /** Template by its name or inventory path, of which machines get a whole copy, with a disk as large as their size says. */
  static fullClone(template: string): VmTemplate {
    return new VmTemplate({ template, cloneMode: 'fullClone' });
  }

  /**
   * Template by its name or inventory path, on a snapshot of which machines hang.
   *
   * They are made quickly, and their disk is as large as the template's, which their size has to say. A template without a
   * snapshot is copied.
   */
  static linkedClone(template: string, options: LinkedCloneOptions = {}): VmTemplate {
    const { snapshot } = options;
    return new VmTemplate({
      template,
      cloneMode: 'linkedClone',
      ...(snapshot === undefined ? {} : { snapshot }),
    });
  }

  private constructor(
    /** Model data of the choice. */
    readonly model: VmTemplateModel,
  ) {}
}

/** Name of a template without the folders before it. */
export function templateName({ template }: VmTemplateModel): string {
  return template.slice(template.lastIndexOf('/') + 1);
}
