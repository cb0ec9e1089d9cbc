package io.sanse.contract.access;

import io.sanse.contract.Caller;

/**
 * Somebody is about to ask for a record that rests on persons.
 *
 * @param caller who
 */
public record AccessTurnQuery(Caller caller) {}
