import { shallowRef } from '../vendor.js';

/** The last defect of the console itself, or null; shown as a bar above everything. */
export const failure = shallowRef(null);
