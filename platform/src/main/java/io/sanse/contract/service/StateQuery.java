package io.sanse.contract.service;

import io.sanse.contract.Caller;

/**
 * How much the models hold in memory.
 *
 * @param caller on whose behalf; which subject is the largest is told to those who may see everywhere
 */
public record StateQuery(Caller caller) {}
