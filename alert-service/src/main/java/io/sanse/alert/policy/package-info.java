/** Reads the city's policy files at start and keeps every version that was ever in force. Feeds {@code domain.policy} and {@code routing}. */
package io.sanse.alert.policy;
