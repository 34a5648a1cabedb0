import { ExitThisPage } from 'govuk-frontend';

/** Leaves a page so that the browser's Back does not lead to it: the other site takes its place in the history. */
export class ExitForGood extends ExitThisPage {
  override exitPage(): void {
    super.exitPage();
    // Of two journeys that have both not begun, the later one is made.
    window.location.replace(this.$button.href);
  }
}
