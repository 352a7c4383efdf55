/** Library that evaluates expressions. */
export type CelLibrary = typeof import('@marcbachmann/cel-js', { with: {
  'resolution-mode': 'import',
}});

/** Functions, types and variables that expressions may use. */
export type CelEnvironment = InstanceType<CelLibrary['Environment']>;

/** Expression that is ready to be evaluated. */
export type CelExpression = ReturnType<CelEnvironment['parse']>;

/** Loads the expression library, which a synth without CRD files never needs. */
export function celLibrary(): CelLibrary {
  return require('@marcbachmann/cel-js');
}
