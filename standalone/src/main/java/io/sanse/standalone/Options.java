package io.sanse.standalone;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * What the person at the terminal asked for.
 *
 * @param verb {@code demo}, {@code up}, {@code token} or {@code rehearse}
 * @param user whose token, or null
 * @param data data folder
 * @param portOffset added to every port
 * @param admitUnknown whether unknown truck terminals are admitted
 * @param headless whether the demo ends by itself
 */
record Options(String verb, String user, Path data, int portOffset, boolean admitUnknown, boolean headless) {
    private static final int HIGHEST_OFFSET = 40_000;

    /** @throws CannotRunException when they make no sense */
    static Options parse(String[] arguments) {
        Deque<String> words = new ArrayDeque<>(Arrays.asList(arguments));
        String verb = words.isEmpty() ? "help" : words.poll();
        String user = null;
        Path data = Path.of("data");
        int portOffset = 0;
        boolean admitUnknown = false;
        boolean headless = false;
        while (!words.isEmpty()) {
            String word = words.poll();
            switch (word) {
                case "--data" -> data = Path.of(value(word, words));
                case "--port-offset" -> portOffset = offset(value(word, words));
                case "--admit-unknown" -> admitUnknown = true;
                case "--headless" -> headless = true;
                default -> user = user(verb, user, word);
            }
        }
        return new Options(verb, user, data.toAbsolutePath().normalize(), portOffset, admitUnknown, headless);
    }

    private static String value(String option, Deque<String> words) {
        if (words.isEmpty()) {
            throw CannotRunException.notUnderstood(option + " needs a value");
        }
        return words.poll();
    }

    private static int offset(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > HIGHEST_OFFSET) {
            throw CannotRunException.notUnderstood(
                    "--port-offset needs a number from 0 to " + HIGHEST_OFFSET + ", not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private static String user(String verb, String known, String word) {
        if (word.startsWith("-") || !verb.equals("token") || known != null) {
            throw CannotRunException.notUnderstood("'" + word + "' is not understood; './sanse help' lists what is");
        }
        return word;
    }
}
