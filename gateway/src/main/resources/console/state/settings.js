import { shallowRef } from '../vendor.js';

/** What the installation decides: `tileUrl` (empty = no tile source) and `tileAttribution`. */
export const settings = shallowRef({ tileUrl: '', tileAttribution: '' });

export async function loadSettings() {
  const response = await fetch('config.json');
  if (!response.ok) {
    throw new Error(`config.json: HTTP ${response.status}`);
  }
  settings.value = await response.json();
}
