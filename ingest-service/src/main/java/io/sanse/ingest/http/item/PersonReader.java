package io.sanse.ingest.http.item;

import com.fasterxml.jackson.databind.JsonNode;
import io.sanse.contract.registry.Details;
import io.sanse.contract.registry.Vocabulary;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads what is registered of a person. */
final class PersonReader {
    private static final int NAME = PayloadReader.NAME;
    private static final int MAX_QUALIFICATIONS = 32;
    private static final int MAX_TIES = 256;
    private static final String[] QUALIFICATIONS = Vocabulary.QUALIFICATIONS.toArray(String[]::new);

    private PersonReader() {}

    /** Sets are sorted, so that the same person is always written the same. */
    static Details.Person read(Members in) {
        return new Details.Person(
                in.list("qualifications", 0, MAX_QUALIFICATIONS, PersonReader::qualification),
                new TreeSet<>(plates(in, "vehicles", MAX_TIES)),
                new TreeSet<>(in.texts("enterprises", MAX_TIES, NAME)),
                in.flag("record"));
    }

    /** A list of plates, empty when it is left out. */
    static List<String> plates(Members in, String name, int most) {
        return in.texts(name, most, NAME).stream()
                .map(text -> plate(in, name, text))
                .toList();
    }

    private static String plate(Members in, String name, String text) {
        try {
            return Plates.normalise(text);
        } catch (IllegalArgumentException malformed) {
            throw in.wrong(name, "'" + Members.shown(text) + "' " + malformed.getMessage());
        }
    }

    private static Details.Qualification qualification(JsonNode element, String path) {
        Members in = Members.of(element, path);
        Details.Qualification qualification = new Details.Qualification(
                in.choice("type", QUALIFICATIONS, Function.identity()), in.dateOrNull("from"), in.dateOrNull("until"));
        if (qualification.until() == null) {
            throw in.wrong("until", "is missing");
        }
        in.end();
        return qualification;
    }
}
