import type { Finding } from '../../base/errors';
import type { Fields } from '../../base/fields';
import type { Rule } from '../../base/rule';
import { mapAt } from '../../base/value-at';
import type { AddonModel } from '../model/addon';
import { objectFinder } from './addon-objects';

const storageClasses = objectFinder(['StorageClass']);

/** Builds a check of the parameters of each storage class of an addon. */
export function eachClass<S extends { readonly addon: AddonModel }>(
  part: string,
  mistakeIn: (parameters: Fields) => Finding | undefined,
): Rule<S>['check'] {
  return ({ addon }, refuse) => {
    storageClasses(addon).forEach((one, index) => {
      const finding = mistakeIn(mapAt(one, 'parameters'));
      const prop = `storageClasses[${index}].${part}`;
      if (finding !== undefined) refuse({ path: addon.path, prop }, finding);
    });
  };
}
