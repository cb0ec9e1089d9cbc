package io.sanse.model.detect.operator.clue;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * How alike texts are: the Jaccard index (common ones divided by all) of their sets of features. Features are the Chinese characters and the pairs of neighbouring ones
 * (character n-grams, n = 1 and 2), and words of other scripts; after Unicode normalisation (NFKC), in lower case, without punctuation.
 */
final class TextLikeness {
    private TextLikeness() {}

    /** The features of a text. */
    static Set<String> features(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        Set<String> features = new HashSet<>();
        StringBuilder word = new StringBuilder();
        int before = -1;
        for (int at = 0; at < plain.length(); at += Character.charCount(plain.codePointAt(at))) {
            int one = plain.codePointAt(at);
            boolean han = Character.isIdeographic(one);
            if (!han && Character.isLetterOrDigit(one)) {
                word.appendCodePoint(one);
            } else {
                end(word, features);
            }
            if (han) {
                features.add(Character.toString(one));
            }
            if (han && before >= 0) {
                features.add(Character.toString(before) + Character.toString(one));
            }
            before = han ? one : -1;
        }
        end(word, features);
        return features;
    }

    private static void end(StringBuilder word, Set<String> features) {
        if (word.length() > 0) {
            features.add(word.toString());
            word.setLength(0);
        }
    }

    /** From 0, nothing in common, to 1. */
    static double jaccard(Set<String> one, Set<String> other) {
        Set<String> smaller = one.size() <= other.size() ? one : other;
        Set<String> larger = one.size() <= other.size() ? other : one;
        long common = smaller.stream().filter(larger::contains).count();
        long all = one.size() + other.size() - common;
        return all == 0 ? 0 : (double) common / all;
    }
}
