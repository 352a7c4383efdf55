import { once } from '../base/once';
import { ADDON_NOT_PROPS } from '../schema/not-props/addons';
import { CORE_NOT_PROPS } from '../schema/not-props/core';
import { KUBEADM_NOT_PROPS } from '../schema/not-props/kubeadm';
import type { NotPropsByKind } from '../schema/not-props/not-prop';
import { SECRET_NOT_PROPS } from '../schema/not-props/secrets';
import { allProviders } from './provider-registry';

/** Fields that no prop writes, by kind; patches can still set them. */
export const notProps = once(
  (): NotPropsByKind => ({
    ...CORE_NOT_PROPS,
    ...KUBEADM_NOT_PROPS,
    ...Object.assign({}, ...[...allProviders().values()].map((one) => one.notProps)),
    ...ADDON_NOT_PROPS,
    ...SECRET_NOT_PROPS,
  }),
);
