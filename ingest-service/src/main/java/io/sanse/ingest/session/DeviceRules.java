package io.sanse.ingest.session;

import io.sanse.ingest.decode.mapping.SanityRules;
import io.sanse.runtime.Settings;

/**
 * What every session goes by.
 *
 * @param directory what the registry knows
 * @param sanity what a report must not claim
 * @param admitUnknown whether devices that the registry does not know are let in
 * @param strictAuthentication whether a terminal must authenticate on each connection before anything else counts
 */
public record DeviceRules(
        DeviceDirectory directory, SanityRules sanity, boolean admitUnknown, boolean strictAuthentication) {
    /** Feed of devices that were let in without being registered. */
    static final String UNREGISTERED_FEED = "unregistered";

    public static DeviceRules from(Settings settings, DeviceDirectory directory) {
        return new DeviceRules(
                directory,
                SanityRules.standard(),
                settings.flag("ingest.admit-unknown", false, "let in devices that the registry does not know (trials)"),
                settings.flag(
                        "jt808.strict-authentication",
                        false,
                        "refuse terminals that report without having authenticated on the connection"));
    }
}
