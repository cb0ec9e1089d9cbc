/**
 * The four stages of a message: route and throttle what an alert event calls for and claim it in one transaction, deliver
 * what is claimed, record what became of it. Notices about models are claimed by a stage of their own and not throttled.
 * Fed by the topics {@code alert-events}, {@code model-notices} and {@code registry} and by the channel's receipts.
 */
package io.sanse.notify.stage;
