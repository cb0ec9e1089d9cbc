package io.sanse.contract.service;

import io.sanse.contract.Caller;
import io.sanse.contract.Subject;

/**
 * One subject.
 *
 * @param caller on whose behalf
 * @param subject which
 */
public record SubjectQuery(Caller caller, Subject subject) {}
