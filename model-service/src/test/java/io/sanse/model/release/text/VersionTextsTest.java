package io.sanse.model.release.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.Caller;
import io.sanse.contract.Role;
import io.sanse.contract.ServiceError;
import io.sanse.contract.service.ModelVersion;
import io.sanse.contract.service.VersionProposal;
import io.sanse.contract.service.VersionStage;
import io.sanse.model.detect.ModelSet;
import io.sanse.model.library.Library;
import io.vertx.serviceproxy.ServiceException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a platform reads and plays of what people write down. */
class VersionTextsTest {
    private static final String ID = "vehicle-suspicious-stop";
    private static final String HEAD = """
            day: 2026-03-05
            subject: vehicle:浙GA1234
            world:
              places: {road: [119.95, 28.85]}
            cases:
            """;

    private static final ModelSet LIBRARY = Library.load();

    private static final String TEXT = LIBRARY.models().stream()
            .filter(model -> model.id().equals(ID))
            .findFirst()
            .orElseThrow()
            .head()
            .source();

    private final VersionTexts texts = new VersionTexts(LIBRARY);

    private static String table(int cases, String event) {
        return HEAD
                + IntStream.range(0, cases)
                        .mapToObj(number -> "  - {name: c" + number + ", events: ['" + event + "'], expect: []}\n")
                        .collect(Collectors.joining());
    }

    private static ModelVersion version(String text, String cases) {
        return new ModelVersion(
                ID,
                3,
                1,
                VersionStage.DRAFT,
                "author",
                List.of(),
                null,
                text,
                cases,
                null,
                null,
                null,
                null,
                List.of());
    }

    private static String refused(Runnable work) {
        ServiceException refusal = assertThrows(ServiceException.class, work::run);
        assertEquals(ServiceError.REJECTED, ServiceError.of(refusal));
        return refusal.getMessage();
    }

    @ParameterizedTest(name = "{0} cases")
    @CsvSource({"499, false", "500, false", "501, true"})
    void aDraftsTableHasALimit(int cases, boolean refused) {
        Caller caller = new Caller("author", Set.of(Role.OPERATOR), null, List.of(""));
        VersionProposal proposal = new VersionProposal(caller, ID, TEXT, table(cases, "21:00 at road"));
        if (refused) {
            assertEquals("a table has at most 500 cases on a platform", refused(() -> texts.draft(proposal)));
            assertEquals(
                    "a table has at most 500 cases on a platform",
                    refused(() -> texts.test(version(TEXT, proposal.cases()))));
        } else {
            assertEquals(2, texts.draft(proposal).version());
        }
    }

    @ParameterizedTest(name = "{0} cases of ten observations")
    @CsvSource({"1, false", "2, false", "3, true"})
    void aTableOfLongCasesIsNotPlayedToItsEnd(int cases, boolean refused) {
        VersionTexts limited = new VersionTexts(LIBRARY, new TableLimits(500, 20));
        ModelVersion version = version(TEXT, table(cases, "21:00..21:09 every 1m at road"));
        if (refused) {
            assertEquals(
                    "a table has at most 20 observations in all on a platform", refused(() -> limited.test(version)));
        } else {
            assertEquals(cases, limited.test(version).cases());
        }
    }

    @Test
    void aDraftThatThisReleaseRefusesIsTestedWithItsProblems() {
        ModelVersion older = version("colour: red\n" + TEXT, table(1, "21:00 at road"));
        assertTrue(refused(() -> texts.test(older)).startsWith("text:1:1: unknown field 'colour'"));
        assertTrue(refused(() -> texts.requireWritable(older)).startsWith("text:1:1: unknown field 'colour'"));
        assertEquals(null, texts.unreadable(older));
    }
}
