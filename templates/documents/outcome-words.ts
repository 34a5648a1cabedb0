import type {
  AdultMeaningCode,
  AdultOutcomeCode,
  CarerMeaningCode,
  CarerOutcomeCode,
  WellbeingArea,
} from '../../schemas/eligibility.ts';

/**
 * The outcomes, meanings and areas of well-being in words that a person can read. The statutory terms stay with the record
 * (`schemas/eligibility.ts`); each of these says the same thing.
 *
 * @see Care and Support (Eligibility Criteria) Regulations 2015, regulations 2 and 3; Care Act 2014 section 1(2)
 */
export const adultOutcomeWords: Readonly<Record<AdultOutcomeCode, string>> = {
  nutrition: 'Food and drink: getting it, making it, eating well',
  hygiene: 'Keeping clean',
  toilet: 'Using the toilet',
  clothed: 'Getting dressed for the day and the weather',
  'home-safely': 'Being safe in your home',
  'habitable-home': 'Keeping your home clean and fit to live in',
  relationships: 'Keeping in touch with family and friends, and making new ones',
  'work-education': 'Work, training, learning or volunteering',
  community: 'Going out: shops, buses, services, sport and clubs',
  'child-care': 'Looking after a child',
};

export const carerOutcomeWords: Readonly<Record<CarerOutcomeCode, string>> = {
  child: 'Looking after a child',
  others: 'Looking after other people whom you care for',
  'habitable-home': 'Keeping your home clean and fit to live in',
  nutrition: 'Food and drink: getting it, making it, eating well',
  relationships: 'Keeping in touch with family and friends, and making new ones',
  'work-education': 'Work, training, learning or volunteering',
  community: 'Going out: shops, buses, services, sport and clubs',
  recreation: 'Time for things that you enjoy',
};

export const meaningWords: Readonly<Record<AdultMeaningCode | CarerMeaningCode, string>> = {
  'a-assistance': 'You cannot do it without help',
  'b-pain': 'You can do it, but it hurts, upsets or worries you a lot',
  'c-danger': 'You can do it, but it puts you or other people at risk',
  'd-time': 'You can do it, but it takes you much longer than most people',
};

export const wellbeingWords: Readonly<Record<WellbeingArea, string>> = {
  dignity: 'Dignity, and being treated with respect',
  health: 'Your health, in body and mind, and how you feel',
  protection: 'Being safe from abuse and neglect',
  control: 'Having control over your daily life',
  participation: 'Taking part in work, learning or free time',
  economic: 'Your money, and your place among other people',
  relationships: 'Your home life, family and friends',
  accommodation: 'A home that is right for you',
  contribution: 'Doing something for others',
};
