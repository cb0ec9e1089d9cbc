package io.sanse.model.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The command in a process of its own. */
public final class ModelProcess {
    private ModelProcess() {}

    public static void main(String[] words) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new ModelCommand(out::println, out::println).run(List.of(words)));
    }
}
