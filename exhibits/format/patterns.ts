/** Forms of ids and references, apart from Zod so that a page may know them without carrying it. */

/** An id the author gives: lower-case letters, digits and hyphens, unique within its kind. */
export const ID_PATTERN = /^[a-z][a-z0-9-]{0,63}$/;
/** Facts and sources keep the archive's own codes. */
export const CODE_PATTERN = /^[A-Z][A-Z0-9-]{0,63}$/;
/** A BCP 47 tag of the shapes exhibits use: `zh-Hans`, `en`, `en-GB`. */
export const LOCALE_PATTERN = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/;
/** `object:ID`, `stop:TOUR/ID`, `region:OBJECT/ID`, from elsewhere `EXHIBIT#object:ID`. */
export const REFERENCE_PATTERN =
  /^([a-z][a-z0-9-]{0,63}#)?((object|section|room|event|tour|activity|place|person):[a-z][a-z0-9-]{0,63}|(fact|source):[A-Z][A-Z0-9-]{0,63}|(stop|region):[a-z][a-z0-9-]{0,63}\/[a-z][a-z0-9-]{0,63})$/;
