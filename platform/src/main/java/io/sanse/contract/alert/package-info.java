/** The managed alert: its state, its commands, and the events of its life as they travel on the topic {@code alert-events}. */
package io.sanse.contract.alert;
