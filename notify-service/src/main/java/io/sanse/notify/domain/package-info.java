/**
 * The decisions of this service, pure: whom an alert event concerns, whether a message goes out now, later or not at all
 * and why, and what the fates of its parts make of a delivery. Called by {@code stage}, which brings what they need from
 * the store.
 */
package io.sanse.notify.domain;
