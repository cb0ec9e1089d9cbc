/**
 * What every way of sending an SMS offers to the delivery stage: submit, ask, and hand over receipts. SMPP is in {@code
 * smpp}.
 */
package io.sanse.notify.channel;
