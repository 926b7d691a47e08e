import { createComponent, createContext, type ParentComponent, useContext } from 'solid-js';

/** The way from a feature's components to its state, which no other feature can name. */
export interface FeatureContext<T> {
  /** The component that hands the state down. */
  provider(state: T): ParentComponent;
  /** The state around this component. Throws outside the provider. */
  use(): T;
}

/** See `FeatureContext`; `name` stands in the error. */
export function createFeatureContext<T>(name: string): FeatureContext<T> {
  const context = createContext<T>();
  return {
    provider: (state) => (props) =>
      createComponent(context.Provider, {
        value: state,
        get children() {
          return props.children;
        },
      }),
    use: () => {
      const state = useContext(context);
      if (state === undefined) throw new Error(`A part of ${name} was rendered outside it.`);
      return state;
    },
  };
}
