export { FleetRules, type FleetRulesProps } from './fleet-rules';
