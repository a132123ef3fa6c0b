import type { PageRequest } from '../../../server/contract/pages';
import { pageHref } from '../../pages/address';

/** Where pupils come in: the address of the QR code, and how it is said on the screen. */
export function joinAddress(
  { locale, publicUrl, model }: Pick<PageRequest, 'locale' | 'publicUrl' | 'model'>,
  code: string | null,
  origin: string = location.origin
): { href: string; shown: string } {
  const base = (model.page === 'lesson' ? model.joinUrl : null) ?? (publicUrl || origin);
  return {
    href: base + pageHref(locale, `/lessons/${code ?? ''}`),
    shown: base.replace(/^https?:\/\//, '') + pageHref(locale, '/lessons')
  };
}

/** Six digits as they are read out: 307 152. */
export function codeInGroups(code: string | null): string {
  return code === null ? '' : `${code.slice(0, 3)} ${code.slice(3)}`;
}
