package io.sanse.alert.command;

import io.sanse.contract.ServiceError;
import io.sanse.contract.alert.CommandType;
import io.sanse.contract.service.CommandResult;
import java.util.List;

/**
 * Answer to a command as it is kept: a repeat gets the same.
 *
 * @param error how it was refused, or null when it was done
 * @param message why it was refused, or null
 * @param version of the alert when it was refused, or null
 * @param allowed what could have been ordered instead; empty when it was done
 * @param changed types of the events that a stale author had not seen; empty otherwise
 * @param result what was done, or null
 */
public record Answer(
        ServiceError error,
        String message,
        Long version,
        List<CommandType> allowed,
        List<String> changed,
        CommandResult result) {
    public Answer {
        allowed = List.copyOf(allowed);
        changed = List.copyOf(changed);
    }

    static Answer done(CommandResult result) {
        return new Answer(null, null, null, List.of(), List.of(), result);
    }

    static Answer refused(ServiceError error, String message) {
        return new Answer(error, message, null, List.of(), List.of(), null);
    }

    Answer changed(List<String> types) {
        return new Answer(error, message, version, allowed, types, result);
    }
}
