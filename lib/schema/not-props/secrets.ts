import type { NotPropsByKind } from './not-prop';

/** Fields of what Secrets are made from that no prop writes. */
export const SECRET_NOT_PROPS: NotPropsByKind = {
  ExternalSecret: [
    {
      fields: ['data[].sourceRef', 'dataFrom[].sourceRef'],
      why: 'All values of a Secret come from the one store that `store` names.',
    },
    {
      fields: ['dataFrom[].find', 'dataFrom[].rewrite'],
      why: 'What reads the Secret knows its keys, which `data` and `extract` name; a search could find others.',
    },
    {
      fields: ['**.conversionStrategy', '**.metadataPolicy', '**.nullBytePolicy'],
      why: "Keys and values are taken as they are, which is the operator's own setting.",
    },
    {
      fields: ['refreshPolicy', 'syncWindows'],
      why: 'Credentials are read again at the interval of `refreshSeconds`, so that a rotated one arrives.',
    },
    {
      fields: ['target.immutable'],
      why: 'A Secret that cannot change keeps a credential that the store has replaced.',
    },
    {
      fields: ['target.manifest'],
      why: 'What reads the credentials reads a Secret.',
    },
    {
      fields: [
        'target.template.engineVersion',
        'target.template.mergePolicy',
        'target.template.metadata.annotations',
        'target.template.metadata.finalizers',
        'target.template.templateFrom',
      ],
      why: 'The template is derived: the type of the Secret, the label for `clusterctl move`, and what is filled in.',
    },
  ],
  SealedSecret: [
    { fields: ['data'], why: 'It is deprecated in favour of `encryptedData`.' },
    {
      fields: [
        'template.data',
        'template.immutable',
        'template.metadata.finalizers',
        'template.metadata.name',
        'template.metadata.namespace',
      ],
      why: 'The template is derived: the type of the Secret, the label for `clusterctl move`, and what is filled in.',
    },
  ],
};
