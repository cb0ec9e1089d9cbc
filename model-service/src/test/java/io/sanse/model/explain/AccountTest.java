package io.sanse.model.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Subject;
import io.sanse.contract.explain.ExplanationOutcome;
import io.sanse.contract.explain.ModelExplanation;
import io.sanse.contract.explain.ModelExplanation.ExplainedCondition;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.detect.rule.Model;
import io.sanse.model.library.Library;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Why and why not. */
class AccountTest {
    private static final ModelSet LIBRARY = Library.load();

    private static ModelExplanation why(String id, Subject subject, long minute, Night night) {
        Model model = LIBRARY.models().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
        Account account = new Account(
                model, subject, Night.START.plusSeconds(60 * minute), new Account.Past(LIBRARY, Night.course()));
        night.arrivals().forEach(arrival -> account.arrived(arrival.at(), arrival.observations()));
        return account.told();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "19 min are near                    | vehicle-suspicious-stop | vehicle:浙GN0 |   35 | 20 | near-miss    | dwell > (core ? stayCore : stay)",
                "20 min are near                    | vehicle-suspicious-stop | vehicle:浙GN0 |   36 | 21 | near-miss    | dwell > (core ? stayCore : stay)",
                "21 min fire                        | vehicle-suspicious-stop | vehicle:浙GN0 |   37 | 22 | fired        | ",
                "the next day nothing was there     | vehicle-suspicious-stop | vehicle:浙GN0 | 3000 | 21 | no-situation | ",
                "nothing is kept of the truck       | vehicle-suspicious-stop | vehicle:浙GX9 |   36 | 21 | no-data      | ",
                "nothing is kept from so long ago   | vehicle-suspicious-stop | vehicle:浙GN0 | -3000| 21 | no-data      | ",
                "never at a weigh bridge            | vehicle-load-vanished   | vehicle:浙GN0 |   36 | 21 | no-situation | ",
                "a convoy                           | convoy                  | site:quarry-road | 22 | 21 | fired        | ",
                "a convoy of two cameras            | convoy                  | site:quarry-road | 12 | 21 | near-miss    | watched"
            })
    void outcome(String name, String model, String subject, long minute, int stay, String outcome, String missing) {
        ModelExplanation told = why(model, Subject.parse(subject), minute, new Night(stay));
        assertEquals(ExplanationOutcome.of(outcome), told.outcome(), told::toString);
        List<String> lacking = told.moments().stream()
                .filter(moment -> moment.missing().size() == 1)
                .flatMap(moment -> moment.missing().stream())
                .map(ExplainedCondition::text)
                .toList();
        assertTrue(missing == null || lacking.contains(missing), () -> told.toString());
    }

    @Test
    void aNearMissTellsTheValues() {
        ModelExplanation told = why("vehicle-suspicious-stop", Night.truck(0), 36, new Night(21));
        assertTrue(
                told.moments().stream()
                        .flatMap(moment -> moment.missing().stream())
                        .anyMatch(one -> "20 min".equals(one.values().get("stay"))
                                && "20 min".equals(one.values().get("dwell"))),
                told::toString);
        assertEquals(90, told.observations());
        assertEquals(Night.START, told.from());
    }

    @Test
    void whatFiredIsTold() {
        ModelExplanation told = why("vehicle-suspicious-stop", Night.truck(1), 40, new Night(3, 25));
        assertEquals(1, told.words().size());
        assertTrue(told.moments().stream()
                .anyMatch(moment -> moment.level() != null && moment.missing().isEmpty()));
    }
}
