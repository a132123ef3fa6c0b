import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * What is written in a lesson is sealed by a secret of its own, which lies in a small table: once that is gone, whatever copies
 * of it pages, logs and copies of the database still hold can be read by nobody. Deleting rows alone does not do that, and
 * making a large file anew for it holds every class up (160 MB: 0.8 s).
 */
const CIPHER = 'aes-256-gcm';
const [IV_BYTES, TAG_BYTES] = [12, 16];

/** 256 bits, base64url. */
export const newSeal = () => randomBytes(32).toString('base64url');

/** Base64 of number used once, tag and cipher text (NIST SP 800-38D). */
export function sealed(text: string, secret: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(CIPHER, Buffer.from(secret, 'base64url'), iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64');
}

/** The text again; what an older Lantai wrote is JSON and was never sealed. Throws when the secret is another’s. */
export function unsealed(text: string, secret: string | null): string {
  if (text.startsWith('{')) return text;
  if (secret === null) throw new Error('What was written in a lesson is sealed, and its secret is gone.');
  const bytes = Buffer.from(text, 'base64');
  const decipher = createDecipheriv(CIPHER, Buffer.from(secret, 'base64url'), bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}
