import { addAddresses } from './cel-addresses';
import { type CelEnvironment, celLibrary } from './cel-library';
import { addQuantities } from './cel-quantities';
import { addTexts } from './cel-texts';

/** Returns everything that an expression in a custom resource definition can use. */
export function celEnvironment(): CelEnvironment {
  const { Environment, Optional } = celLibrary();
  const environment = new Environment({
    unlistedVariablesAreDyn: false,
    homogeneousAggregateLiterals: false,
    enableOptionalTypes: true,
  })
    .registerVariable('self', 'dyn')
    .registerVariable('oldSelf', 'dyn');
  addTexts(environment, Optional);
  addQuantities(environment);
  addAddresses(environment);
  return environment;
}
