import { describe, expect, it } from 'vitest';
import { wordsOf } from './person-words.ts';

const AOIFE = {
  title: 'Mrs',
  firstName: 'Aoife Ní',
  lastName: "O'Hara-Łęcka",
  reference: 'HV-00042',
  email: 'aoife.ohara@post.example',
  nationalInsuranceNumber: 'AB123456C',
  phones: [{ number: '07700 900123' }, { number: '+33 1 23 45 67 89' }],
};
const aoife = wordsOf(AOIFE);

describe('the words of a person', () => {
  it.each([
    ['as it is stored', "Aoife Ní O'Hara-Łęcka"],
    ['with the apostrophe of phones and word processors', 'Aoife Ní O’Hara-Łęcka'],
    ['with another hyphen', "Aoife Ní O'Hara‑Łęcka"],
    ['in decomposed form', "Aoife Ní O'Hara-Łęcka".normalize('NFD')],
    ['without accents', "AOIFE NI O'HARA-LECKA"],
    ['without apostrophe and hyphen', 'Aoife Ni OHara Lecka'],
    ['with other white space', "Aoife\u00a0Ní  O'Hara-Łęcka"],
    ['with characters that cannot be seen', "Aoi\u200bfe Ní\u202c O'Hara-Łęcka"],
    ['in full width', "Ａoife Ní O'Hara-Łęcka"],
    ['the last name first', "O'Hara-Łęcka, Aoife Ní"],
    ['with an initial', 'A. O’Hara-Łęcka'],
    ['with the title', 'Mrs. O’Hara-Łęcka'],
    ['as in a file name', 'aoife_ni_o_hara_lecka'],
    ['the reference in other groups', 'hv 00042'],
    ['the e-mail address', 'Aoife.OHara@post.example'],
    ['the NI number as printed', 'AB 12 34 56 C'],
    ['the NI number with hyphens', 'ab-12-34-56-c'],
    ['the telephone number without spaces', '07700900123'],
    ['the telephone number with its country', '+44 7700 900 123'],
    ['the telephone number as cards print it', '+44 (0)7700-900123'],
    ['the telephone number by 0044', '00447700900123'],
    ['a foreign number', '0033 123 456 789'],
  ])('are removed %s', (_what, name) => {
    expect(aoife.redact(`Transfer for ${name} (urgent)`)).toBe('Transfer for [erased] (urgent)');
  });

  it('include the first name of a couple', () => {
    const margaret = wordsOf({ firstName: 'Margaret', lastName: 'Holloway' });
    expect(margaret.redact('Margaret & Tom Holloway: wills')).toBe('[erased] & Tom Holloway: wills');
    expect(margaret.redact('Tom and Margaret Holloway')).toBe('Tom and [erased]');
  });

  it.each([
    ['with the initial of a middle name', 'Notes of Margaret J. Holloway', 'Notes of [erased]'],
    ['with initials alone', 'Notes of M.J. Holloway', 'Notes of [erased]'],
    ['before a number', 'Margaret Holloway2.pdf', '[erased]2.pdf'],
    ['after a number', '2026Margaret_Holloway.pdf', '2026[erased].pdf'],
    ['between signs', 'Margaret+Holloway=will', '[erased]=will'],
  ])('include names %s', (_what, text, redacted) => {
    expect(wordsOf({ firstName: 'Margaret', lastName: 'Holloway' }).redact(text)).toBe(redacted);
  });

  it.each([{ reference: '***' }, { title: '–' }, { phones: [{ number: '(----0' }] }])(
    'are not what names no one: %j',
    (fields) => {
      const words = wordsOf({ firstName: 'Margaret', lastName: 'Holloway', ...fields });
      for (const text of ['Tom – Holloway: wills, 2026', 'Review of 0 (urgent)', 'Asked by the client.'])
        expect([words.redact(text), words.isNamedIn('Asked by the client.')]).toEqual([text, false]);
    },
  );

  it('include names of two letters', () => {
    const jo = wordsOf({ firstName: 'Jo', lastName: 'Ng' });
    expect(jo.redact('Review of Jo Ng')).toBe('Review of [erased]');
  });

  it.each([
    ['a last name alone', 'The O’Hara-Łęcka household'],
    ['another person with the last name', 'Tom O’Hara-Łęcka'],
    ['a longer number', 'Order 077009001234'],
    ['other words', 'Aoife agreed, Mrs Lecka did not'],
  ])('leave %s', (_what, text) => {
    expect(aoife.redact(text)).toBe(text);
  });

  it('leave a word that begins with an initial and the last name', () => {
    expect(wordsOf({ firstName: 'Mary', lastName: 'Ark' }).redact('Mark the file')).toBe('Mark the file');
  });

  it('name the person in a reason, also by one name', () => {
    expect(aoife.isNamedIn('Asked by Ms o’hara lecka')).toBe(true);
    expect(aoife.isNamedIn('NI ab 12 34 56 c')).toBe(true);
    expect(aoife.isNamedIn('Asked by the client')).toBe(false);
  });
});
