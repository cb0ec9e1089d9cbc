package io.sanse.contract.service;

import io.sanse.contract.Caller;

/**
 * How late observations reach the models.
 *
 * @param caller on whose behalf
 * @param days today and the days before it, 1–31
 */
public record LatenessQuery(Caller caller, int days) {}
