package io.sanse.model.file;

import java.io.StringReader;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A file's text, to tell where a part of it stands.
 *
 * @param file its name
 * @param text what it says
 */
record YamlText(String file, String text) {
    /** @return the root, or null when there is none */
    Node compose() {
        try {
            return new Yaml(new LoaderOptions()).compose(new StringReader(text));
        } catch (MarkedYAMLException broken) {
            throw new ModelFileException(place(broken.getProblemMark()), broken.getProblem(), broken);
        } catch (ReaderException unprintable) {
            String character = "the character U+%04X is not allowed".formatted(unprintable.getCodePoint());
            throw new ModelFileException(at(unprintable.getPosition()), character, unprintable);
        } catch (YAMLException refused) {
            throw new ModelFileException(Place.start(file), refused.getMessage(), refused);
        }
    }

    Place place(Node node) {
        return place(node.getStartMark());
    }

    Place place(Mark mark) {
        return mark == null ? Place.start(file) : new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** @param index in characters from the beginning of the file */
    Place at(int index) {
        int[] source = text.codePoints().toArray();
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < Math.min(index, source.length); i++) {
            if (source[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Place(file, line, Math.max(0, index - lineStart) + 1);
    }

    /**
     * Where a character of a scalar's value stands. The value is found again in the text character by character: quotes, escapes and folded lines are in the text alone.
     *
     * @param offset in characters from the beginning of the value; its length means just behind it
     */
    Place within(ScalarNode node, int offset) {
        int[] source = text.codePoints().toArray();
        int[] value = node.getValue().codePoints().toArray();
        int next = contentStart(node, source);
        int last = next - 1;
        for (int i = 0; i < Math.min(offset + 1, value.length); i++) {
            if (!Character.isWhitespace(value[i])) {
                last = next;
                while (last < source.length && source[last] != value[i]) {
                    last++;
                }
                next = last + 1;
            }
        }
        boolean behind = offset >= value.length || Character.isWhitespace(value[offset]);
        return at(behind ? last + 1 : last);
    }

    private static int contentStart(ScalarNode node, int[] source) {
        int start = node.getStartMark().getIndex();
        ScalarStyle style = node.getScalarStyle();
        if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
            while (start < source.length && source[start] != '\n') {
                start++;
            }
            return start + 1;
        }
        return node.isPlain() ? start : start + 1;
    }
}
