/**
 * Shows the questions that an answer of radios reveals under it, while it is picked. The component of govuk-frontend says so with `aria-expanded`, which
 * ARIA has for no radio and axe refuses; what is revealed stands next in reading order, so nothing has to be said of it.
 */
export const watchReveals = (): void => {
  for (const radios of document.querySelectorAll<HTMLElement>('.govuk-radios')) {
    const inputs = [...radios.querySelectorAll<HTMLInputElement>('input[data-aria-controls]')];
    const show = () => {
      for (const { checked, dataset } of inputs) {
        const under = document.getElementById(dataset['ariaControls'] ?? '');
        under?.classList.toggle('govuk-radios__conditional--hidden', !checked);
      }
    };
    if (inputs.length === 0) continue;
    radios.addEventListener('change', show);
    // A browser that goes back puts in what was picked after the page is loaded.
    window.addEventListener('pageshow', show);
    show();
  }
};
