import * as v from 'valibot';
import { toAsciiLowerCase } from './ascii-case.ts';
import { emailLengthMax, toEmailAddress } from './email-address.ts';
import { isId } from './ids.ts';
import { plainNumber, stripInvisible } from './invisible.ts';

/**
 * Building blocks of bodies. Each has a maximum size, so that the largest body of a schema is known (`models.test.ts`
 * adds it up with `jsonBytesMax`). Each check has a short phrase that says what it expects; callers see the phrase.
 */

/** Limits the characters of a text. Every text field has such a limit. */
export function atMost(lengthMax: number) {
  return v.maxLength<string, number, string>(lengthMax, `must have at most ${lengthMax} characters`);
}

/**
 * Cleans a text before it is checked. Unlike `v.transform()` it stays a text for the OpenAPI document, which describes the
 * cleaned form.
 */
export function cleaned(clean: (value: string) => string): v.BaseTransformation<string, string, never> {
  return {
    kind: 'transformation',
    type: 'cleaned',
    reference: cleaned,
    async: false,
    '~run': (dataset) => {
      dataset.value = clean(dataset.value);
      return dataset;
    },
  } as v.BaseTransformation<string, string, never>;
}

/** One line of text, trimmed, without control characters and without what cannot be seen. */
export function line(lengthMax: number) {
  return v.pipe(
    v.string(),
    cleaned(stripInvisible),
    v.trim(),
    v.minLength(1, 'must not be empty'),
    atMost(lengthMax),
    v.regex(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses.
      /^[^\u0000-\u001f\u007f-\u009f]*$/,
      'must be one line without control characters',
    ),
  );
}

/** Text of one or more lines, without what cannot be seen. */
export function text(lengthMax: number) {
  return v.pipe(v.string(), cleaned(stripInvisible), v.minLength(1, 'must not be empty'), atMost(lengthMax));
}

/** A list with a maximum number of items. */
export function list<const Item extends v.GenericSchema>(item: Item, itemsMax: number) {
  return v.pipe(v.array(item), v.maxLength(itemsMax, `must have at most ${itemsMax} items`));
}

/** A list without duplicates. */
export function distinctList<const Item extends v.GenericSchema<string>>(item: Item, itemsMax: number) {
  return v.pipe(
    list(item, itemsMax),
    v.check((items) => new Set(items).size === items.length, 'must not contain duplicates'),
  );
}

/** The id of a row with this prefix. The Worker checks that the row exists. */
export function id(prefix: string) {
  const wanted = `must be an id that starts with ${prefix}-`;
  return v.pipe(
    v.string(),
    atMost(30),
    v.check((value) => isId(prefix, value), wanted),
  );
}

/** One of a few words. */
export function oneOf<const Options extends readonly string[]>(options: Options) {
  return v.picklist(options, `must be one of ${options.join(', ')}`);
}

/** Whether the day at the start of a text is in the calendar. True for a text of another form, which has its own check. */
function dayExists(value: string): boolean {
  const day = value.slice(0, 10);
  const milliseconds = Date.parse(`${day}T00:00:00.000Z`);
  if (Number.isNaN(milliseconds)) {
    return !/^\d{4}-\d{2}-\d{2}$/.test(day);
  }
  return new Date(milliseconds).toISOString().startsWith(day);
}

/** A calendar date that exists, `YYYY-MM-DD`. */
export function date() {
  return v.pipe(
    v.string(),
    cleaned(stripInvisible),
    atMost(10),
    v.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date such as 2026-03-31'),
    v.check(dayExists, 'must be a date that exists'),
  );
}

/** An instant in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`; missing milliseconds are filled in, so that text order is time order. */
export function instant() {
  return v.pipe(
    v.string(),
    cleaned(stripInvisible),
    atMost(24),
    v.regex(
      /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?Z$/,
      'must be an instant such as 2026-03-31T09:30:00.000Z',
    ),
    v.check(dayExists, 'must be an instant that exists'),
    v.transform((value) => new Date(value).toISOString()),
  );
}

/** An e-mail address in the form of `toEmailAddress`, which also says what is refused. */
export function email() {
  return v.pipe(
    v.string(),
    v.trim(),
    atMost(emailLengthMax),
    v.check((value) => toEmailAddress(value) !== undefined, 'must be an e-mail address'),
    v.transform((value) => toEmailAddress(value) ?? value),
  );
}

/** A telephone number as people write it: digits, spaces, brackets and hyphens, with an optional leading plus. */
export function telephone() {
  return v.pipe(
    v.string(),
    cleaned(plainNumber),
    atMost(32),
    v.regex(
      /^\+?[0-9(][0-9 ()-]{3,29}[0-9]$/,
      'must be a telephone number such as +44 20 7946 0958: digits, spaces, brackets and hyphens',
    ),
  );
}

/** A web address, `https` only. */
export function webAddress() {
  return v.pipe(
    v.string(),
    cleaned(stripInvisible),
    atMost(500),
    v.check((value) => value.startsWith('https://') && URL.canParse(value), 'must be an https:// address'),
  );
}

/** Money in pence. */
export function pence() {
  return v.pipe(
    v.number(),
    v.safeInteger('must be a whole number of pence'),
    v.minValue(0, 'must not be negative'),
  );
}

/** A whole number, 0 or more. */
export function count() {
  return v.pipe(v.number(), v.safeInteger('must be a whole number'), v.minValue(0, 'must not be negative'));
}

/** A sha256 digest in lower-case hex. */
export function sha256() {
  return v.pipe(v.string(), atMost(64), v.regex(/^[0-9a-f]{64}$/, 'must be a sha256 in hex'));
}

/** A language, e.g. `en-GB`. */
export function locale() {
  return v.pipe(
    v.string(),
    atMost(35),
    v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'must be a language such as en-GB'),
  );
}

/** A media type without parameters, e.g. `application/pdf`. */
export function mediaType() {
  return v.pipe(
    v.string(),
    atMost(127),
    v.transform(toAsciiLowerCase),
    v.regex(
      /^[a-z0-9][a-z0-9!#$&^_.+-]*\/[a-z0-9][a-z0-9!#$&^_.+-]*$/,
      'must be a media type such as application/pdf',
    ),
  );
}

/** Two-letter codes of ISO 3166-1, as one string to keep the bundle small. */
const countryCodes =
  'ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZ' +
  'DEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJP' +
  'KEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZ' +
  'OMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZ' +
  'UAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW';

const countries = new Set(countryCodes.match(/../g));

/** A country by its two-letter code in capitals. */
export function country() {
  return v.pipe(
    v.string(),
    atMost(2),
    v.check((value) => countries.has(value), 'must be a country code such as GB'),
  );
}
