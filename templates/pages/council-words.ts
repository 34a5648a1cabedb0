import type { Council } from '../../schemas/council.ts';
import { inEnglish, spokenNow } from '../../schemas/say.ts';

/** A council with its own words in the language of whoever reads; everything that is no words stays as it is. */
export const inTheirWords = <Of extends Council | undefined>(council: Of): Of => {
  const words = spokenNow();
  if (council === undefined || words === undefined) return council;
  const put = (field: string, english: string): string => words.council[field] ?? inEnglish(english);
  const each = <T extends object>(at: string, texts: T): T =>
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, put(`${at}.${key}`, text)])) as T;
  const { contact, complaints, terms, notices } = council;
  const [first, second, third] = council.eligibilityNotice.map((line, at) =>
    put(`eligibilityNotice.${at + 1}`, line),
  ) as Council['eligibilityNotice'];
  return {
    ...council,
    ...(council.carerChargingNotice && {
      carerChargingNotice: put('carerChargingNotice', council.carerChargingNotice),
    }),
    area: put('area', council.area),
    contact: {
      ...contact,
      name: put('contact.name', contact.name),
      ...(contact.hours && { hours: put('contact.hours', contact.hours) }),
    },
    complaints: { ...complaints, role: put('complaints.role', complaints.role) },
    terms: each('terms', terms),
    notices: each('notices', notices),
    eligibilityNotice: [first, second, third],
  };
};
