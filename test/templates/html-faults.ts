import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document', 'html-validate:a11y'],
  rules: {
    // What govuk-frontend writes on purpose, tested by its makers with assistive technology, and spaces that nobody sees.
    'no-redundant-role': 'off',
    'no-trailing-whitespace': 'off',
    'prefer-native-element': 'off',
    // The error summary comes before the h1, as the GOV.UK Design System has it.
    'heading-level': ['error', { allowMultipleH1: false, minInitialRank: 'any' }],
    // Boxes of one question share a name, and that is how a list is sent; so do buttons, of which only the pressed one is.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit'] }],
    // Our own stylesheet from our own host.
    'require-sri': ['error', { target: 'crossorigin' }],
    // Our stylesheet keeps a phone number on one line.
    'tel-non-breaking': 'off',
    // The council's full name stands in every title.
    'long-title': 'off',
  },
});

/** Any script, style or handler that stands in a page itself. Our one script is a file of its own, and is let through. */
export const codeInPage =
  /<script(?! type="module" src="\/assets\/careway-[0-9a-f]{12}\.js"><\/script>)|<style|\sstyle=|\son\w+=/;

/** What is wrong with a page or an email as HTML and for assistive technology, each fault with its line. */
export const htmlFaults = async (html: string): Promise<string[]> => {
  const report = await validator.validateString(html);
  return report.results.flatMap(({ messages }) => messages.map(({ line, message }) => `${line}: ${message}`));
};
