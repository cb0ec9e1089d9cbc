package io.sanse.standalone.smsc;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How the simulator runs.
 *
 * @param smppPort where it listens for SMPP on loopback; 0 = any free one
 * @param pagePort where it shows the messages on loopback; 0 = any free one
 * @param file its append-only journal
 * @param password that a client must bind with
 * @param receiptDelay from taking a message to its receipt
 */
public record SmscSettings(int smppPort, int pagePort, Path file, String password, Duration receiptDelay) {
    /** Without the password. */
    @Override
    public String toString() {
        return "SmscSettings[" + smppPort + ", " + pagePort + "]";
    }
}
