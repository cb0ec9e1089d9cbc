package io.sanse.contract.service;

import io.sanse.contract.Caller;
import io.sanse.contract.alert.CommandDetails;
import io.sanse.contract.alert.CommandType;
import java.time.Instant;
import java.util.UUID;

/**
 * A command to one alert.
 *
 * @param caller who gives it
 * @param alertId to which alert
 * @param commandId made by the client; a repeat is answered as the first
 * @param expectedVersion version that the client saw, or null to take the current one
 * @param type what to do
 * @param reason why, for people; needed by RETURN, TRANSFER, REOPEN
 * @param clientAt the client's clock, or null
 * @param details by type
 */
public record AlertCommand(
        Caller caller,
        UUID alertId,
        UUID commandId,
        Long expectedVersion,
        CommandType type,
        String reason,
        Instant clientAt,
        CommandDetails details) {}
