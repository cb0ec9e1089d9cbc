const SHOWN = 1024;

/** The bytes behind base64 text. */
export function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** Bytes as people read dumps: offset, sixteen in hex, and what of them is printable ASCII. At most the first 1024. */
export function hexDump(bytes) {
  const shown = bytes.subarray(0, SHOWN);
  const lines = [];
  for (let offset = 0; offset < shown.length; offset += 16) {
    lines.push(line(offset, shown.subarray(offset, offset + 16)));
  }
  return { text: lines.join('\n'), cut: bytes.length > SHOWN, shown: shown.length };
}

function line(offset, bytes) {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const ascii = Array.from(bytes, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');
  return `${offset.toString(16).padStart(4, '0')}  ${hex.padEnd(47)}  ${ascii}`;
}
