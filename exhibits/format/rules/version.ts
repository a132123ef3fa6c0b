import { FORMAT_VERSION } from '../exhibit';
import { describe, get } from '../values';
import type { Rule } from './rule';

/** `format-version-unknown`: this Lantai reads version 1.0. */
export const versionIsKnown: Rule = ({ exhibit, report }) => {
  const version = get(exhibit, 'formatVersion');
  if (typeof version !== 'string' || version === FORMAT_VERSION) return;
  const found = describe(version);
  report({
    code: 'format-version-unknown',
    path: ['formatVersion'],
    message: {
      en: `Found format version ${found.en}; this Lantai knows “${FORMAT_VERSION}”.`,
      zh: `格式版本写的是${found.zh}，本版兰台只认“${FORMAT_VERSION}”。`
    },
    remedy: {
      en: `Write “${FORMAT_VERSION}”, or use a Lantai that knows this version.`,
      zh: `请写“${FORMAT_VERSION}”，或换用支持该版本的兰台。`
    },
    suggestion: FORMAT_VERSION
  });
};
