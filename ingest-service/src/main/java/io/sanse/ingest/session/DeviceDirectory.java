package io.sanse.ingest.session;

import io.sanse.ingest.decode.mapping.KnownStation;
import io.sanse.ingest.decode.mapping.KnownTerminal;

/** What the registry knows of devices now. Asked on an event loop for each message: answers from memory, never blocks. */
public interface DeviceDirectory {
    /**
     * The terminal with this phone, null when no registered vehicle has it.
     *
     * @param phone without leading zeros, letters in lower case
     */
    KnownTerminal terminal(String phone);

    /** The station with this MN, null when none is registered. */
    KnownStation station(String deviceId);
}
