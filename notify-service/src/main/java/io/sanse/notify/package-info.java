/**
 * notify-service: route → throttle → deliver → record. Fed by the topics {@code alert-events}, {@code model-notices} and
 * {@code registry}; speaks to the operator's SMSC and answers questions about deliveries on the event bus.
 */
package io.sanse.notify;
