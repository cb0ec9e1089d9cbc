package io.sanse.ingest.http.item;

import io.sanse.contract.LocalizedText;
import io.sanse.contract.registry.Details;
import io.sanse.runtime.failure.Rejected;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;

/** Reads inspection rounds. */
final class Rounds {
    private static final int NAME = PayloadReader.NAME;
    private static final int MAX_POINTS = 200;
    private static final int MAX_WINDOWS = 48;
    private static final int DAY_MINUTES = 24 * 60;

    private Rounds() {}

    static Details.Round read(Members in, LocalizedText name, String division) {
        List<String> points = in.list("points", 1, MAX_POINTS, (element, path) -> {
            if (!element.isTextual()
                    || element.textValue().isBlank()
                    || element.textValue().length() > NAME) {
                throw new Rejected("schema", path + " must be text of 1 to " + NAME + " characters");
            }
            return element.textValue();
        });
        if (new HashSet<>(points).size() < points.size()) {
            throw in.wrong("points", "names one twice");
        }
        return new Details.Round(
                name,
                in.text("enterprise", NAME),
                division,
                points,
                in.list("windows", 1, MAX_WINDOWS, (element, path) -> window(Members.of(element, path))),
                in.flag("workingDays"),
                in.integerOrNull("leastMinutes", 0, DAY_MINUTES));
    }

    private static Details.Round.Window window(Members in) {
        Details.Round.Window window = new Details.Round.Window(time(in, "from"), time(in, "to"));
        in.end();
        return window;
    }

    private static LocalTime time(Members in, String name) {
        String text = in.text(name, 5);
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException malformed) {
            throw in.wrong(name, "'" + Members.shown(text) + "' is not a time of day hh:mm");
        }
    }
}
