package io.sanse.standalone;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the person at the terminal sees; the only place that prints. Everything else goes to the log file. */
final class Screen {
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    /** For scripts and results. */
    void say(String line) {
        out.println(line);
    }

    /** How far it is: one line each time. */
    void progress(String line) {
        out.println("  " + line);
    }

    /** One sentence that says why it does not go on. */
    void complain(String sentence) {
        err.println("sanse: " + sentence);
    }
}
