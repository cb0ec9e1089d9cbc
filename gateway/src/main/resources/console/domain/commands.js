import { fieldsFor } from './command-fields.js';

// Steps along the road: offered as the main action; the others are ways to step aside.
const FORWARD = new Set([
  'acknowledge',
  'dispatch',
  'sign',
  'notify',
  'arrive',
  'verify',
  'handle',
  'feed-back',
  'review',
  'close',
]);

export function isForward(type) {
  return FORWARD.has(type);
}

// Remarks and reminders stand whatever happened meanwhile; everything else is meant for the version that its giver saw.
const UNVERSIONED = new Set(['comment', 'urge', 'supervise']);

export function needsVersion(type) {
  return !UNVERSIONED.has(type);
}

/**
 * The command as the API takes it: what belongs to the form as it stands, nothing that was entered before another choice hid it.
 * @param {Object<string, any>} values by field name
 * @param {string} clientAt this device's clock, ISO text
 */
export function orderOf(type, values, facts, clientAt) {
  const order = { type, clientAt };
  const details = {};
  for (const { name } of fieldsFor(type, values, facts)) {
    const value = values[name];
    if (value !== undefined && value !== '') {
      (name === 'reason' ? order : details)[name] = value;
    }
  }
  return Object.keys(details).length === 0 ? order : { ...order, details };
}

/** A random UUID; `crypto.randomUUID` exists only on https and localhost, an intranet address over http must work too. */
export function newCommandId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
