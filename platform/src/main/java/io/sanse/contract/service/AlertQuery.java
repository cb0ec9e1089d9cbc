package io.sanse.contract.service;

import io.sanse.contract.Caller;
import io.sanse.contract.Level;
import io.sanse.contract.Subject;
import io.sanse.contract.alert.AlertState;
import java.time.Instant;

/**
 * Which alerts.
 *
 * @param caller on whose behalf
 * @param level only this level, or null
 * @param state only this state, or null
 * @param open only alerts that are not closed (true), closed ones (false), or both (null)
 * @param model only this model, or null
 * @param subject only alerts on or mentioning this subject, or null
 * @param department only alerts dispatched to this department, or null
 * @param division only divisions with this prefix, or null
 * @param from raised at or after, or null
 * @param until raised before, or null
 * @param after cursor of the previous page, or null
 * @param limit 1–200
 */
public record AlertQuery(
        Caller caller,
        Level level,
        AlertState state,
        Boolean open,
        String model,
        Subject subject,
        String department,
        String division,
        Instant from,
        Instant until,
        String after,
        int limit) {}
