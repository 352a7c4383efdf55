/** Fields of a kind that no prop writes, with a common reason. */
export interface NotProps {
  /**
   * Paths of the fields below `spec`, such as `template.spec.providerID`, each including what is below the field.
   *
   * `**.` matches any path, and `*` any part of a name.
   */
  readonly fields: readonly string[];
  /** Sentence that gives the reason. */
  readonly why: string;
  /**
   * Minors of Cluster API or of the provider to which the reason applies, if other releases write the fields.
   *
   * @default - all releases that have the fields
   */
  readonly only?: { readonly clusterApi?: string; readonly provider?: string };
}

/** Fields that no prop writes, by kind; if several entries match a field, the first one applies. */
export type NotPropsByKind = Readonly<Record<string, readonly NotProps[]>>;

/** Returns the same fields below another one. */
export function below(path: string, all: readonly NotProps[]): readonly NotProps[] {
  return all.map(({ fields, ...rest }) => ({
    ...rest,
    fields: fields.map((field) => (field.startsWith('**') ? field : `${path}.${field}`)),
  }));
}

/** Fields of object references, which v1beta1 takes from Kubernetes. */
export const REFERENCE_FIELDS: readonly NotProps[] = [
  {
    fields: ['fieldPath', 'namespace', 'resourceVersion', 'uid'],
    why: 'A reference needs only kind and name: its target is in the namespace of the object.',
  },
];
