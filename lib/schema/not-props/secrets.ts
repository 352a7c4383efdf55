import type { NotPropsByKind } from './not-prop';

/** Fields of the kinds that create Secrets that no prop writes. */
export const SECRET_NOT_PROPS: NotPropsByKind = {
  ExternalSecret: [
    {
      fields: ['data[].sourceRef', 'dataFrom[].sourceRef'],
      why: 'All values of a Secret come from the one store that `store` names.',
    },
    {
      fields: ['dataFrom[].find', 'dataFrom[].rewrite'],
      why: 'The consumer of the Secret expects certain keys, which `data` and `extract` name; a search could find others.',
    },
    {
      fields: ['**.conversionStrategy', '**.metadataPolicy', '**.nullBytePolicy'],
      why: "Keys and values are used unchanged, which is the operator's default.",
    },
    {
      fields: ['refreshPolicy', 'syncWindows'],
      why: 'Credentials are refreshed at the interval of `refreshSeconds`, so that a rotated one arrives.',
    },
    {
      fields: ['target.immutable'],
      why: 'An immutable Secret keeps a credential that the store has replaced.',
    },
    {
      fields: ['target.manifest'],
      why: 'The consumer of the credentials reads a Secret.',
    },
    {
      fields: [
        'target.template.engineVersion',
        'target.template.mergePolicy',
        'target.template.metadata.annotations',
        'target.template.metadata.finalizers',
        'target.template.templateFrom',
      ],
      why: 'The template is derived: the type of the Secret, the label for `clusterctl move`, and the data that is filled in.',
    },
  ],
  SealedSecret: [
    { fields: ['data'], why: 'It is deprecated in favor of `encryptedData`.' },
    {
      fields: [
        'template.data',
        'template.immutable',
        'template.metadata.finalizers',
        'template.metadata.name',
        'template.metadata.namespace',
      ],
      why: 'The template is derived: the type of the Secret, the label for `clusterctl move`, and the data that is filled in.',
    },
  ],
};
