package io.sanse.ingest.session;

import static io.sanse.ingest.session.Terminal.NOW;
import static io.sanse.ingest.session.TestDirectory.CODE;
import static io.sanse.ingest.session.TestDirectory.GUARDED_TRUCK;
import static io.sanse.ingest.session.TestDirectory.OFFSET_TRUCK;
import static io.sanse.ingest.session.TestDirectory.TRUCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.sanse.contract.GeoPoint;
import io.sanse.contract.Subject;
import io.sanse.ingest.decode.jt808.Edition;
import io.sanse.ingest.decode.jt808.Frame;
import io.sanse.ingest.decode.jt808.FrameEncoder;
import io.sanse.ingest.decode.jt808.Header;
import io.sanse.ingest.decode.jt808.message.MessageEncoder;
import io.sanse.ingest.decode.jt808.message.MessageEncoder.Envelope;
import io.sanse.ingest.decode.jt808.message.TerminalMessage;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.Authentication;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.GeneralAnswer;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.HeartBeat;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.LocationBatch;
import io.sanse.ingest.decode.jt808.message.TerminalMessage.Unregistration;
import io.sanse.ingest.decode.mapping.SanityRules;
import io.sanse.ingest.session.Reply.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TerminalSessionTest {
    private static final TerminalMessage REPORT = Terminal.report(0);
    private static final Authentication RIGHT = new Authentication(CODE, "", "");
    private static final Authentication WRONG = new Authentication("guess", "", "");

    private final DeviceSession session = session(false, false);

    /** Name, strictness, terminal, its messages in order (serials from 1), the answers, the reasons of letters, observations. */
    static Stream<Arguments> dialogues() {
        TerminalMessage own = Terminal.registration("浙G·B0001");
        TerminalMessage others = Terminal.registration("浙GZ9999");
        return Stream.of(
                Arguments.of(
                        "register, authenticate, beat, report",
                        true,
                        GUARDED_TRUCK,
                        List.of(own, RIGHT, new HeartBeat(), REPORT),
                        "registered 1:0:secret-1 2:0 3:0 4:0",
                        "",
                        1),
                Arguments.of("report at once, lenient", false, GUARDED_TRUCK, List.of(REPORT), "1:0", "", 1),
                Arguments.of(
                        "report at once, strict", true, GUARDED_TRUCK, List.of(REPORT), "1:1", "authentication", 0),
                Arguments.of("beat at once, strict", true, TRUCK, List.of(new HeartBeat()), "1:1", "authentication", 0),
                Arguments.of(
                        "wrong code, then a report",
                        false,
                        GUARDED_TRUCK,
                        List.of(WRONG, REPORT),
                        "1:1 2:1",
                        "authentication authentication",
                        0),
                Arguments.of(
                        "wrong code, then the right one",
                        false,
                        GUARDED_TRUCK,
                        List.of(WRONG, RIGHT, REPORT),
                        "1:1 2:0 3:0",
                        "authentication",
                        1),
                Arguments.of("no code was given, any is right", true, TRUCK, List.of(WRONG, REPORT), "1:0 2:0", "", 1),
                Arguments.of(
                        "registers on another vehicle",
                        false,
                        GUARDED_TRUCK,
                        List.of(others),
                        "registered 1:2:",
                        "unknown-device",
                        0),
                Arguments.of(
                        "unregisters, then reports, strict",
                        true,
                        GUARDED_TRUCK,
                        List.of(RIGHT, new Unregistration(), REPORT),
                        "1:0 2:0 3:1",
                        "authentication",
                        0),
                Arguments.of(
                        "a terminal nobody knows",
                        false,
                        "13999999999",
                        List.of(own, RIGHT, REPORT),
                        "registered 1:4: 2:1 3:1",
                        "unknown-device unknown-device unknown-device",
                        0),
                Arguments.of(
                        "a batch",
                        false,
                        TRUCK,
                        List.of(new LocationBatch(true, 2, List.of(Terminal.report(2), Terminal.report(1)), true)),
                        "1:0",
                        "",
                        2),
                Arguments.of(
                        "a batch with one report from tomorrow",
                        false,
                        TRUCK,
                        List.of(new LocationBatch(true, 2, List.of(Terminal.report(2), Terminal.report(-1440)), true)),
                        "1:0",
                        "time-in-future",
                        1),
                Arguments.of(
                        "a batch that promises more than it holds",
                        false,
                        TRUCK,
                        List.of(new LocationBatch(true, 2, List.of(Terminal.report(2)), false)),
                        "1:0",
                        "malformed",
                        1),
                Arguments.of(
                        "a terminal's answer to a command",
                        false,
                        TRUCK,
                        List.of(new GeneralAnswer(0x0001, 1, 0x8103, 0)),
                        "",
                        "",
                        0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("dialogues")
    void messagesAreAnswered(
            String name,
            boolean strict,
            String phone,
            List<TerminalMessage> messages,
            String answers,
            String reasons,
            int observations) {
        DeviceSession strictOrNot = session(strict, false);
        List<Reply> replies = new java.util.ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            replies.addAll(strictOrNot.receive(Terminal.frame(phone, i + 1, messages.get(i)), NOW));
        }
        Told told = new Told(replies);
        assertEquals(answers, String.join(" ", Terminal.understand(told.answersWhenKept())));
        assertEquals(reasons, String.join(" ", told.reasons()));
        assertEquals(observations, told.observations());
    }

    @Test
    void strictnessClosesTheConnectionAndLeniencyDoesNot() {
        byte[] report = Terminal.frame(GUARDED_TRUCK, 1, REPORT);
        byte[] wrong = Terminal.frame(GUARDED_TRUCK, 1, WRONG);
        assertEquals(Verdict.LAST, told(session(true, false), report).only().verdict());
        assertEquals(Verdict.LAST, told(session(true, false), wrong).only().verdict());
        assertEquals(Verdict.SOUND, told(session(false, false), wrong).only().verdict());
    }

    @Test
    void whatCannotBeKeptIsAnsweredWithFailure() {
        Told told = told(session, Terminal.frame(TRUCK, 7, REPORT));
        assertEquals(List.of("7:1"), Terminal.understand(told.answersWhenNotKept()));
    }

    @Test
    void unknownTerminalsAreLetInByASetting() {
        DeviceSession admitting = session(false, true);
        assertEquals(
                Subject.vehicle("13999999999"),
                told(admitting, Terminal.frame("13999999999", 1, REPORT))
                        .only()
                        .observations()
                        .get(0)
                        .subject());
        Told registered = told(admitting, Terminal.frame("13999999999", 2, Terminal.registration("浙G·A0009")));
        assertEquals(List.of("registered 2:0:13999999999"), Terminal.understand(registered.answersWhenKept()));
        assertEquals(
                Subject.vehicle("浙GA0009"),
                told(admitting, Terminal.frame("13999999999", 3, REPORT))
                        .only()
                        .observations()
                        .get(0)
                        .subject());
    }

    @Test
    void theDatumIsTheTerminals() {
        GeoPoint shifted = told(session, Terminal.frame(OFFSET_TRUCK, 1, REPORT))
                .only()
                .observations()
                .get(0)
                .location();
        double metres = shifted.distanceM(new GeoPoint(120.1, 28.9));
        assertTrue(metres > 100 && metres < 1000, metres + " m");
    }

    @Test
    void aConnectionBelongsToItsFirstTerminal() {
        told(session, Terminal.frame(TRUCK, 1, REPORT));
        Told foreign = told(session, Terminal.frame(GUARDED_TRUCK, 2, REPORT));
        assertEquals(List.of("foreign-identity"), foreign.reasons());
        assertEquals(List.of("2:1"), Terminal.understand(foreign.answersWhenKept()));
        assertEquals(
                1, told(session, Terminal.frame(TRUCK, 3, Terminal.report(1))).observations());
    }

    @Test
    void bothHeaderEditionsAreTheSameTerminal() {
        told(session, Terminal.frame(TRUCK, 1, REPORT));
        byte[] newer = MessageEncoder.encode(new Envelope(Edition.V2019, TRUCK, 2), REPORT);
        assertEquals(1, told(session, newer).observations());
    }

    @Test
    void aWrongCheckByteIsAnsweredAsAWrongMessage() {
        byte[] wrong = Terminal.frame(TRUCK, 5, REPORT);
        wrong[wrong.length - 2] ^= 1;
        Told told = told(session, wrong);
        assertEquals(List.of("checksum"), told.reasons());
        assertEquals(List.of("5:2"), Terminal.understand(told.answersWhenKept()));
        assertEquals(Verdict.UNSOUND, told.only().verdict());
    }

    @Test
    void aWrongFrameInAnotherNameIsNotAnswered() {
        told(session, Terminal.frame(TRUCK, 1, REPORT));
        byte[] wrong = Terminal.frame(GUARDED_TRUCK, 5, REPORT);
        wrong[wrong.length - 2] ^= 1;
        Told told = told(session, wrong);
        assertEquals(List.of("checksum"), told.reasons());
        assertEquals(List.of(), Terminal.understand(told.answersWhenKept()));
    }

    @Test
    void messagesThatAreNotReadAreSaidToBeUnsupported() {
        Told told = told(session, frame(0x0900, 3, null, new byte[10]));
        assertEquals(List.of("unsupported-message"), told.reasons());
        assertEquals(List.of("4:3"), Terminal.understand(told.answersWhenKept()));
        Told malformed = told(session, frame(0x0200, 4, null, new byte[27]));
        assertEquals(List.of("malformed"), malformed.reasons());
        assertEquals(List.of("5:2"), Terminal.understand(malformed.answersWhenKept()));
    }

    @Test
    void partsAreAnsweredOnceAllHaveComeAndAreKept() {
        LocationBatch batch = new LocationBatch(true, 40, Collections.nCopies(40, Terminal.report(0)), true);
        List<byte[]> parts = MessageEncoder.encodeParts(new Envelope(Edition.V2013, TRUCK, 0xffff), batch, 500);
        assertEquals(3, parts.size());
        assertEquals(0, told(session, parts.get(2)).answersWhenKept().length);
        assertEquals(0, told(session, parts.get(0)).answersWhenKept().length);
        Told last = told(session, parts.get(1));
        assertEquals(40, last.observations());
        assertEquals(List.of("65535:0", "0:0", "1:0"), Terminal.understand(last.answersWhenKept()));
    }

    @Test
    void partsThatNeverComeAreALetter() {
        session.receive(frame(0x0704, 1, new Header.Part(2, 1), new byte[100]), NOW);
        assertEquals(List.of(), new Told(session.expire(NOW.plusSeconds(60))).reasons());
        assertEquals(List.of("part-missing"), new Told(session.expire(NOW.plusSeconds(61))).reasons());
        session.receive(frame(0x0704, 5, new Header.Part(2, 1), new byte[100]), NOW);
        assertEquals(List.of("part-missing"), new Told(session.end(NOW)).reasons());
    }

    @Test
    void nothingIsHeldForAnUnknownTerminal() {
        Header header = new Header(0x0704, Edition.V2013, 0, "13999999999", 1, 0, 100, new Header.Part(2, 1));
        Told told = told(session, FrameEncoder.encode(new Frame(header, new byte[100], false)));
        assertEquals(List.of("unknown-device"), told.reasons());
        assertEquals(List.of(), new Told(session.end(NOW)).reasons());
    }

    @Test
    void aJoinedMessageThatIsDoubtedIsALetterThoughNoFrameHoldsIt() {
        LocationBatch batch = new LocationBatch(true, 40, Collections.nCopies(40, Terminal.report(-60)), true);
        Told told = null;
        for (byte[] part : MessageEncoder.encodeParts(new Envelope(Edition.V2013, TRUCK, 1), batch, 1000)) {
            told = told(session, part);
        }
        assertEquals(List.of("time-in-future"), told.reasons());
    }

    @Test
    void aHalfFrameAtTheEndIsALetter() {
        byte[] frame = Terminal.frame(TRUCK, 1, REPORT);
        session.receive(java.util.Arrays.copyOf(frame, 20), NOW);
        assertEquals(List.of("truncated"), new Told(session.end(NOW)).reasons());
    }

    private static byte[] frame(int messageId, int serialBefore, Header.Part part, byte[] body) {
        Header header = new Header(messageId, Edition.V2013, 0, TRUCK, serialBefore + 1, 0, body.length, part);
        return FrameEncoder.encode(new Frame(header, body, false));
    }

    private static Told told(DeviceSession session, byte[] bytes) {
        return new Told(session.receive(bytes, NOW));
    }

    private static DeviceSession session(boolean strict, boolean admitUnknown) {
        return DeviceSession.withTerminal(
                new DeviceRules(new TestDirectory(), SanityRules.standard(), admitUnknown, strict));
    }
}
