import type { NotPropsByKind } from '../schema/not-props/not-prop';

/** Fields of the Azure provider's kinds that no prop writes. */
export const AZURE_NOT_PROPS: NotPropsByKind = {};
