package io.sanse.contract.service;

import io.sanse.contract.alert.Alert;
import java.util.UUID;

/**
 * What a command did.
 *
 * @param commandId of the command
 * @param alert the alert after it
 * @param event number of the event that it made
 */
public record CommandResult(UUID commandId, Alert alert, long event) {}
