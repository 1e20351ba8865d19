import { basename } from 'node:path';

const longestName = 200;
const deviceName = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[\d¹²³])(?= *(?:\.|$))/i;

/** The last part of a path, without characters that deceive in a list or a header, and no device of Windows. */
export function plainName(name: string): string {
  const last = basename(name.replaceAll('\\', '/'));
  const letters = [...last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"|?*]/gu, '')];
  const plain = letters
    .slice(-longestName)
    .join('')
    .replace(/^[. ]+|[. ]+$/g, '')
    .replace(deviceName, '_$1');
  return plain === '' ? 'file' : plain;
}
