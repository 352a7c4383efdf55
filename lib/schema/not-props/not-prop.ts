/** Fields of a kind that no prop writes, with one reason for all of them. */
export interface NotProps {
  /**
   * Ways to the fields below `spec`, such as `template.spec.providerID`; what is below a field is meant too.
   *
   * `**.` stands for any way before it, and `*` for any part of a name.
   */
  readonly fields: readonly string[];
  /** Sentence that says why. */
  readonly why: string;
  /**
   * Minors of Cluster API and of the provider of the kind of which this is said, where others write the fields.
   *
   * @default - all releases that have the fields
   */
  readonly only?: { readonly clusterApi?: string; readonly provider?: string };
}

/** Fields that no prop writes, by their kinds; of two that name a field, the first counts. */
export type NotPropsByKind = Readonly<Record<string, readonly NotProps[]>>;

/** The same fields below another one. */
export function below(path: string, all: readonly NotProps[]): readonly NotProps[] {
  return all.map(({ fields, ...rest }) => ({
    ...rest,
    fields: fields.map((field) => (field.startsWith('**') ? field : `${path}.${field}`)),
  }));
}

/** Fields of references to objects, which v1beta1 takes over from Kubernetes. */
export const REFERENCE_FIELDS: readonly NotProps[] = [
  {
    fields: ['fieldPath', 'namespace', 'resourceVersion', 'uid'],
    why: 'A reference needs kind and name only: what it is to is in the namespace of the object.',
  },
];
