package io.sanse.model.detect.operator.road;

import java.util.ArrayList;
import java.util.List;

/** Plates that a camera may take for each other. */
final class LookAlikes {
    private LookAlikes() {}

    /**
     * The plates that differ from a plate in one character that looks alike.
     *
     * @param groups characters that look alike, a text each
     */
    static List<String> of(String plate, List<String> groups) {
        List<String> others = new ArrayList<>();
        for (String alike : groups) {
            for (int at = 0; at < plate.length(); at++) {
                if (alike.indexOf(plate.charAt(at)) >= 0) {
                    String head = plate.substring(0, at);
                    String tail = plate.substring(at + 1);
                    char own = plate.charAt(at);
                    alike.chars().filter(one -> one != own).forEach(one -> others.add(head + (char) one + tail));
                }
            }
        }
        return others;
    }
}
