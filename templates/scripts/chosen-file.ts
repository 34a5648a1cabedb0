/**
 * Adds a file that was chosen, and not added, when another button of the page is pressed: otherwise it would be lost without a word.
 * The page comes back with it.
 */
export const addChosenFileFirst = (input: HTMLInputElement): void => {
  document.addEventListener('submit', (event) => {
    const { form, files } = input;
    if (form === null || event.target === form || !files?.length) return;
    event.preventDefault();
    form.requestSubmit();
  });
};
