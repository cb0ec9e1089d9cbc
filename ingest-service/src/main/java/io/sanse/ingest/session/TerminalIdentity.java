package io.sanse.ingest.session;

import io.sanse.contract.Subject;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.Registration;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.RegistrationAnswer;
import io.sanse.ingest.decode.mapping.Datum;
import io.sanse.ingest.decode.mapping.KnownTerminal;

/**
 * Who is at the other end of a JT/T 808 connection: the first sound frame binds it to one terminal, and what the terminal
 * shows decides whether its reports count.
 */
final class TerminalIdentity {
    private static final int NO_PLATE = 0;

    private final DeviceRules rules;
    private String key;
    private String registeredPlate;
    private Proof proof = Proof.NONE;

    private enum Proof {
        NONE,
        SHOWN,
        WRONG
    }

    TerminalIdentity(DeviceRules rules) {
        this.rules = rules;
    }

    /** Binds the connection to a terminal, or says false when it is bound to another. */
    boolean bind(String terminalKey) {
        if (key == null) {
            key = terminalKey;
        }
        return key.equals(terminalKey);
    }

    /** Whether a frame in this terminal's name may be answered. */
    boolean mayBe(String terminalKey) {
        return key == null || key.equals(terminalKey);
    }

    /** The terminal as the registry knows it now; null when it does not and unknown ones are not let in. */
    KnownTerminal terminal() {
        KnownTerminal known = key == null ? null : rules.directory().terminal(key);
        return known != null || key == null || !rules.admitUnknown() ? known : unregistered();
    }

    /** Result of a registration (0x8100), where {@code terminal} is who registers, null when not known. */
    int register(Registration registration, KnownTerminal terminal) {
        if (terminal == null) {
            return RegistrationAnswer.NO_SUCH_TERMINAL;
        }
        String plate = plain(registration.plate());
        registeredPlate = registration.plateColour() == NO_PLATE ? null : plate;
        boolean registered = rules.directory().terminal(key) != null;
        boolean otherVehicle = registered
                && registeredPlate != null
                && !plate.equals(plain(terminal.vehicle().id()));
        return otherVehicle ? RegistrationAnswer.NO_SUCH_VEHICLE : RegistrationAnswer.SUCCESS;
    }

    /** The code that the terminal is to show from now on; where the registry gave none, its own number. */
    String codeOf(KnownTerminal terminal) {
        return terminal.authenticationCode() == null ? terminal.phone() : terminal.authenticationCode();
    }

    /** Whether the code is the right one; where the registry gave none, any is. */
    boolean authenticate(String code, KnownTerminal terminal) {
        boolean right = terminal.authenticationCode() == null
                || terminal.authenticationCode().equals(code);
        proof = right ? Proof.SHOWN : Proof.WRONG;
        return right;
    }

    /** Whether the terminal's reports count. */
    boolean mayReport() {
        return proof == Proof.SHOWN || proof == Proof.NONE && !rules.strictAuthentication();
    }

    void unregister() {
        proof = Proof.NONE;
        registeredPlate = null;
    }

    private KnownTerminal unregistered() {
        boolean usable = registeredPlate != null
                && !registeredPlate.isBlank()
                && registeredPlate.length() <= Subject.MAX_ID_LENGTH
                && registeredPlate.chars().noneMatch(Character::isISOControl);
        Subject vehicle = Subject.vehicle(usable ? registeredPlate : key);
        return new KnownTerminal(key, vehicle, DeviceRules.UNREGISTERED_FEED, Datum.WGS84, null);
    }

    /** A plate without its separators. */
    private static String plain(String plate) {
        return plate.replaceAll("[ ·.-]", "");
    }
}
