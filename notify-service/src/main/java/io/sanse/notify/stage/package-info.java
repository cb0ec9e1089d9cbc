/**
 * The four stages of a message: route and throttle what an alert event calls for and claim it in one transaction, deliver
 * what is claimed, record what became of it. Fed by the topics {@code alert-events} and {@code registry} and by the
 * channel's receipts.
 */
package io.sanse.notify.stage;
