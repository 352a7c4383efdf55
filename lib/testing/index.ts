export { assertMatches, assertNoObject, assertObject } from './assert-object';
export { findObject, findObjects, type ObjectQuery } from './find-objects';
export { loadProgram } from './load-program';
export { assertRule, assertSound, type Mistake, type MistakePlace, mistakesOf } from './mistakes';
export { type DeployedFleet, mockDeploy } from './mock-deploy';
export {
  MOCKED_SECRET,
  type MockedOptions,
  type MockedResource,
  type MockedRun,
  type MockOptions,
  mockPulumi,
  SecretValue,
} from './pulumi-mocks';
export { deliveredObjects, renderedObjects } from './rendered-objects';
export { snapshotOf } from './snapshot';
export type { ClusterChoice, FoundObject, ObjectSource, TestedFleet } from './tested-fleet';
