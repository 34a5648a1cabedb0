/** What we use of govuk-frontend's modules, which have no types of their own. */
declare module 'govuk-frontend' {
  type Component = { readonly moduleName: string };

  export const Button: Component;
  export const CharacterCount: Component;
  export const ErrorSummary: Component;
  export const ServiceNavigation: Component;
  export const SkipLink: Component;

  export class ExitThisPage {
    static readonly moduleName: string;
    /** The link that leaves. */
    readonly $button: HTMLAnchorElement;
    /** Hides the page and goes on to the other site. */
    exitPage(): void;
  }

  /** Brings every element to life whose `data-module` names the component. */
  export const createAll: (component: Component) => void;
}

/** The one component of moj-frontend whose script we use: it ticks all boxes of a table at once. */
declare module '@ministryofjustice/frontend/moj/components/multi-select/multi-select.mjs' {
  export const MultiSelect: { readonly moduleName: string };
}
