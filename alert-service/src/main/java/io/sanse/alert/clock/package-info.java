/**
 * Lets time pass for the alerts: looks for clocks whose time has come, woken by the next of them, and keeps a note of when the service was alive. What a clock that has run out
 * means is decided in {@code domain}.
 */
package io.sanse.alert.clock;
