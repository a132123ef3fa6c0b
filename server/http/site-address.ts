/** Address of the site without a slash at its end: as the operator set it, else as the one who asks reached it. */
export function siteAddress(requestUrl: string, publicUrl: string | null): string {
  return publicUrl ?? new URL(requestUrl).origin;
}
