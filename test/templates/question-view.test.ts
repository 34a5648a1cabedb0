import { describe, expect, it } from 'vitest';
import { pageByPage } from '../../domain/forms/page-by-page.ts';
import type { Answers } from '../../schemas/form-conditions.ts';
import type { Form } from '../../schemas/form-language.ts';
import { helperDetails, personDetails } from '../../schemas/forms/case-answers.ts';
import { complaint } from '../../schemas/forms/complaint.ts';
import { jointAssessment } from '../../schemas/forms/joint-assessment.ts';
import { needsAssessment } from '../../schemas/forms/needs-assessment.ts';
import { questionView } from '../../templates/pages/question-view.ts';

/** A page of a form with these answers, as the templates draw it. */
const viewOf = (form: Form, pageId: string, values: Answers = {}, easyRead = false) => {
  const paged = pageByPage(form);
  for (const section of paged.sections) {
    const page = section.pages.find(({ id }) => id === pageId);
    if (page)
      return questionView(paged, { section, page, questions: page.questions }, { values, problems: [], easyRead });
  }
  throw new Error(`No page ${pageId}`);
};
const field = (view: ReturnType<typeof viewOf>, name: string) => {
  const found = view.fields.find((one) => one.name === name);
  if (found === undefined) throw new Error(`No field ${name}`);
  return found;
};

describe('a page in Easy Read', () => {
  it('has the easy words with their drawing, which says nothing of its own', () => {
    const one = field(viewOf(needsAssessment, 'hard-activities', { filledInBy: 'me' }, true), 'hardActivities');

    expect(one.label).toBe('What is hard for you?');
    expect(one.html).toMatch(/<img src="\/assets\/picture-unsure-[0-9a-f]{12}\.svg" alt=""[^>]*><span>What is hard/);
  });

  it('has a drawing at each answer that has one, and at yes and no', () => {
    const one = field(viewOf(needsAssessment, 'treated-badly', {}, true), 'treatedBadly');

    const items = one.kind === 'radios' ? one.items.map(({ html = '' }) => /picture-(\w+)-/.exec(html)?.[1]) : [];
    expect(items).toEqual(['no', 'yes', 'communicate']);
  });

  it('asks a helper about the person, by name once it is known, with the drawing', () => {
    const asked = (firstName?: string) =>
      field(
        viewOf(needsAssessment, 'hard-activities', { filledInBy: 'helper', ...(firstName && { firstName }) }, true),
        'hardActivities',
      );

    expect([asked().label, asked('Rose').label]).toEqual(['What is hard for the person?', 'What is hard for Rose?']);
    expect(asked('Rose').html).toContain('picture-unsure-');
  });

  it('keeps the hint, and says that an answer is optional', () => {
    const view = viewOf(needsAssessment, 'name', {}, true);

    expect(field(view, 'preferredName').label).toBe('What do you like to be called? (optional)');
    expect(field(view, 'dateOfBirth').hint).toBe('For example, 27 3 1950.');
  });

  it('tells of a second person whom each question is about', () => {
    expect(field(viewOf(jointAssessment, 'carer-name', {}, true), 'carerFirstName').label).toBe(
      'The carer’s first name',
    );
  });

  it('is plain again without it', () => {
    const one = field(viewOf(needsAssessment, 'hard-activities'), 'hardActivities');

    expect(one.label).toBe('Which of these are hard for you?');
    expect(one.html).toBe('');
  });
});

describe('what a browser may fill in', () => {
  it.each([
    { page: 'name', name: 'firstName', who: 'me', token: 'given-name' },
    { page: 'name', name: 'firstName', who: 'helper', token: '' },
    { page: 'name', name: 'firstName', who: 'professional', token: '' },
    { page: 'name', name: 'firstName', who: undefined, token: '' },
    { page: 'name', name: 'dateOfBirth', who: 'me', token: 'bday' },
    { page: 'name', name: 'dateOfBirth', who: 'helper', token: '' },
    { page: 'helper', name: 'helperFirstName', who: 'helper', token: 'given-name' },
    { page: 'helper', name: 'helperEmail', who: 'professional', token: 'email' },
    { page: 'helper', name: 'helperPhone', who: 'carer', token: 'tel' },
    { page: 'carers', name: 'carers', who: 'me', token: '' },
  ])('is “$token” for $name where $who fills the form in', ({ page, name, who, token }) => {
    const view = viewOf(needsAssessment, page, who === undefined ? {} : { filledInBy: who });

    expect(field(view, name).autocomplete).toBe(token);
  });
});

describe('what a browser may fill in of who is signed in, or asks for themselves', () => {
  it.each([
    { form: personDetails, page: 'reach', name: 'address', token: 'street-address' },
    { form: personDetails, page: 'reach', name: 'postcode', token: 'postal-code' },
    { form: helperDetails, page: 'reach', name: 'email', token: 'email' },
    { form: complaint, page: 'contact', name: 'fullName', token: 'name' },
    { form: complaint, page: 'complainant-2', name: 'complaintFor', token: '' },
  ])('is “$token” for $name', ({ form, page, name, token }) => {
    expect(field(viewOf(form, page), name).autocomplete).toBe(token);
  });
});

describe('a page about harm', () => {
  it.each([
    { page: 'treated-badly', sensitive: true },
    { page: 'treated-badly-2', sensitive: true },
    { page: 'start-check', sensitive: true },
    { page: 'nutrition', sensitive: false },
  ])('$page is one: $sensitive', ({ page, sensitive }) => {
    expect(viewOf(needsAssessment, page).sensitive).toBe(sensitive);
  });
});
