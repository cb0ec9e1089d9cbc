/**
 * The numbers of a city: how long a clock runs, what makes an alert go up, which days are working days. Read from versioned files at start, checked in
 * the constructors, never changed while the service runs. Pure.
 */
package io.sanse.alert.domain.policy;
