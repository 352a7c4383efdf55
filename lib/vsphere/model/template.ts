/** Options of {@link VmTemplate.linkedClone}. */
export interface LinkedCloneOptions {
  /**
   * Snapshot of the template that machines are linked to.
   *
   * @default - the current snapshot
   * @see VSphereMachineTemplate.spec.template.spec.snapshot (infrastructure.cluster.x-k8s.io)
   */
  readonly snapshot?: string;
}

/** Template that machines are cloned from, as plain data. */
export interface VmTemplateModel {
  /** Name or inventory path of the template. */
  readonly template: string;
  /** Whether machines get disks of their own or are linked to a snapshot of the template. */
  readonly cloneMode: 'fullClone' | 'linkedClone';
  /** Snapshot that machines are linked to; absent for the current one, or for none. */
  readonly snapshot?: string;
}

/** vCenter template that machines are cloned from, with the clone mode. */
export class VmTemplate {
  /** Copies the whole template, given by name or inventory path. The disk is as large as the machine size defines. */
  static fullClone(template: string): VmTemplate {
    return new VmTemplate({ template, cloneMode: 'fullClone' });
  }

  /**
   * Links machines to a snapshot of the template, given by name or inventory path.
   *
   * Linked clones are created quickly. Their disk is as large as the template's, and the machine size must state that
   * value. A template without a snapshot is copied.
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
    /** Model of the choice. */
    readonly model: VmTemplateModel,
  ) {}
}

/** Returns the name of a template without its folders. */
export function templateName({ template }: VmTemplateModel): string {
  return template.slice(template.lastIndexOf('/') + 1);
}
