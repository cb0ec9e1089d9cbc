package io.sanse.alert.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.alert.domain.event.Step;
import io.sanse.alert.fixture.Detections;
import io.sanse.alert.fixture.Life;
import io.sanse.contract.alert.AlertState;
import io.sanse.contract.alert.CommandType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerTest {
    private static final UUID ALERT = new UUID(1, 2);

    private static List<SealedStep> chain() {
        List<SealedStep> chain = new ArrayList<>();
        String previous = Ledger.NOTHING;
        for (Step step : steps()) {
            SealedStep sealed = Ledger.seal(ALERT, chain.size() + 1L, step, previous, new UUID(3, chain.size()));
            chain.add(sealed);
            previous = sealed.hash();
        }
        return chain;
    }

    private static List<Step> steps() {
        return Life.of(Detections.stop("浙GA0001").tonnes(1.25).raised())
                .walkTo(AlertState.CLOSED)
                .order(CommandType.REOPEN)
                .steps();
    }

    @Test
    void whatIsSealedIsOpenedAsItWas() {
        List<SealedStep> chain = chain();
        assertEquals(steps(), chain.stream().map(Ledger::open).toList());
        assertEquals(Optional.empty(), Ledger.verify(ALERT, chain));
    }

    @Test
    void theCoreNamesNoPersonAndNoPlate() {
        for (SealedStep step : chain()) {
            assertFalse(step.core().contains("浙GA0001"), step::core);
            assertFalse(step.core().contains("user-"), step::core);
            assertFalse(step.core().contains("because"), step::core);
        }
    }

    @Test
    void erasingWhatIsPersonalLeavesTheChainWhole() {
        List<SealedStep> erased = chain().stream()
                .map(step -> new SealedStep(step.number(), step.core(), null, step.hash()))
                .toList();
        assertEquals(Optional.empty(), Ledger.verify(ALERT, erased));
        assertNull(Ledger.open(erased.get(0)).author().user());
        assertNull(Ledger.open(erased.get(0)).effect().facts().subject());
        assertEquals(steps().get(0).type(), Ledger.open(erased.get(0)).type());
    }

    @Test
    void theSameWordsHaveAnotherDigestInEachStep() {
        Step step = steps().get(1);
        SealedStep one = Ledger.seal(ALERT, 2, step, Ledger.NOTHING, new UUID(0, 1));
        SealedStep other = Ledger.seal(ALERT, 2, step, Ledger.NOTHING, new UUID(0, 2));
        assertFalse(one.core().equals(other.core()));
    }

    static Stream<Arguments> tampered() {
        return Stream.of(
                Arguments.of(
                        "a core with another word", core(text -> text.replace("town-squad", "town-squid")), "hash"),
                Arguments.of(
                        "a core sealed anew", resealed(text -> text.replace("town-squad", "town-squid")), "step 3"),
                Arguments.of(
                        "a core with a space",
                        resealed(text -> text.replace("\"number\":2", "\"number\": 2")),
                        "canonical"),
                Arguments.of(
                        "a personal part with another word", personal(text -> text.replace("城东", "城西")), "personal"),
                Arguments.of("another number", number(7), "number"));
    }

    private static UnaryOperator<SealedStep> core(UnaryOperator<String> change) {
        return step -> new SealedStep(step.number(), change.apply(step.core()), step.personal(), step.hash());
    }

    private static UnaryOperator<SealedStep> resealed(UnaryOperator<String> change) {
        return step -> {
            String core = change.apply(step.core());
            return new SealedStep(step.number(), core, step.personal(), Digest.of(core));
        };
    }

    private static UnaryOperator<SealedStep> personal(UnaryOperator<String> change) {
        return step -> new SealedStep(step.number(), step.core(), change.apply(step.personal()), step.hash());
    }

    private static UnaryOperator<SealedStep> number(long other) {
        return step -> new SealedStep(other, step.core(), step.personal(), step.hash());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void tampered(String name, UnaryOperator<SealedStep> change, String says) {
        List<SealedStep> chain = new ArrayList<>(chain());
        SealedStep changed = change.apply(chain.get(1));
        assertFalse(changed.equals(chain.get(1)), "something was changed");
        chain.set(1, changed);
        String problem = Ledger.verify(ALERT, chain).orElseThrow();
        assertTrue(problem.contains(says), problem);
    }

    @Test
    void aMissingOrForeignStepIsSeen() {
        List<SealedStep> missing = new ArrayList<>(chain());
        missing.remove(1);
        assertTrue(Ledger.verify(ALERT, missing).isPresent());
        assertTrue(Ledger.verify(new UUID(9, 9), chain()).isPresent());
        List<SealedStep> cut = chain().subList(0, 3);
        assertEquals(Optional.empty(), Ledger.verify(ALERT, cut));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "members in order  | {\"b\":1,\"a\":{\"d\":2,\"c\":3}}  | {\"a\":{\"c\":3,\"d\":2},\"b\":1}",
                "white space       | [ 1 , 2 ]                         | [1,2]",
                "trailing zeros    | [1.50, 100, 100.0, 0.000, 1e3]    | [1.5,100,100,0,1000]",
                "small numbers     | [0.000001, 119.95]                | [0.000001,119.95]",
                "escapes           | \"\\u0041\\u000a\\u001f\\/\\\"\"  | \"A\\n\\u001f/\\\"\"",
                "Chinese as it is  | \"\\u6d59G\"                      | \"浙G\"",
                "literals          | [true, false, null]               | [true,false,null]"
            })
    void canonical(String name, String given, String form) {
        assertEquals(form, Canonical.text(Canonical.tree(given)));
        assertEquals(form, Canonical.text(Canonical.tree(form)));
    }

    @Test
    void theOrderOfAMapDoesNotMatter() {
        Map<String, Integer> one = new LinkedHashMap<>(Map.of("a", 1));
        one.put("b", 2);
        Map<String, Integer> other = new LinkedHashMap<>(Map.of("b", 2));
        other.put("a", 1);
        assertEquals(Canonical.text(one), Canonical.text(other));
    }

    @Test
    void theDigestIsSha256() {
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Digest.of(""));
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Digest.of("abc"));
    }
}
