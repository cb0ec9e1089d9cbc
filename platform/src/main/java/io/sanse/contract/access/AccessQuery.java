package io.sanse.contract.access;

import io.sanse.contract.Caller;
import io.sanse.contract.Subject;

/**
 * Which entries of the access log.
 *
 * @param caller on whose behalf
 * @param person only those that rest on this person, or null
 * @param user only this user's, or null
 * @param after cursor, or null
 * @param limit 1–200
 */
public record AccessQuery(Caller caller, Subject person, String user, String after, int limit) {}
