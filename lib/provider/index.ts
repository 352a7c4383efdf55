export type { MachineSize } from '../cluster/model/machine-size';
export type {
  InfrastructureRenderer,
  KeyedObject,
  NodeRegistration,
  RenderContext,
} from '../cluster/render/infrastructure';
export type { Provider, ProviderRules } from './provider';
export { registerProvider } from './registration';
